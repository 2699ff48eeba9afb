import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {expect, onTestFinished, test} from 'vitest';
import {createEc2Source} from '../../source/aws/ec2-source.js';
import type {Timers} from '../../source/core/ports.js';
import type {Fault, FaultKind} from '../../source/demo/faults.js';
import {createCapacityStore} from '../../source/store/create-store.js';
import {credentials, openEndpoint, scenarioWith} from '../demo/open-endpoint.js';

const kinds: readonly FaultKind[] = [
	{kind: 'throttle'},
	{kind: 'throttling'},
	{kind: 'deny'},
	{kind: 'deny-by-scp'},
	{kind: 'not-opted-in'},
	{kind: 'opt-in-required'},
	{kind: 'expired'},
	{kind: 'unavailable'},
	{kind: 'empty-500'},
	{kind: 'error', status: 400, code: 'UnsupportedOperation', message: 'Not here.'},
	{kind: 'html', status: 200},
	{kind: 'html', status: 502},
	{kind: 'no-set'},
	{kind: 'truncate'},
	{kind: 'reset'},
	{kind: 'hang'},
	{kind: 'trickle', bytesPerSecond: 200},
];

const actions = ['DescribeRegions', 'DescribeCapacityReservations', 'DescribeInstanceTypes', 'GetCallerIdentity'] as const;

/** Of a type that nobody knows, so that it is asked for. */
const rows = [{capacityReservationId: 'cr-00000001', instanceType: 'x99.metal', state: 'active', totalInstanceCount: 4}];

/** What a region may take. */
const timeoutMs = 800;

test.each(actions)(
	'no fault of %s leaves a rejection, a timer or a connection behind, overtaken and stopped in mid-flight',
	async (action) => {
		const rejections = collectRejections();
		const before = openSockets();
		await Promise.all(kinds.map(async (kind) => disturb({...kind, action})));
		await expect.poll(openSockets, {timeout: 10_000}).toBeLessThanOrEqual(before);
		expect(rejections).toEqual([]);
	},
	60_000,
);

/** A refresh that another one overtakes, one to its end, and one that is stopped under way. */
async function disturb(fault: Fault): Promise<void> {
	const endpoint = await openEndpoint(scenarioWith({rows, faults: [fault]}), {clock: () => new Date()});
	const {timers, pending} = countedTimers();
	const store = createCapacityStore({
		openSource: async () =>
			createEc2Source({
				profile: null,
				endpointUrl: endpoint.url,
				homeRegion: 'us-east-1',
				asked: null,
				credentials,
				stsAtEndpoint: true,
				useProxy: false,
				askMfaCode: null,
				env: {},
				timeoutMs,
				requestLog: null,
			}),
		clock: () => new Date(),
		stopwatch: () => performance.now(),
		timers,
		random: () => 0.5,
		intervalMs: 3_600_000,
		isIntervalExplicit: true,
		timeoutMs,
	});
	const {start, refresh, stop} = store.getState();
	start();
	await expect.poll(() => store.getState().regions.size, {timeout: 10_000}).toBeGreaterThan(0);
	await refresh();
	await expect.poll(() => store.getState().isRefreshing, {timeout: 10_000}).toBe(false);
	const last = refresh();
	// The requests are on their way, and no answer can be back yet.
	await setImmediate();
	expect(store.getState().isRefreshing).toBe(true);
	stop();
	await last;
	expect(pending()).toBe(0);
	await endpoint.close();
}

function collectRejections(): readonly unknown[] {
	const rejections: unknown[] = [];
	const collect = (reason: unknown) => void rejections.push(reason);
	process.on('unhandledRejection', collect);
	onTestFinished(() => void process.off('unhandledRejection', collect));
	return rejections;
}

function openSockets(): number {
	return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

function countedTimers(): {readonly timers: Timers; readonly pending: () => number} {
	const running = new Set<NodeJS.Timeout>();
	return {
		timers: {
			after(milliseconds, callback) {
				const timer = setTimeout(() => {
					running.delete(timer);
					callback();
				}, milliseconds);
				running.add(timer);
				return {
					cancel() {
						running.delete(timer);
						clearTimeout(timer);
					},
				};
			},
		},
		pending: () => running.size,
	};
}
