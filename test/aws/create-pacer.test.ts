import {expect, test} from 'vitest';
import {createPacer} from '../../source/aws/create-pacer.js';

test('turns are granted in order, one in each turn of the event loop', async () => {
	const pace = createPacer();
	const seen: string[] = [];
	const waiting = ['a', 'b', 'c'].map(async (name) => {
		await pace();
		seen.push(name);
	});
	const turns: string[] = [];
	while (seen.length < 3) {
		await new Promise<void>((resolve) => setImmediate(resolve));
		turns.push(seen.join(''));
	}

	await Promise.all(waiting);
	expect(turns.filter((turn) => turn !== '')).toEqual(['a', 'ab', 'abc']);
});
