import {expect, test} from 'vitest';
import {judge} from './results.js';
import {limitOn, targets} from './targets.js';

test('a scaled limit allows more time, and asks for less throughput, where node -e 0 takes longer', () => {
	const frame = targets.find((target) => target.measurement === 'first-frame');
	const rows = targets.find((target) => target.measurement === 'first-rows');
	const [rate] = targets.filter((target) => target.bench === 'ingest');
	expect([frame, rows, rate].map((target) => target && limitOn(target, 60))).toEqual([270, 240, 5000]);
});

test('a target is met or missed by the statistic it names; what has none is only told', () => {
	const seconds = [...Array<number>(98).fill(4), 40, 40];
	const {baseMs, rows} = judge(
		'keys',
		[29, 30, 31],
		[
			{id: 'key-120x40', what: 'small', unit: 'ms', samples: seconds},
			{id: 'key-200x60', what: 'large', unit: 'ms', samples: [9]},
			{id: 'else', what: 'else', unit: 'ms', samples: [60]},
		],
	);
	expect(baseMs).toEqual({median: 30, p99: 31, runs: 3});
	expect(rows.map(({measurement, median, p99, limit, isMet}) => ({measurement, median, p99, limit, isMet}))).toEqual([
		{measurement: 'key-120x40', median: 4, p99: 40, limit: 5, isMet: true},
		{measurement: 'key-120x40', median: 4, p99: 40, limit: 10, isMet: false},
		{measurement: 'key-200x60', median: 9, p99: 9, limit: 16, isMet: true},
		{measurement: 'else', median: 60, p99: 60, limit: null, isMet: null},
	]);
});

test('a target that nothing was measured for is an error', () => {
	expect(() => judge('idle', [30], [])).toThrow('idle-cpu has a target but was not measured.');
});
