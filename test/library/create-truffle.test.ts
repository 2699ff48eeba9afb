import {describe, expect, test} from 'vitest';
import {createEc2Source} from '../../source/aws/ec2-source.js';
import {startDemoEndpoint} from '../../source/demo/demo-endpoint.js';
import {createTruffle, type TruffleOptions} from '../../source/index.js';
import {createTruffle as createTruffleWith, type Truffle} from '../../source/library/create-truffle.js';
import type {LibraryPorts} from '../../source/library/library-ports.js';
import {type FakeSource, failure, fakeSource} from '../helpers/fake-source.js';
import {manualClock} from '../helpers/manual-clock.js';
import {block, reservation} from '../helpers/reservation.js';

/** The library over a scenario of the embedded endpoint, by the real SDK client and with the scenario's clock. */
async function overDemo<Result>(scenario: string, use: (truffle: Truffle) => Promise<Result>): Promise<Result> {
	let now = new Date('2026-11-23T10:13:00Z');
	const endpoint = await startDemoEndpoint({scenario, clock: () => now});
	const ports: LibraryPorts = {
		clock: endpoint.now,
		stopwatch: () => now.getTime(),
		timers: {
			// Time passes as soon as it is waited for; deadlines of calls are farther off than any call takes.
			after(milliseconds, callback) {
				const timer = setTimeout(
					() => {
						now = new Date(now.getTime() + milliseconds);
						callback();
					},
					milliseconds >= 30_000 ? 20_000 : 0,
				);
				return {cancel: () => clearTimeout(timer)};
			},
		},
		openSource: async ({regions}, timeoutMs) =>
			createEc2Source({
				profile: null,
				endpointUrl: endpoint.url,
				homeRegion: 'us-east-1',
				asked: regions ?? null,
				credentials: {accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret'},
				stsAtEndpoint: true,
				useProxy: false,
				askMfaCode: null,
				env: {},
				timeoutMs,
				requestLog: null,
			}),
	};
	try {
		return await use(createTruffleWith({}, ports));
	} finally {
		await endpoint.close();
	}
}

/** The library over regions that answer as a test says. */
function overSource(source: FakeSource, options: TruffleOptions = {}) {
	const time = manualClock();
	const none = async () => {
		throw new Error('No offerings here.');
	};
	const opened = {...source, describeBlockTypes: none, findOfferings: none, findExtensions: none};
	return {time, truffle: createTruffleWith(options, {...time, openSource: async () => opened})};
}

describe('capacity', () => {
	test('is of the regions of createTruffle, unless the call names others', async () => {
		const source = fakeSource({'us-east-1': [[reservation()]], 'us-west-2': []});
		const {truffle} = overSource(source, {regions: ['us-west-2']});
		expect((await truffle.capacity()).regions.map(({region}) => region)).toEqual(['us-west-2']);
		expect((await truffle.capacity({regions: ['us-east-1']})).reservations).toHaveLength(1);
		expect(source.calls).toEqual(['us-west-2', 'us-east-1']);
	});
});

describe('offerings', () => {
	test('are what AWS sells, with prices, and how far the search is', async () => {
		const steps: number[] = [];
		const found = await overDemo('market', async (truffle) =>
			truffle.offerings({
				instanceType: 'p5.48xlarge',
				count: 8,
				days: 7,
				regions: ['us-east-1'],
				sort: 'start',
				onProgress: ({asked}) => void steps.push(asked),
			}),
		);
		expect(found).toMatchObject({kind: 'searched', merged: {isComplete: true, answered: ['us-east-1']}});
		const offerings = found.kind === 'searched' ? found.merged.offerings : [];
		expect(offerings.length).toBeGreaterThan(0);
		expect(
			offerings.every(
				({instanceType, instanceCount, upfrontFee}) => instanceType === 'p5.48xlarge' && instanceCount === 8 && upfrontFee !== null,
			),
		).toBe(true);
		expect(steps.at(-1)).toBe(1);
	});

	test('that AWS does not sell are not asked for', async () => {
		const {truffle} = overSource(fakeSource({'us-east-1': []}));
		expect(await truffle.offerings({instanceType: 'p5.48xlarge', count: 65, days: 7})).toMatchObject({
			kind: 'not-asked',
			plan: {kind: 'never', because: expect.stringContaining('at most 64 instances')},
		});
	});
});

describe('check', () => {
	test('says whether a run fits now, with sentences', async () => {
		const rows = [block({id: 'cr-0000000a', totalInstanceCount: 32, availableInstanceCount: 32})];
		const {truffle} = overSource(fakeSource({'us-east-1': [rows]}));
		const run = await truffle.check({instanceType: 'P5.48xlarge', count: 32, hours: 24});
		expect({outcome: run.outcome, ids: run.fits.flatMap(({uses}) => uses.map(({source}) => source.reservation.id))}).toEqual({
			outcome: 'now',
			ids: ['cr-0000000a'],
		});
		expect(run.words.headline).toBe('Fits now: 32 × p5.48xlarge for 1 d.');
	});

	test('looks for what could be bought only when that is asked for, and nothing that is held fits', async () => {
		const run = {instanceType: 'p5.48xlarge', count: 32, days: 7, regions: ['us-east-1']} as const;
		const [held, sold] = await overDemo(
			'market',
			async (truffle) => [await truffle.check(run), await truffle.check({...run, offerings: true})] as const,
		);
		expect({outcome: held.outcome, sold: held.sold}).toEqual({outcome: 'no', sold: null});
		expect({outcome: sold.outcome, answered: sold.sold?.answered, isOffered: sold.offerings.length > 0}).toEqual({
			outcome: 'later',
			answered: ['us-east-1'],
			isOffered: true,
		});
	});

	test('of regions that cannot be read says so', async () => {
		const {truffle} = overSource(fakeSource({'us-east-1': failure('denied')}));
		expect(await truffle.check({instanceType: 'p5.48xlarge', count: 1, days: 1})).toMatchObject({outcome: 'unreadable', isWhole: false});
	});

	test('says of a type that EC2 does not have that there is none', async () => {
		const told = await overDemo('market', async (truffle) =>
			truffle.check({instanceType: 'foo.bar', count: 1, days: 1, regions: ['us-east-1']}),
		);
		expect([told.outcome, told.unknownIn, told.words.headline]).toEqual([
			'no',
			['us-east-1'],
			'No such type: EC2 knows no instance type foo.bar in us-east-1.',
		]);
	});

	test('refuses a date that is past, as the command does, and asks nothing', async () => {
		const source = fakeSource({'us-east-1': []});
		const {truffle, time} = overSource(source);
		const run = {instanceType: 'p5.48xlarge', count: 1, days: 1};
		await expect(truffle.check({...run, by: time.clock()})).rejects.toMatchObject({
			reason: 'bad_setting',
			message: expect.stringMatching(/^by is past: 20\d\d-\d\d-\d\d \d\d:\d\d UTC\.$/),
		});
		expect(source.calls).toEqual([]);
	});
});

describe('wait', () => {
	test('ends once so many instances are free, and tells of each reading before', async () => {
		const source = fakeSource({'us-east-1': [[reservation({id: 'cr-0000000a', availableInstanceCount: 0})]]});
		const {truffle, time} = overSource(source);
		const seen: string[] = [];
		const waiting = truffle.wait({
			ids: ['CR-0000000A'],
			minCapacity: 4,
			onRound: ({outcome, rounds}) => void seen.push(`${outcome} ${rounds}`),
		});
		await time.advance(30_000);
		source.answers.set('us-east-1', [[reservation({id: 'cr-0000000a', availableInstanceCount: 4})]]);
		await time.advance(30_000);
		expect(await waiting).toMatchObject({outcome: 'satisfied', rounds: 3, at: new Date('2026-11-23T10:14:00Z')});
		expect(seen).toEqual(['waiting 1', 'waiting 2']);
		expect(time.pending()).toBe(0);
	});

	test('gives up when patience ends, after a last reading', async () => {
		const source = fakeSource({'us-east-1': [[reservation({availableInstanceCount: 0})]]});
		const {truffle, time} = overSource(source);
		const waiting = truffle.wait({instanceTypes: ['p5*'], patienceMs: 40_000});
		await time.advance(60_000);
		expect(await waiting).toMatchObject({outcome: 'timed_out', rounds: 3, at: new Date('2026-11-23T10:13:40Z')});
	});

	test.each([-5, 5])('gives up then also when the clock is set by %i hours meanwhile', async (hours) => {
		const source = fakeSource({'us-east-1': [[reservation({availableInstanceCount: 0})]]});
		const {truffle, time} = overSource(source);
		const waiting = truffle.wait({instanceTypes: ['p5*'], patienceMs: 40_000});
		await time.advance(10_000);
		time.step(hours * 3_600_000);
		await time.advance(50_000);
		expect(await waiting).toMatchObject({outcome: 'timed_out', rounds: 3});
	});

	test('ends when it cannot happen any more', async () => {
		const {truffle, time} = overSource(fakeSource({'us-east-1': [[]]}));
		const waiting = truffle.wait({ids: ['cb-0000000a'], until: 'active'});
		await time.advance(120_000);
		expect(await waiting).toMatchObject({outcome: 'impossible', rounds: 3});
	});

	test('goes on while credentials are expired, for a while', async () => {
		const source = fakeSource({'us-east-1': [[]]});
		const {CapacityError} = await import('../../source/core/errors.js');
		source.connectError = new CapacityError('expired_credentials', 'The credentials have expired.');
		const {truffle, time} = overSource(source);
		const waiting = truffle.wait({gpuOnly: true});
		await time.advance(300_000);
		expect(await waiting).toMatchObject({outcome: 'unreadable', rounds: 5});
	});

	test('stops with the reason of the signal', async () => {
		const {truffle, time} = overSource(fakeSource({'us-east-1': [[]]}));
		const controller = new AbortController();
		const waiting = truffle.wait({kind: 'block', signal: controller.signal});
		await time.advance(1000);
		controller.abort(new Error('enough'));
		await expect(waiting).rejects.toThrow('enough');
		expect(time.pending()).toBe(0);
	});
});

describe('snippet', () => {
	test('is of the reservation wherever it is', async () => {
		const snippet = await overDemo('cluster', async (truffle) => truffle.snippet({id: 'cr-0a1b2c3d4e5f60718', kind: 'launch-template'}));
		expect(JSON.parse('text' in snippet ? snippet.text : '')).toMatchObject({InstanceType: 'p5.48xlarge'});
	});

	test.each([
		[{id: 'cr-0000000b'}, 'There is no cr-0000000b in 1 region.'],
		[{id: 'cb-0000000a'}, 'cb-0000000a has 2 reservations: cr-0000000c, cr-0000000d.'],
	])('of %o there is none, and it says why', async (wanted, because) => {
		const rows = ['cr-0000000c', 'cr-0000000d'].map((id) => block({id, capacityBlockId: 'cb-0000000a'}));
		const {truffle} = overSource(fakeSource({'us-east-1': [rows]}));
		expect(await truffle.snippet({...wanted, kind: 'eks'})).toEqual({kind: 'eks', because});
	});

	test('tells none from one in a region that could not be read', async () => {
		const {truffle} = overSource(fakeSource({'us-east-1': [[]], 'us-west-2': failure('denied')}));
		expect(await truffle.snippet({id: 'cr-0000000b', kind: 'eks'})).toEqual({
			kind: 'eks',
			because: 'cr-0000000b was not found: 1 of 2 regions could be read.',
		});
	});
});

describe('what makes no sense is refused before any call', () => {
	const source = fakeSource({'us-east-1': [[]]});
	const {truffle} = overSource(source);
	const calls = {
		capacity: truffle.capacity,
		offerings: truffle.offerings,
		check: truffle.check,
		wait: truffle.wait,
		snippet: truffle.snippet,
	} as unknown as Readonly<Record<string, (options: object) => Promise<unknown>>>;
	test.each([
		['capacity', {kind: 'blocks'}, 'kind is "odcr" or "block", not "blocks".'],
		['offerings', {instanceType: 'p5.48xlarge', count: 0, days: 1}, 'count is a number of instances, not 0.'],
		['offerings', {instanceType: 'p5.48xlarge', count: 1}, 'One of days and hours says how long.'],
		['offerings', {count: 1, days: 1}, 'One of instanceType and ultraserverType says of what.'],
		['offerings', {instanceType: 'p5.48xlarge', count: 1, days: 1, endBy: '2026-12-01'}, 'endBy is a valid Date, not "2026-12-01".'],
		['check', {instanceType: 'p5.48xlarge', count: 1, days: 1, hours: 24}, 'One of days and hours says how long.'],
		['check', {count: 1, days: 1}, 'instanceType is a text, not undefined.'],
		['wait', {}, 'Nothing to wait for: name ids, instanceTypes, gpuOnly, kind or regions.'],
		['wait', {ids: ['p5']}, 'ids is a list of ids, cr-… or cb-…, not ["p5"].'],
		['wait', {ids: ['cr-00000000'], gpuOnly: true}, 'ids already say which ones are waited for; leave out the filters.'],
		['wait', {kind: 'block', until: 'ended', single: true}, 'minCapacity and single count free instances: they go with until "available".'],
		['snippet', {id: 'cr-00000000', kind: 'nomad'}, expect.stringContaining('kind is "run-instances" or ')],
		['snippet', {id: 'cr-00000000'}, expect.stringContaining(', not undefined.')],
	])('%s %o', async (call, options, message) => {
		await expect(calls[call]?.(options)).rejects.toMatchObject({name: 'CapacityError', reason: 'bad_setting', message});
		expect(source.calls).toEqual([]);
	});

	test('createTruffle, at once', () => {
		expect(() => createTruffle({endpointUrl: 'x'} as TruffleOptions)).toThrow(
			'"endpointUrl" is not an option; there are profile, regions, endpoint, timeoutMs, askMfaCode.',
		);
	});
});

test.each(['check', 'wait', 'snippet', 'offerings'] as const)('%s leaves nothing open, also when it fails', async (call) => {
	const source = fakeSource({'us-east-1': [[]]});
	source.connectError = new Error('No network.');
	const {truffle} = overSource(source);
	const asked = {
		check: async () => truffle.check({instanceType: 'p5.48xlarge', count: 1, days: 1}),
		wait: async () => truffle.wait({gpuOnly: true}),
		snippet: async () => truffle.snippet({id: 'cr-00000000', kind: 'eks'}),
		offerings: async () => truffle.offerings({instanceType: 'p5.48xlarge', count: 1, days: 1}),
	};
	await expect(asked[call]()).rejects.toThrow('No network.');
	expect(source.isClosed).toBe(true);
});

test.each(['capacity', 'check', 'wait', 'snippet'] as const)('%s names the nearest region of one that does not exist', async (call) => {
	const {truffle} = overSource(fakeSource({'us-east-1': [[]]}), {regions: ['us-esat-1']});
	const asked = {
		capacity: async () => truffle.capacity(),
		check: async () => truffle.check({instanceType: 'p5.48xlarge', count: 1, days: 1}),
		wait: async () => truffle.wait({gpuOnly: true}),
		snippet: async () => truffle.snippet({id: 'cr-00000000', kind: 'eks'}),
	};
	await expect(asked[call]()).rejects.toMatchObject({reason: 'unknown_region', nearest: 'us-east-1'});
});
