import {expect, test} from 'vitest';
import {regionsWithoutType, unknownTypeWords} from '../../../source/core/offerings/unknown-type.js';
import {manualClock} from '../../helpers/manual-clock.js';

/** Asks regions that answer as `says` has it; a region that is not in it fails. */
async function ask(says: Readonly<Record<string, boolean | 'fails'>>, regions = Object.keys(says)) {
	const asked: string[] = [];
	const source = {
		async knowsType(region: string) {
			asked.push(region);
			const answer = says[region];
			if (typeof answer !== 'boolean') {
				throw new Error('It failed.');
			}

			return answer;
		},
	};
	const {timers} = manualClock();
	const signal = new AbortController().signal;
	return {found: await regionsWithoutType({source, instanceType: 'foo.bar', regions, timeoutMs: 1000, timers, signal}), asked};
}

test('a type that no region knows is said of those that told', async () => {
	expect((await ask({a: false, b: 'fails', c: false})).found).toEqual(['a', 'c']);
	expect((await ask({a: 'fails', b: false})).found).toEqual(['b']);
});

test('a type that some region knows is no slip, and one that knows it first spares the others', async () => {
	expect(await ask({a: true, b: false})).toEqual({found: [], asked: ['a']});
	expect(await ask({a: false, b: true, c: false})).toEqual({found: [], asked: ['a', 'b', 'c']});
});

test('where none tells, nothing is said', async () => {
	expect((await ask({a: 'fails', b: 'fails'})).found).toEqual([]);
	expect((await ask({})).found).toEqual([]);
});

test('names some of the regions', () => {
	expect(unknownTypeWords('foo.bar', ['a'])).toBe('EC2 knows no instance type foo.bar in a');
	expect(unknownTypeWords('foo.bar', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe(
		'EC2 knows no instance type foo.bar in a, b, c, d, e and 2 more',
	);
});
