import {expect, test} from 'vitest';
import {compileFilters} from '../../source/demo/filters.js';

test.each([
	['p5.48xlarge', 'p5.48xlarge', true],
	['p5.48xlarge', 'p5x48xlarge', false],
	['p5*', 'p5en.48xlarge', true],
	['*.48xlarge', 'p5.48xlarge', true],
	['*', '', true],
	['', '', true],
	['', 'x', false],
	['?', 'x', true],
	['?', '', false],
	['a*b*c', 'a-b-b-c', true],
	['a*b*c', 'a-c-b', false],
	['a\\*b', 'a*b', true],
	['a\\*b', 'axb', false],
	['a\\?\\\\', 'a?\\', true],
	['a\\d', 'a\\d', true],
	['?', '👍', true],
	['A', 'a', false],
])('the value %j meets %j: %j', (value, text, isMatch) => {
	const matches = compileFilters([{name: 'name', values: [value]}], {name: (resource: string) => resource});

	expect(matches(text)).toBe(isMatch);
});

test('a value of many wildcards is quick', () => {
	const matches = compileFilters([{name: 'name', values: [`${'*a'.repeat(60)}*b`]}], {name: (resource: string) => resource});

	expect(matches('a'.repeat(20_000))).toBe(false);
});

test('one of several texts is enough, and none never matches', () => {
	const filter = [{name: 'class', values: ['spot', 'capacity-block']}];

	expect(compileFilters(filter, {class: () => ['on-demand', 'spot']})(null)).toBe(true);
	expect(compileFilters(filter, {class: () => undefined})(null)).toBe(false);
	expect(compileFilters([], {})(null)).toBe(true);
});
