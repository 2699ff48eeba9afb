import {describe, expect, test} from 'vitest';
import {UsageError} from '../../source/command/usage-error.js';
import type {WaitOptions} from '../../source/command/wait-options.js';
import {emptyQuery} from '../../source/core/rows/query.js';
import type {WaitGoal} from '../../source/core/wait/wait-goal.js';
import {parseOptions} from '../helpers/parse-options.js';

const scenarios = {isScenario: (name: string) => name === 'bring-up', names: ['bring-up'], defaultName: 'bring-up'};

const oneId: WaitGoal = {
	target: {kind: 'ids', ids: ['cr-0c7f1a5d3e9b46820']},
	until: {kind: 'available', minCapacity: 1, isSingle: false},
};

const defaults: WaitOptions = {
	goal: oneId,
	output: null,
	patienceMs: 14_400_000,
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
	hasHints: true,
	isAscii: false,
	isColor: true,
};

function parse(line: string) {
	return parseOptions(['wait', ...line.split(' ').filter((word) => word !== '')], {name: 'truffle-capacity', version: '1.2.3'}, scenarios);
}

function query(parts: Partial<typeof emptyQuery>, kinds: readonly ('odcr' | 'block')[] = ['odcr', 'block']): WaitGoal {
	return {...oneId, target: {kind: 'query', query: {...emptyQuery, ...parts}, kinds}};
}

describe('what the flags of wait mean', () => {
	const id = '--id cr-0c7f1a5d3e9b46820';
	const cases: ReadonlyArray<readonly [string, Partial<WaitOptions>]> = [
		[id, {}],
		[
			`${id},cb-0b1e6f2a7c94d3058 --id CR-08e2b6c4a1d9f7035`,
			{goal: {...oneId, target: {kind: 'ids', ids: ['cr-0c7f1a5d3e9b46820', 'cb-0b1e6f2a7c94d3058', 'cr-08e2b6c4a1d9f7035']}}},
		],
		[`${id} --min-capacity 8 --single`, {goal: {...oneId, until: {kind: 'available', minCapacity: 8, isSingle: true}}}],
		[`${id} --for available`, {}],
		[`${id} --for active`, {goal: {...oneId, until: {kind: 'active'}}}],
		[`${id} --for ended`, {goal: {...oneId, until: {kind: 'ended'}}}],
		['--instance-types p5*,P4D.24xlarge', {goal: query({instanceTypes: ['p5*', 'p4d.24xlarge']})}],
		['--gpu-only --odcr', {goal: query({gpuOnly: true}, ['odcr'])}],
		['--blocks', {goal: query({}, ['block'])}],
		['--odcr --blocks', {goal: query({})}],
		['--regions us-east-1', {goal: query({}), regions: ['us-east-1']}],
		[`${id} --regions us-east-1`, {regions: ['us-east-1']}],
		[`${id} --timeout 90`, {patienceMs: 90_000}],
		[`${id} --no-hints`, {hasHints: false}],
		[`${id} --interval 5s -o json`, {intervalMs: 5000, isIntervalExplicit: true, output: 'json'}],
		[`${id} --demo --speed 20 --ascii --no-color`, {demo: 'bring-up', speed: 20, isAscii: true, isColor: false}],
	];
	test.each(cases)('%s', (line, changed) => {
		expect(parse(line)).toEqual({kind: 'wait', options: {...defaults, ...changed}});
	});
});

describe('a wait that cannot be is refused in one line', () => {
	const cases: ReadonlyArray<readonly [string, string]> = [
		['', 'Nothing to wait for: name it by --id, or by --instance-types, --gpu-only, --odcr, --blocks or --regions.'],
		['--min-capacity 8', 'Nothing to wait for: name it by --id, or by --instance-types, --gpu-only, --odcr, --blocks or --regions.'],
		['--id cr-0c7f1a5d3e9b46820 --gpu-only', '--id already says which ones are waited for. Leave out --id or --gpu-only.'],
		['--id cr-0c7f1a5d3e9b46820 --instance-types p5*', '--id already says which ones are waited for. Leave out --id or --instance-types.'],
		[
			'--blocks --for active --min-capacity 8',
			'--min-capacity counts free instances: it goes with --for available, not with --for active.',
		],
		['--blocks --for ended --single', '--single counts free instances: it goes with --for available, not with --for ended.'],
		['--blocks --for avialable', '--for: unknown condition "avialable". Did you mean available?'],
		['--blocks --for pending', '--for: unknown condition "pending". It is one of available, active, ended.'],
		['--blocks --min-capacity 0', '--min-capacity: "0" is not a whole number from 1 to 1000000.'],
		['--blocks --timeout 0', '--timeout: "0" is out of bounds. It may be 1s to 720h.'],
		['--blocks -o table', '--output: unknown format "table". It can only be json.'],
		[
			'--id i-0c7f1a5d3e9b46820',
			'--id: "i-0c7f1a5d3e9b46820" is not the id of a reservation or of a block. Write it like cr-0123456789abcdef0 or cb-0123456789abcdef0.',
		],
		[
			'--id cr-0c7f1a5d3e9b4682o',
			'--id: "cr-0c7f1a5d3e9b4682o" is not the id of a reservation or of a block. Write it like cr-0123456789abcdef0 or cb-0123456789abcdef0.',
		],
		['--blocks --speed 2', '--speed is for the clock of a demo. Add --demo, or leave out --speed.'],
		['--blocks --demo --profile prod', '--demo uses no AWS profile. Leave out --demo or --profile.'],
		['--blocks --wide', '--wide is a flag of truffle capacity, not of truffle wait.'],
		['--blocks --singel', 'Unknown flag "--singel". Did you mean --single?'],
		[
			'cr-0c7f1a5d3e9b46820',
			'Unexpected argument "cr-0c7f1a5d3e9b46820". Lists are written with commas and no spaces: --regions us-east-1,us-west-2.',
		],
	];
	test.each(cases)('%s', (line, message) => {
		expect(() => parse(line)).toThrow(new UsageError(message));
	});
});
