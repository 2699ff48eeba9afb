import {describe, expect, test} from 'vitest';
import type {AdviseOptions} from '../../source/command/advise-options.js';
import {UsageError} from '../../source/command/usage-error.js';
import type {AdviceRequest} from '../../source/core/advise/advice-request.js';
import {parseOptions} from '../helpers/parse-options.js';

const scenarios = {isScenario: (name: string) => name === 'market', names: ['market'], defaultName: 'market'};

function parse(line: string) {
	return parseOptions(
		['advise', ...line.split(' ').filter((word) => word !== '')],
		{name: 'truffle-capacity', version: '1.2.3'},
		scenarios,
	);
}

function requestOf(line: string): AdviceRequest | null {
	const command = parse(line);
	return command.kind === 'advise' ? command.options.request : null;
}

const bare: AdviceRequest = {
	workload: 'training',
	schedule: 'open',
	instanceType: null,
	count: null,
	length: null,
	start: null,
	regions: null,
};

describe('what the flags of advise mean', () => {
	const cases: ReadonlyArray<readonly [string, Partial<AdviceRequest>]> = [
		['--workload training', {}],
		['--workload inference --schedule fixed', {workload: 'inference', schedule: 'fixed'}],
		['--workload training --days 7', {schedule: 'fixed', length: {unit: 'days', amount: 7}}],
		['--workload training --schedule fixed --hours 12', {schedule: 'fixed', length: {unit: 'hours', amount: 12}}],
		['--workload development --instance-type G6.xlarge --count 8', {workload: 'development', instanceType: 'g6.xlarge', count: 8}],
		['--workload training --start 2026-12-01', {start: new Date('2026-12-01T00:00:00Z')}],
		['--workload training --regions us-east-1', {regions: ['us-east-1']}],
	];
	test.each(cases)('%s', (line, expected) => {
		expect(requestOf(line)).toEqual({...bare, ...expected});
	});

	test('where it asks and how it looks', () => {
		expect(parse('--workload training --demo -o json --timeout 5s --ascii --no-color')).toEqual({
			kind: 'advise',
			options: {
				request: bare,
				output: 'json',
				asksOfferings: false,
				usesCache: true,
				regions: null,
				intervalMs: 30_000,
				isIntervalExplicit: false,
				profile: null,
				endpointUrl: null,
				timeoutMs: 5000,
				demo: 'market',
				speed: 1,
				debugLog: null,
				isAscii: true,
				isColor: false,
			} satisfies AdviseOptions,
		});
	});
});

test.each([
	['', 'advise needs --workload: training, inference, development.'],
	['--workload trainng', '--workload: unknown workload "trainng". Did you mean training?'],
	['--workload training --schedule later', '--schedule: unknown schedule "later". It is one of fixed, open.'],
	['--workload training --schedule open --days 7', '--schedule open has no end. Leave out --days and --hours, or write --schedule fixed.'],
	['--workload training --days 7 --hours 3', '--days and --hours are the same length twice. Leave out one of them.'],
	['--workload training --start soon', '--start: "soon" is not a date. Write it like 2026-12-11 or 2026-12-11T11:30Z, which is UTC.'],
	['--workload training --count none', '--count: "none" is not a whole number from 1 to 1000000.'],
	[
		'--workload training --instance-type p5.48xlarge --count 8 --offerings',
		'--offerings needs --instance-type, --count and --days or --hours: AWS sells blocks of a type, a count and a length.',
	],
	['--workload training --by 2026-12-01', '--by is a flag of truffle check, not of truffle advise.'],
])('refuses advise %s', (line, message) => {
	expect(() => parse(line)).toThrow(new UsageError(message));
});
