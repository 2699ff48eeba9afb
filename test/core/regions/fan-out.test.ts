import {getEventListeners} from 'node:events';
import {describe, expect, test} from 'vitest';
import {CapacityError, UnknownRegionError} from '../../../source/core/errors.js';
import {type FanOutEvent, type FanOutOptions, fanOut, withAccelerators} from '../../../source/core/regions/fan-out.js';
import {type CapacitySource, type RegionDirectory, RegionError} from '../../../source/core/regions/source.js';
import type {Accelerator, AcceleratorFacts} from '../../../source/core/reservations/accelerator.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {noOfferings} from '../../helpers/fake-offerings.js';
import {reservation} from '../../helpers/reservation.js';

const now = new Date('2026-11-23T10:00:00Z');
const h100: Accelerator = {name: 'H100', countPerInstance: 8, memoryMib: 81_920};

describe('which regions are asked', () => {
	test('the always enabled ones are asked before DescribeRegions answers, the others after', async () => {
		const world = createWorld({always: ['us-east-1', 'eu-west-1']});
		const run = world.start();
		await world.settle();
		expect(world.asked).toEqual(['us-east-1', 'eu-west-1']);
		world.directory.resolve(ec2('us-east-1', 'eu-west-1', 'me-south-1'));
		await world.settle();
		expect(world.asked).toEqual(['us-east-1', 'eu-west-1', 'me-south-1']);
		world.answerAll();
		await run;
		expect(world.events.map(summary)).toEqual([
			'asking us-east-1 eu-west-1',
			'directory ec2',
			'asking me-south-1',
			'us-east-1 empty',
			'eu-west-1 empty',
			'me-south-1 empty',
		]);
	});

	test('DescribeRegions is called first of all: the regions that wait for it are often the farthest', async () => {
		const world = createWorld({always: ['us-east-1', 'eu-west-1']});
		const run = world.start();
		await world.settle();
		expect({calls: world.listRegionsCalls, askedAhead: world.askedAhead, asked: world.asked.length}).toEqual({
			calls: 1,
			askedAhead: 0,
			asked: 2,
		});
		world.directory.resolve(ec2('us-east-1', 'eu-west-1'));
		world.answerAll();
		await run;
	});

	test('those of the list of the last time are asked before DescribeRegions answers, and dropped when they are not in its answer', async () => {
		const lastDirectory: RegionDirectory = {
			origin: 'ec2',
			regions: [entry('us-east-1'), entry('me-south-1'), entry('af-south-1'), {name: 'ap-east-1', isEnabled: false}],
		};
		const world = createWorld({always: ['us-east-1', 'eu-west-1'], lastDirectory});
		const run = world.start();
		await world.settle();
		expect(world.asked).toEqual(['us-east-1', 'me-south-1', 'af-south-1']);
		world.directory.resolve(ec2('us-east-1', 'eu-west-1', 'me-south-1'));
		await world.settle();
		expect(world.signals.get('af-south-1')?.aborted).toBe(true);
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['us-east-1', 'me-south-1', 'af-south-1', 'eu-west-1']);
		expect(world.events.map(summary)).toEqual([
			'asking us-east-1 me-south-1 af-south-1',
			'directory ec2',
			'dropped af-south-1',
			'asking eu-west-1',
			'us-east-1 empty',
			'me-south-1 empty',
			'eu-west-1 empty',
		]);
	});

	test('those of an order that is known are asked in it, ahead of DescribeRegions, which adds and drops', async () => {
		const world = createWorld({
			always: ['us-east-1', 'eu-west-1', 'sa-east-1'],
			lastDirectory: ec2('us-east-1'),
			askFirst: ['me-south-1', 'af-south-1', 'eu-west-1', 'us-east-1'],
		});
		const run = world.start();
		await world.settle();
		expect(world.asked).toEqual(['me-south-1', 'af-south-1', 'eu-west-1', 'us-east-1']);
		expect(world.askedAhead).toBe(1);
		world.answer('af-south-1');
		await world.settle();
		world.directory.resolve(ec2('us-east-1', 'eu-west-1', 'sa-east-1', 'me-south-1'));
		await world.settle();
		expect(world.asked).toEqual(['me-south-1', 'af-south-1', 'eu-west-1', 'us-east-1', 'sa-east-1']);
		world.answerAll();
		await run;
		expect(world.events.map(summary)).toEqual([
			'asking me-south-1',
			'asking af-south-1 eu-west-1 us-east-1',
			'af-south-1 empty',
			'directory ec2',
			'dropped af-south-1',
			'asking sa-east-1',
			'me-south-1 empty',
			'eu-west-1 empty',
			'us-east-1 empty',
			'sa-east-1 empty',
		]);
	});

	test('an order stands in for no answer of DescribeRegions: without one the built-in list counts', async () => {
		const directory: RegionDirectory = {origin: 'builtin', regions: [entry('us-east-1'), entry('eu-west-1')], note: 'Denied.'};
		const world = createWorld({askFirst: ['me-south-1', 'us-east-1']});
		const run = world.start();
		await world.settle();
		world.directory.resolve(directory);
		await world.settle();
		expect(world.signals.get('me-south-1')?.aborted).toBe(true);
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['me-south-1', 'us-east-1', 'eu-west-1']);
		expect(world.events).toContainEqual({type: 'directory', directory});
		expect(world.events.map(summary)).toContain('dropped me-south-1');
	});

	test('an order adds nothing to regions asked for by name, of which those that it does not have come first', async () => {
		const world = createWorld({
			asked: ['us-east-1', 'ca-west-1', 'eu-west-1', 'sa-east-1', 'me-south-1'],
			askFirst: ['me-south-1', 'ap-east-1', 'sa-east-1', 'us-east-1'],
		});
		const run = world.start();
		await world.settle();
		world.directory.resolve(ec2('us-east-1', 'ca-west-1', 'eu-west-1', 'sa-east-1', 'me-south-1', 'ap-east-1'));
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['ca-west-1', 'eu-west-1', 'me-south-1', 'sa-east-1', 'us-east-1']);
	});

	test('an order is of no use where the directory is known', async () => {
		const world = createWorld({directory: ec2('us-east-1', 'eu-west-1'), askFirst: ['eu-west-1', 'sa-east-1']});
		const run = world.start();
		await world.settle();
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['us-east-1', 'eu-west-1']);
	});

	test('a region asked ahead that is not in the account is dropped and its call is aborted', async () => {
		const world = createWorld({always: ['us-east-1', 'sa-east-1']});
		const run = world.start();
		await world.settle();
		world.directory.resolve(ec2('us-east-1'));
		await world.settle();
		expect(world.signals.get('sa-east-1')?.aborted).toBe(true);
		expect(world.signals.get('us-east-1')?.aborted).toBe(false);
		world.answerAll();
		await run;
		expect(world.events.map(summary)).toEqual(['asking us-east-1 sa-east-1', 'directory ec2', 'dropped sa-east-1', 'us-east-1 empty']);
	});

	test('a region that is not enabled is not asked', async () => {
		const world = createWorld({directory: {origin: 'ec2', regions: [entry('us-east-1'), {name: 'me-south-1', isEnabled: false}]}});
		const run = world.start();
		await world.settle();
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['us-east-1']);
	});

	test('a region asked for by name that is not enabled answers so, without a call', async () => {
		const world = createWorld({
			directory: {origin: 'ec2', regions: [entry('us-east-1'), {name: 'me-south-1', isEnabled: false}]},
			asked: ['us-east-1', 'me-south-1'],
		});
		const run = world.start();
		await world.settle();
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['us-east-1']);
		expect(world.events.map(summary)).toEqual(['me-south-1 not_enabled', 'asking us-east-1', 'us-east-1 empty']);
	});

	test('the directory answers for a region that was asked ahead and is not enabled', async () => {
		const world = createWorld({asked: ['us-east-1', 'me-south-1']});
		const run = world.start();
		await world.settle();
		world.directory.resolve({origin: 'ec2', regions: [entry('us-east-1'), {name: 'me-south-1', isEnabled: false}]});
		await world.settle();
		expect(world.signals.get('me-south-1')?.aborted).toBe(true);
		world.answerAll();
		await run;
		expect(world.events.map(summary)).toEqual([
			'asking us-east-1 me-south-1',
			'directory ec2',
			'me-south-1 not_enabled',
			'us-east-1 empty',
		]);
	});

	test('the directory has the last word, also where the region was quicker', async () => {
		const world = createWorld({asked: ['me-south-1']});
		const run = world.start();
		await world.settle();
		world.answer('me-south-1');
		await world.settle();
		world.directory.resolve({origin: 'ec2', regions: [{name: 'me-south-1', isEnabled: false}]});
		await run;
		expect(world.events.map(summary)).toEqual(['asking me-south-1', 'me-south-1 empty', 'directory ec2', 'me-south-1 not_enabled']);
	});

	test('only the regions asked for are read, each once', async () => {
		const world = createWorld({always: ['us-east-1'], asked: ['eu-west-1', 'eu-west-1']});
		const run = world.start();
		await world.settle();
		expect(world.asked).toEqual(['eu-west-1']);
		world.directory.resolve(ec2('us-east-1', 'eu-west-1'));
		await world.settle();
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['eu-west-1']);
	});

	test('a region that EC2 does not list ends the refresh and aborts every call', async () => {
		const world = createWorld({asked: ['us-east-1', 'us-esat-1']});
		const run = world.start();
		await world.settle();
		world.directory.resolve(ec2('us-west-2', 'us-east-1'));
		await expect(run).rejects.toThrow(UnknownRegionError);
		await expect(run).rejects.toMatchObject({region: 'us-esat-1', known: ['us-east-1', 'us-west-2']});
		expect([...world.signals.values()].every((signal) => signal.aborted)).toBe(true);
		expect(world.events.map(summary)).toEqual(['asking us-east-1 us-esat-1']);
	});

	test('with the built-in list any region that was asked for is tried', async () => {
		const world = createWorld({asked: ['xx-north-9'], directory: {origin: 'builtin', regions: [entry('us-east-1')], note: 'Denied.'}});
		const run = world.start();
		await world.settle();
		world.answerAll();
		await run;
		expect(world.asked).toEqual(['xx-north-9']);
	});

	test('a directory that is known is not asked for again', async () => {
		const world = createWorld({directory: ec2('us-east-1', 'eu-west-1'), always: ['sa-east-1']});
		const run = world.start();
		await world.settle();
		world.answerAll();
		await run;
		expect(world.listRegionsCalls).toBe(0);
		expect(world.events.map(summary)).toEqual(['asking us-east-1 eu-west-1', 'us-east-1 empty', 'eu-west-1 empty']);
	});

	test('a directory that does not come in time is replaced by the built-in list', async () => {
		const world = createWorld({always: ['cn-north-1', 'cn-northwest-1'], timeoutMs: 30_000});
		const run = world.start();
		await world.settle();
		world.answerAll();
		world.elapse(30_000);
		await run;
		expect(world.events.find((event) => event.type === 'directory')).toEqual({
			type: 'directory',
			directory: {
				origin: 'builtin',
				regions: [entry('cn-north-1'), entry('cn-northwest-1')],
				note: 'DescribeRegions did not answer in 30 s. The built-in list of 2 regions stands in for it; --regions names others.',
			},
		});
	});
});

describe('how a region answers', () => {
	test('pages come as they arrive, then the whole answer, without what came twice', async () => {
		const world = createWorld({directory: ec2('us-east-1')});
		const [a, b, c] = ['a', 'b', 'c'].map((id) => reservation({id})) as [Reservation, Reservation, Reservation];
		const run = world.start();
		await world.settle();
		world.page('us-east-1', [a, b]);
		await world.settle();
		expect(world.events.map(summary)).toEqual(['asking us-east-1', 'us-east-1 page a b']);
		world.page('us-east-1', [b, c]);
		world.page('us-east-1', [a]);
		world.answer('us-east-1');
		await run;
		expect(world.events.slice(1)).toEqual([
			{type: 'page', region: 'us-east-1', reservations: [a, b]},
			{type: 'page', region: 'us-east-1', reservations: [c]},
			{type: 'answered', result: {region: 'us-east-1', status: 'ok', reservations: [a, b, c], fetchedAt: now}},
			{type: 'accelerators', facts: new Map([['p5.48xlarge', h100]])},
		]);
	});

	test('a refusal is the region’s answer and does not disturb the others', async () => {
		const world = createWorld({directory: ec2('us-east-1', 'eu-west-1')});
		const failure = {status: 'denied', code: 'UnauthorizedOperation', message: 'No.', requestId: 'r-1'} as const;
		const run = world.start();
		await world.settle();
		world.fail('us-east-1', new RegionError(failure));
		await world.settle();
		world.answer('eu-west-1');
		await run;
		expect(world.events.slice(1).map(summary)).toEqual(['us-east-1 denied', 'eu-west-1 empty']);
		expect(world.events[1]).toEqual({type: 'answered', result: {region: 'us-east-1', status: 'denied', failure}});
	});

	test('an error that nobody has foreseen is a failure of that region', async () => {
		const world = createWorld({directory: ec2('us-east-1')});
		const run = world.start();
		await world.settle();
		world.fail('us-east-1', new TypeError('bad \u001b[31mthing'));
		await run;
		expect(world.events[1]).toMatchObject({result: {status: 'failed', failure: {code: 'TypeError', message: 'bad thing'}}});
	});

	test('a hung region delays no other result and times out by itself', async () => {
		const world = createWorld({directory: ec2('us-east-1', 'eu-west-1'), timeoutMs: 30_000});
		const run = world.start();
		await world.settle();
		world.answer('eu-west-1');
		await world.settle();
		expect(world.events.map(summary)).toEqual(['asking us-east-1 eu-west-1', 'eu-west-1 empty']);
		world.elapse(29_999);
		await world.settle();
		expect(world.events).toHaveLength(2);
		world.elapse(1);
		await run;
		expect(world.events.at(-1)).toEqual({
			type: 'answered',
			result: {
				region: 'us-east-1',
				status: 'timeout',
				failure: {
					status: 'timeout',
					code: 'Timeout',
					message: 'No answer for 30 s: allow more with --timeout, or leave the region out with --regions.',
					requestId: null,
				},
			},
		});
		expect(world.signals.get('us-east-1')?.aborted).toBe(true);
		expect(world.pendingTimers()).toBe(0);
	});
});

describe('turns', () => {
	test('at most as many regions as allowed are in flight, in order', async () => {
		const world = createWorld({directory: ec2('a-1', 'b-1', 'c-1'), concurrency: 2});
		const run = world.start();
		await world.settle();
		expect(world.asked).toEqual(['a-1', 'b-1']);
		world.answer('b-1');
		await world.settle();
		expect(world.asked).toEqual(['a-1', 'b-1', 'c-1']);
		world.answerAll();
		await run;
	});

	test('a region’s time counts from its turn', async () => {
		const world = createWorld({directory: ec2('a-1', 'b-1'), concurrency: 1, timeoutMs: 1000});
		const run = world.start();
		await world.settle();
		world.elapse(1000);
		await world.settle();
		world.elapse(999);
		await world.settle();
		world.answer('b-1');
		await run;
		expect(world.events.map(summary)).toEqual(['asking a-1 b-1', 'a-1 timeout', 'b-1 empty']);
	});

	test('and begins anew with each page: a region with many pages is not given up while they come', async () => {
		const world = createWorld({directory: ec2('a-1'), timeoutMs: 1000});
		const run = world.start();
		await world.settle();
		for (const id of ['cr-1', 'cr-2', 'cr-3']) {
			world.elapse(900);
			world.page('a-1', [reservation({id, region: 'a-1'})]);
			await world.settle();
		}

		world.elapse(900);
		world.answer('a-1');
		await world.settle();
		world.elapse(900);
		await run;
		expect(world.events.map(summary)).toContain('a-1 ok');
		expect(world.pendingTimers()).toBe(0);
	});

	test('a region that stops between two pages is given up, and what it gave is no answer', async () => {
		const world = createWorld({directory: ec2('a-1'), timeoutMs: 1000});
		const run = world.start();
		await world.settle();
		world.elapse(900);
		world.page('a-1', [reservation({id: 'cr-1', region: 'a-1'})]);
		await world.settle();
		world.elapse(999);
		await world.settle();
		expect(world.events.map(summary)).toEqual(['asking a-1', 'a-1 page cr-1']);
		world.elapse(1);
		await run;
		expect(world.events.map(summary).at(-1)).toBe('a-1 timeout');
		expect(world.signals.get('a-1')?.aborted).toBe(true);
		expect(world.pendingTimers()).toBe(0);
	});

	test('a start delay holds a region back', async () => {
		const world = createWorld({directory: ec2('a-1', 'b-1'), startDelayMs: (region) => (region === 'b-1' ? 500 : 0)});
		const run = world.start();
		await world.settle();
		expect(world.asked).toEqual(['a-1']);
		world.elapse(500);
		await world.settle();
		expect(world.asked).toEqual(['a-1', 'b-1']);
		world.answerAll();
		await run;
	});
});

describe('rule 9: facts of a type are asked for once', () => {
	test('over all regions, and not for types known before', async () => {
		const world = createWorld({directory: ec2('a-1', 'b-1'), knownTypes: new Map([['g6.xlarge', null]])});
		const run = world.start();
		await world.settle();
		world.page('a-1', [
			reservation({id: '1', region: 'a-1'}),
			reservation({id: '2', region: 'a-1'}),
			reservation({id: '3', region: 'a-1', instanceType: 'g6.xlarge'}),
			reservation({id: '4', region: 'a-1', instanceType: null}),
		]);
		world.answer('a-1');
		await world.settle();
		world.page('b-1', [reservation({id: '5', region: 'b-1'}), reservation({id: '6', region: 'b-1', instanceType: 'm7i.large'})]);
		world.answer('b-1');
		await run;
		expect(world.described).toEqual([
			['a-1', 'p5.48xlarge'],
			['b-1', 'm7i.large'],
		]);
	});

	test('a type that EC2 does not know keeps its built-in facts and is known from then on', async () => {
		const world = createWorld({directory: ec2('a-1')});
		world.describe = async () => new Map();
		const run = world.start();
		await world.settle();
		world.page('a-1', [reservation({region: 'a-1'}), reservation({id: '2', region: 'a-1', instanceType: 'p9.huge'})]);
		world.answer('a-1');
		await run;
		expect(world.events.at(-1)).toEqual({
			type: 'accelerators',
			facts: new Map([
				['p5.48xlarge', h100],
				['p9.huge', {name: null, countPerInstance: null, memoryMib: null}],
			]),
		});
	});

	test('a failure is quiet', async () => {
		const world = createWorld({directory: ec2('a-1')});
		world.describe = async () => {
			throw new Error('denied');
		};
		const run = world.start();
		await world.settle();
		world.page('a-1', [reservation({region: 'a-1'})]);
		world.answer('a-1');
		await run;
		expect(world.events.map(summary)).toEqual(['asking a-1', 'a-1 page cr-0123456789abcdef0', 'a-1 ok']);
	});

	test('they do not hold the refresh beyond the region’s time', async () => {
		const world = createWorld({directory: ec2('a-1'), timeoutMs: 1000});
		world.describe = async () => new Promise(() => {});
		const run = world.start();
		await world.settle();
		world.page('a-1', [reservation({region: 'a-1'})]);
		world.answer('a-1');
		await world.settle();
		expect(world.events.map(summary).at(-1)).toBe('a-1 ok');
		world.elapse(1000);
		await run;
		expect(world.events.map(summary).at(-1)).toBe('a-1 ok');
	});
});

describe('the beginning and the end', () => {
	test('nothing is asked before the credentials are there', async () => {
		const world = createWorld({directory: ec2('a-1')});
		world.connect = async () => {
			throw new CapacityError('no_credentials', 'No credentials.');
		};
		await expect(world.start()).rejects.toThrow('No credentials.');
		expect(world.asked).toEqual([]);
		expect(world.events).toEqual([]);
	});

	test('the account is asked for when it is needed', async () => {
		const world = createWorld({directory: ec2('a-1'), needsAccount: true});
		const run = world.start();
		await world.settle();
		world.answerAll();
		await run;
		expect(world.events.filter((event) => event.type === 'account')).toEqual([{type: 'account', accountId: '123456789012'}]);
	});

	test('an abort rejects with its reason at once, aborts every call and ends the events', async () => {
		const world = createWorld({directory: ec2('a-1', 'b-1'), concurrency: 1});
		const run = world.start();
		await world.settle();
		const before = world.events.length;
		world.controller.abort(new Error('overtaken'));
		await expect(run).rejects.toThrow('overtaken');
		expect(world.signals.get('a-1')?.aborted).toBe(true);
		world.answerAll();
		await world.settle();
		expect(world.events).toHaveLength(before);
		expect(world.asked).toEqual(['a-1']);
		expect(world.pendingTimers()).toBe(0);
	});

	test('many regions do not hang many listeners on one signal', async () => {
		const names = Array.from({length: 40}, (_, index) => `r-${index}`);
		const world = createWorld({directory: ec2(...names)});
		const run = world.start();
		await world.settle();
		expect(world.asked).toHaveLength(40);
		const signals = [world.controller.signal, ...world.connectSignals, ...world.signals.values()];
		// Node 20 warns of a leak at eleven.
		expect(Math.max(...signals.map((signal) => getEventListeners(signal, 'abort').length))).toBeLessThan(5);
		world.answerAll();
		await run;
		expect(getEventListeners(world.controller.signal, 'abort')).toEqual([]);
	});

	test('an abort ends a connect that hangs', async () => {
		const world = createWorld({directory: ec2('a-1')});
		world.connect = async () => new Promise(() => {});
		const run = world.start();
		await world.settle();
		world.controller.abort(new Error('quit'));
		await expect(run).rejects.toThrow('quit');
	});

	test('a signal that is aborted already does nothing', async () => {
		const world = createWorld({directory: ec2('a-1')});
		world.controller.abort(new Error('too late'));
		await expect(world.start()).rejects.toThrow('too late');
		expect(world.asked).toEqual([]);
	});

	test('a listener that throws ends the refresh', async () => {
		const world = createWorld({
			directory: ec2('a-1'),
			onEvent() {
				throw new Error('listener');
			},
		});
		await expect(world.start()).rejects.toThrow('listener');
	});
});

describe('withAccelerators', () => {
	const l4: Accelerator = {name: 'L4', countPerInstance: 1, memoryMib: 22_888};

	test('puts the facts into the rows of their type', () => {
		const rows = [reservation({id: '1'}), reservation({id: '2', instanceType: 'x9.large', accelerator: null})];
		expect(withAccelerators(rows, new Map([['x9.large', l4]])).map((row) => row.accelerator)).toEqual([h100, l4]);
	});

	test('null takes the accelerator away', () => {
		expect(withAccelerators([reservation()], new Map([['p5.48xlarge', null]]))[0]?.accelerator).toBeNull();
	});

	test('what does not change keeps its identity', () => {
		const rows = [
			reservation({id: '1'}),
			reservation({id: '2', instanceType: 'g6.xlarge', accelerator: null}),
			reservation({instanceType: null}),
		];
		expect(withAccelerators(rows, new Map([['p5.48xlarge', {...h100}]]))).toBe(rows);
		const changed = withAccelerators(rows, new Map([['g6.xlarge', l4]]));
		expect(changed).not.toBe(rows);
		expect(changed[0]).toBe(rows[0]);
		expect(changed[2]).toBe(rows[2]);
	});
});

function ec2(...names: readonly string[]): RegionDirectory {
	return {origin: 'ec2', regions: names.map(entry)};
}

function entry(name: string) {
	return {name, isEnabled: true};
}

function summary(event: FanOutEvent): string {
	switch (event.type) {
		case 'directory':
			return `directory ${event.directory.origin}`;
		case 'asking':
		case 'dropped':
			return `${event.type} ${event.regions.join(' ')}`;
		case 'page':
			return `${event.region} page ${event.reservations.map(({id}) => id).join(' ')}`;
		case 'answered':
			return `${event.result.region} ${event.result.status}`;
		case 'accelerators':
			return `accelerators ${[...event.facts.keys()].join(' ')}`;
		case 'account':
			return `account ${event.accountId}`;
	}
}

type WorldOptions = Partial<Omit<FanOutOptions, 'source' | 'clock' | 'timers' | 'signal'>> & {readonly always?: readonly string[]};

/** A source that does what the test says when it says so, and a time that moves when it says so. */
function createWorld({always = [], onEvent, ...options}: WorldOptions) {
	const events: FanOutEvent[] = [];
	const asked: string[] = [];
	const described: string[][] = [];
	const signals = new Map<string, AbortSignal>();
	const queues = new Map<string, ReturnType<typeof createQueue>>();
	const timers = new Set<{at: number; callback: () => void}>();
	const controller = new AbortController();
	const directory = createAnswer<RegionDirectory>();
	let time = 0;

	const world = {
		events,
		asked,
		described,
		signals,
		controller,
		directory,
		connectSignals: [] as AbortSignal[],
		listRegionsCalls: 0,
		/** Regions that had been asked when DescribeRegions was called. */
		askedAhead: 0,
		connect: async () => {},
		describe: async (types: readonly string[]): Promise<AcceleratorFacts> => new Map(types.map((type) => [type, h100])),
		page: (region: string, rows: readonly Reservation[]) => queueOf(region).push({type: 'page', rows}),
		answer: (region: string) => queueOf(region).push({type: 'end'}),
		fail: (region: string, error: Error) => queueOf(region).push({type: 'fail', error}),
		answerAll() {
			for (const queue of queues.values()) {
				queue.push({type: 'end'});
			}

			isOpen = true;
		},
		elapse(milliseconds: number) {
			time += milliseconds;
			for (const timer of [...timers].filter(({at}) => at <= time)) {
				timers.delete(timer);
				timer.callback();
			}
		},
		pendingTimers: () => timers.size,
		/** Lets everything that can go on without time and answers go on. */
		settle: async () => new Promise<void>((resolve) => setImmediate(resolve)),
		start: async () =>
			fanOut({
				source,
				asked: null,
				directory: null,
				knownTypes: new Map(),
				concurrency: Number.POSITIVE_INFINITY,
				timeoutMs: 60_000,
				needsAccount: false,
				...options,
				clock: () => now,
				timers: {
					after(milliseconds, callback) {
						const timer = {at: time + milliseconds, callback};
						timers.add(timer);
						return {cancel: () => timers.delete(timer)};
					},
				},
				signal: controller.signal,
				onEvent: onEvent ?? ((event) => events.push(event)),
			}),
	};
	let isOpen = false;

	function queueOf(region: string) {
		const queue = queues.get(region) ?? createQueue();
		queues.set(region, queue);
		return queue;
	}

	const source: CapacitySource = {
		...noOfferings,
		alwaysEnabledRegions: always,
		async connect(signal) {
			world.connectSignals.push(signal);
			await world.connect();
		},
		async listRegions() {
			world.listRegionsCalls++;
			world.askedAhead = asked.length;
			return directory.promise;
		},
		async *listReservations(region, signal) {
			asked.push(region);
			signals.set(region, signal);
			const queue = queueOf(region);
			if (isOpen) {
				queue.push({type: 'end'});
			}

			for (;;) {
				const step = await queue.next();
				if (step.type === 'page') {
					yield step.rows;
				} else if (step.type === 'fail') {
					throw step.error;
				} else {
					return;
				}
			}
		},
		async describeAccelerators(region, types) {
			described.push([region, ...types]);
			return world.describe(types);
		},
		async listPrices() {},
		accountId: async () => '123456789012',
		close() {},
	};
	return world;
}

function createAnswer<Value>() {
	let resolve: (value: Value) => void = () => {};
	const promise = new Promise<Value>((settle) => {
		resolve = settle;
	});
	return {promise, resolve};
}

type Step = {type: 'page'; rows: readonly Reservation[]} | {type: 'end'} | {type: 'fail'; error: Error};

function createQueue() {
	const steps: Step[] = [];
	let wake = () => {};
	return {
		push(step: Step) {
			steps.push(step);
			wake();
		},
		async next(): Promise<Step> {
			for (;;) {
				const step = steps.shift();
				if (step !== undefined) {
					return step;
				}

				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		},
	};
}
