import {expect, test} from 'vitest';
import {createPaceKeeper} from '../../../source/core/offerings/pace-keeper.js';
import {manualClock, settle} from '../../helpers/manual-clock.js';

test.each([-1, 0, 1])('the call after a burst waits for its refill when the clock is set by %i hours', async (hours) => {
	const time = manualClock();
	const keeper = createPaceKeeper(time);
	const {signal} = new AbortController();
	for (let call = 0; call < 10; call++) {
		await keeper.takeTurn('us-east-1', signal);
	}

	time.step(hours * 3_600_000);
	let isSent = false;
	const turn = keeper.takeTurn('us-east-1', signal).then(() => {
		isSent = true;
	});
	await settle();
	await time.advance(6600);
	expect(isSent).toBe(false);
	await time.advance(600);
	expect(isSent).toBe(true);
	await turn;
});
