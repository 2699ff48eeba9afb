import {describe, expect, test} from 'vitest';
import type {CheckOptions} from '../../source/command/check-options.js';
import {UsageError} from '../../source/command/usage-error.js';
import type {CheckRequest} from '../../source/core/check/check-request.js';
import {parseOptions} from '../helpers/parse-options.js';

const scenarios = {isScenario: (name: string) => name === 'market', names: ['market'], defaultName: 'market'};

const run = '--instance-type p5.48xlarge --count 32 --days 7';

const request: CheckRequest = {
	instanceType: 'p5.48xlarge',
	count: 32,
	length: {unit: 'days', amount: 7},
	by: null,
	regions: null,
	placement: 'cluster',
};

const defaults: CheckOptions = {
	request,
	output: 'table',
	asksOfferings: false,
	regions: null,
	intervalMs: 30_000,
	isIntervalExplicit: false,
	profile: null,
	endpointUrl: null,
	timeoutMs: 30_000,
	demo: null,
	speed: 1,
	debugLog: null,
	usesCache: true,
	isAscii: false,
	isColor: true,
};

function parse(line: string) {
	return parseOptions(['check', ...line.split(' ')], {name: 'truffle-capacity', version: '1.2.3'}, scenarios);
}

describe('what the flags of check mean', () => {
	const cases: ReadonlyArray<readonly [string, Partial<CheckOptions>]> = [
		[run, {}],
		['--instance-type P5.48XLARGE --count 32 --days 7', {}],
		['--instance-type p5.48xlarge --count 32 --hours 12', {request: {...request, length: {unit: 'hours', amount: 12}}}],
		[`${run} --by 2026-12-20`, {request: {...request, by: new Date('2026-12-20T23:59:59Z')}}],
		[`${run} --by 2026-12-20T11:30Z`, {request: {...request, by: new Date('2026-12-20T11:30:00Z')}}],
		[`${run} --by 2028-02-29t11:30:15z`, {request: {...request, by: new Date('2028-02-29T11:30:15Z')}}],
		[`${run} --offerings`, {asksOfferings: true}],
		[`${run} --placement any`, {request: {...request, placement: 'any'}}],
		[
			`${run} --regions us-east-1,us-west-2`,
			{regions: ['us-east-1', 'us-west-2'], request: {...request, regions: ['us-east-1', 'us-west-2']}},
		],
		[
			`${run} -o yaml --timeout 5s --ascii --no-color --demo`,
			{output: 'yaml', timeoutMs: 5000, isAscii: true, isColor: false, demo: 'market'},
		],
	];
	test.each(cases)('%s', (line, expected) => {
		expect(parse(line)).toEqual({kind: 'check', options: {...defaults, ...expected}});
	});
});

test.each([
	['--count 32 --days 7', 'check needs --instance-type, --count and --days or --hours: --instance-type p5.48xlarge --count 32 --days 7.'],
	[
		'--instance-type p5.48xlarge --days 7',
		'check needs --instance-type, --count and --days or --hours: --instance-type p5.48xlarge --count 32 --days 7.',
	],
	['--instance-type p5.48xlarge --count 32', 'check needs one of --days and --hours.'],
	[`${run} --hours 3`, '--days and --hours are the same length twice. Leave out one of them.'],
	['--instance-type p5* --count 32 --days 7', '--instance-type takes one type, not a pattern: p5.48xlarge.'],
	['--instance-type p5 --count 32 --days 7', '--instance-type: "p5" is not an instance type. For the whole family write p5.* in quotes.'],
	['--instance-type p5.48xlarge --count 0 --days 7', '--count: "0" is not a whole number from 1 to 1000000.'],
	['--instance-type p5.48xlarge --count 1 --days 1.5', '--days: "1.5" is not a whole number from 1 to 3650.'],
	[`${run} --by tomorrow`, '--by: "tomorrow" is not a date. Write it like 2026-12-11 or 2026-12-11T11:30Z, which is UTC.'],
	[`${run} --by 2026-02-30`, '--by: "2026-02-30" is not a date. Write it like 2026-12-11 or 2026-12-11T11:30Z, which is UTC.'],
	[
		`${run} --by 2026-12-11T24:00Z`,
		'--by: "2026-12-11T24:00Z" is not a date. Write it like 2026-12-11 or 2026-12-11T11:30Z, which is UTC.',
	],
	[`${run} --placement clustr`, '--placement: unknown placement "clustr". Did you mean cluster?'],
	[`${run} -o csv`, '--output: unknown format "csv". It is one of table, json, yaml.'],
	['--instance-types p5.48xlarge', '--instance-types is a flag of truffle capacity, not of truffle check. Did you mean --instance-type?'],
])('refuses check %s', (line, message) => {
	expect(() => parse(line)).toThrow(new UsageError(message));
});
