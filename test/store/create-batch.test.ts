import {expect, test} from 'vitest';
import {createBatch} from '../../source/store/create-batch.js';
import {manualClock} from '../helpers/manual-clock.js';

/** When something was shown, in milliseconds, where showing takes as long as `takes` says. */
function open() {
	const time = manualClock();
	const start = time.clock().getTime();
	const shown: number[] = [];
	const costs = {takes: 0};
	const batch = createBatch(time, () => {
		shown.push(time.clock().getTime() - start);
		time.sleep(costs.takes);
	});
	return {time, shown, costs, batch};
}

test('what comes close together is shown at once', async () => {
	const {time, shown, batch} = open();
	batch.request();
	await time.advance(30);
	batch.request();
	await time.advance(1000);
	expect(shown).toEqual([40]);
	expect(time.pending()).toBe(0);
});

test('after showing for long it rests for twice as long, and no longer once it is quick again', async () => {
	const {time, shown, costs, batch} = open();
	costs.takes = 300;
	batch.request();
	await time.advance(340);
	costs.takes = 1;
	batch.request();
	await time.advance(1000);
	batch.request();
	await time.advance(1000);
	expect(shown).toEqual([40, 940, 1380]);
});

test('a clock that is set on while it shows makes no long rest, and one that is set back none', async () => {
	const {time, shown, costs, batch} = open();
	costs.takes = 3_600_000;
	batch.request();
	await time.advance(40);
	costs.takes = -3_600_000;
	batch.request();
	await time.advance(3000);
	batch.request();
	await time.advance(40);
	expect(shown).toEqual([40, 3040, 3080]);
});

test('shown at once, nothing is left to show; cancelled, nothing is shown', async () => {
	const {time, shown, batch} = open();
	batch.request();
	batch.run();
	batch.request();
	batch.cancel();
	await time.advance(1000);
	expect(shown).toEqual([0]);
});

test('what somebody waits for is shown at once, with what came before it', async () => {
	const {time, shown, batch} = open();
	batch.request();
	await time.advance(10);
	batch.hurry();
	batch.request();
	expect(shown).toEqual([]);
	await time.advance(0);
	expect(shown).toEqual([10]);
	await time.advance(1000);
	expect(shown).toEqual([10]);
});
