import {describe, expect, test} from 'vitest';
import type {OfferingsOptions} from '../../source/command/offerings-options.js';
import {UsageError} from '../../source/command/usage-error.js';
import type {OfferingRequest} from '../../source/core/offerings/request.js';
import {parseOptions} from '../helpers/parse-options.js';

const scenarios = {isScenario: (name: string) => name === 'market', names: ['market'], defaultName: 'market'};

const run = '--instance-type p5.48xlarge --count 32 --days 7';

const request: OfferingRequest = {
	subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: 32},
	hours: 168,
	startAfter: null,
	endBy: null,
	regions: null,
};

const defaults: OfferingsOptions = {
	asks: {kind: 'search', request, findsLargest: false},
	sort: 'price',
	output: 'table',
	isStrict: false,
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
	return parseOptions(['offerings', ...line.split(' ')], {name: 'truffle-capacity', version: '1.2.3'}, scenarios);
}

function searching(differs: Partial<OfferingRequest>, findsLargest = false): Partial<OfferingsOptions> {
	return {asks: {kind: 'search', request: {...request, ...differs}, findsLargest}};
}

describe('what the flags of offerings mean', () => {
	const cases: ReadonlyArray<readonly [string, Partial<OfferingsOptions>]> = [
		[run, {}],
		['--instance-type P5.48XLARGE --count 32 --hours 30', searching({hours: 30})],
		[
			'--ultraserver-type u-p6e-gb200x72 --count 1 --days 7',
			searching({subject: {kind: 'ultraservers', ultraserverType: 'u-p6e-gb200x72', count: 1}}),
		],
		[
			`${run} --start-after 2026-12-01 --end-by 2026-12-24`,
			searching({startAfter: new Date('2026-12-01T00:00:00Z'), endBy: new Date('2026-12-24T23:59:59Z')}),
		],
		[`${run} --largest`, searching({}, true)],
		[`${run} --regions us-east-1,us-west-2`, {...searching({regions: ['us-east-1', 'us-west-2']}), regions: ['us-east-1', 'us-west-2']}],
		[`${run} --sort gpu-hour -o csv --strict`, {sort: 'gpu-hour', output: 'csv', isStrict: true}],
		['--extend CR-0123456789ABCDEF0 --days 14', {asks: {kind: 'extension', id: 'cr-0123456789abcdef0', hours: 336}}],
		[`${run} --demo --speed 10 --timeout 5s --ascii`, {demo: 'market', speed: 10, timeoutMs: 5000, isAscii: true}],
	];
	test.each(cases)('%s', (line, expected) => {
		expect(parse(line)).toEqual({kind: 'offerings', options: {...defaults, ...expected}});
	});
});

const needed =
	'offerings needs --instance-type or --ultraserver-type, and --count and --days: --instance-type p5.48xlarge --count 32 --days 7.';

test.each([
	['--count 32 --days 7', needed],
	[
		`${run} --ultraserver-type u-p6e-gb200x72`,
		'offerings takes one of the two, --instance-type or --ultraserver-type: AWS is asked for one type at a time.',
	],
	[
		'--instance-type p5.48xlarge --days 7',
		'offerings needs --count: AWS sells by the count that is asked for, and says nothing of others.',
	],
	['--instance-type p5.48xlarge --count 32', 'offerings needs one of --days and --hours.'],
	[`${run} --hours 3`, 'offerings needs one of --days and --hours.'],
	['--instance-type p5* --count 32 --days 7', '--instance-type takes one type, not a pattern: p5.48xlarge.'],
	['--instance-type p5.48xlarge --count 32 --days 183', '--days: "183" is not a whole number from 1 to 182.'],
	[
		'--ultraserver-type gb200 --count 1 --days 7',
		'--ultraserver-type: "gb200" is not the type of an UltraServer. Write it like u-p6e-gb200x72.',
	],
	[`${run} --end-by soon`, '--end-by: "soon" is not a date. Write it like 2026-12-11 or 2026-12-11T11:30Z, which is UTC.'],
	[`${run} --sort cost`, '--sort: unknown key "cost". It is one of price, start, gpu-hour.'],
	[
		'--extend cr-0123456789abcdef0 --days 7 --count 3',
		'--extend is for more time of the same block: of the search it takes only --days or --hours.',
	],
	[`${run} --by 2026-12-11`, '--by is a flag of truffle check, not of truffle offerings.'],
])('refuses offerings %s', (line, message) => {
	expect(() => parse(line)).toThrow(new UsageError(message));
});
