import {expect, test} from 'vitest';
import {createPacer} from '../../source/aws/create-pacer.js';

test('turns are granted in order, one in each turn of the event loop', async () => {
	const pacer = createPacer();
	const {turns, wait} = watchTurns();
	expect(await turns(['a', 'b', 'c'].map((name) => wait(name, pacer.toAsk)))).toEqual(['a', 'ab', 'abc']);
	expect(await turns(['d', 'e'].map((name) => wait(name, pacer.toRead)))).toEqual(['abcd', 'abcde']);
});

test('what has come is read before more is asked', async () => {
	const pacer = createPacer();
	const {turns, wait} = watchTurns();
	const waiting = [
		wait('first ask', pacer.toAsk).then(async () => wait(', read', pacer.toRead)),
		wait(', second ask', pacer.toAsk),
		wait(', third ask', pacer.toAsk),
	];
	expect((await turns(waiting)).at(-1)).toBe('first ask, read, second ask, third ask');
});

/** What has had its turn, after each turn of the event loop in which that has changed. */
function watchTurns() {
	let seen = '';
	return {
		async wait(name: string, turn: () => Promise<void>): Promise<void> {
			await turn();
			seen += name;
		},
		async turns(waiting: readonly Promise<void>[]): Promise<readonly string[]> {
			let isOver = false;
			const all = Promise.all(waiting).then(() => {
				isOver = true;
			});
			const states: string[] = [];
			while (!isOver) {
				const before = seen;
				await new Promise<void>((resolve) => setImmediate(resolve));
				if (seen !== before) {
					states.push(seen);
				}
			}

			await all;
			return states;
		},
	};
}
