import {expect, test} from 'vitest';
import {createPacer} from '../../source/aws/create-pacer.js';

test('turns are granted in order, one in each turn of the event loop', async () => {
	const pacer = createPacer(0);
	const {turns, wait} = watchTurns();
	expect(await turns(['a', 'b', 'c'].map((name) => wait(name, pacer.toAsk)))).toEqual(['a', 'ab', 'abc']);
	expect(await turns(['d', 'e'].map((name) => wait(name, pacer.toRead)))).toEqual(['abcd', 'abcde']);
});

test('the first answers are read before more is asked, later ones once all has been asked', async () => {
	const pacer = createPacer(5);
	const {turns, wait} = watchTurns();
	const waiting = ['1', '2', '3', '4', '5', '6', '7'].flatMap((name) => [
		wait(`ask ${name} `, pacer.toAsk),
		wait(`read ${name} `, pacer.toRead),
	]);
	expect((await turns(waiting)).at(-1)).toBe('read 1 read 2 read 3 read 4 read 5 ask 1 ask 2 ask 3 ask 4 ask 5 ask 6 ask 7 read 6 read 7 ');
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
