import {describe, expect, test} from 'vitest';
import {type History, recordSample, type Sample} from '../../../source/core/events/history.js';
import {sparkline} from '../../../source/core/events/sparkline.js';

const start = Date.parse('2026-11-23T10:00:00Z');

function historyOf(...samples: readonly (readonly [minutes: number, used: number | null, total: number | null])[]): History {
	const taken = samples.map(([minutes, used, total]): Sample => ({at: new Date(start + minutes * 60_000), used, total}));
	const [first = {at: new Date(start), used: null, total: null}, ...others] = taken;
	return others.reduce((history, next) => recordSample(history, next), recordSample(null, first));
}

function draw(history: History, minutes: number, {width = 8, isAscii = false} = {}): string {
	return sparkline(history, {width, now: new Date(start + minutes * 60_000), spanMs: 8 * 60_000, isAscii});
}

describe('a sparkline', () => {
	const rising = historyOf([0, 0, 8], [2, 1, 8], [3, 2, 8], [4, 4, 8], [6, 7, 8], [8, 8, 8]);

	test('rises as the use did, and is full only when all is used', () => {
		expect(draw(rising, 8)).toBe('▁▂▃▅▅▇▇█');
		expect(draw(rising, 8, {isAscii: true})).toBe('_.:==**#');
	});

	test('goes on with what still holds', () => {
		expect(draw(rising, 11)).toBe('▅▅▇▇████');
		expect(draw(rising, 60)).toBe('████████');
	});

	test('is blank where nothing was known', () => {
		expect(draw(historyOf([6, 2, 8]), 8)).toBe('     ▃▃▃');
		expect(draw(historyOf([0, null, 8], [4, 8, 8], [6, null, 8]), 8)).toBe('   ██   ');
	});

	test('never touches the floor while one is used, nor the top while one is free', () => {
		expect(draw(historyOf([0, 1, 1000]), 8, {width: 1})).toBe('▂');
		expect(draw(historyOf([0, 999, 1000]), 8, {width: 1})).toBe('▇');
		expect(draw(historyOf([0, 0, 1000]), 8, {width: 1})).toBe('▁');
	});

	test('measures by the most used where the total is unknown', () => {
		expect(draw(historyOf([0, 2, null], [5, 4, null]), 8, {width: 2})).toBe('▅█');
	});

	test('ends with what is now, also of a moment ago and by a clock that was set back', () => {
		expect(draw(historyOf([0, 0, 8], [8, 8, 8]), 8, {width: 3})).toBe('▁▁█');
		expect(draw(historyOf([9, 8, 8]), 8, {width: 3})).toBe('  █');
	});

	test('is as wide as it is asked to be', () => {
		expect(draw(rising, 8, {width: 0})).toBe('');
		expect(draw(rising, 8, {width: 40})).toHaveLength(40);
	});
});
