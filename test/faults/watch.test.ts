import {describe, expect, test} from 'vitest';
import {runStream} from '../../source/command/watch/run-stream.js';
import {commandPorts, readCapacityOptions, sessionOf} from '../helpers/command-ports.js';
import {readSchema} from '../helpers/schemas.js';
import {expectedOfEach, type FaultCase, type FaultName, forEachFault, type Phase, timeout} from './fault-table.js';
import {accountId, faulty, faultyIds, openFaultyWorld, timeoutMs} from './faulty-world.js';

type Line = Readonly<Record<string, unknown>>;

type Told = {
	readonly exitCode: number;
	readonly stderr: string;
	/** What of the snapshot tells of completeness and sums. */
	readonly snapshot: Readonly<Record<string, unknown>>;
	/** The events of each reading. */
	readonly events: readonly (readonly string[])[];
	/** The most of one kind in any reading. */
	readonly requests: number;
};

const errorsIn = readSchema('event-v1');

/** Three readings of a stream, the faulty one among them. */
async function watch(fault: FaultCase, phase: Phase, faultyReading: 0 | 1, ...argv: readonly string[]): Promise<Told> {
	await using world = await openFaultyWorld({fault, phase, readings: [faultyReading, faultyReading], isEverywhere: argv.length > 0});
	const {ports, stdout, stderr, terminate} = commandPorts(world);
	const options = {...readCapacityOptions('watch', '-o', 'ndjson', ...argv), timeoutMs};
	const running = runStream(options, sessionOf(world), ports);
	const events: (readonly string[])[] = [];
	let snapshot: Line = {};
	let read = 0;
	for (let reading = 0; reading < 3; reading++) {
		await (reading === 0 ? world.settleReading() : world.nextReading());
		const lines = stdout()
			.trimEnd()
			.split('\n')
			.map((line): Line => JSON.parse(line));
		expect(lines.flatMap(errorsIn)).toEqual([]);
		expect(lines.slice(1).map(({sequence}) => sequence)).toEqual(lines.slice(1).map((_, index) => index + 1));
		snapshot = lines[0] ?? {};
		events.push(lines.slice(Math.max(1, read)).map(wordsOf));
		read = lines.length;
	}

	terminate();
	const {complete, account_id, regions, odcrs, blocks} = snapshot;
	return {
		exitCode: await running,
		stderr: stderr(),
		snapshot: {complete, account_id, regions, odcrs: sumsOf(odcrs), blocks: sumsOf(blocks)},
		events,
		requests: world.mostRequests(),
	};
}

function wordsOf({
	type,
	region,
	what,
	status,
	reservation_id: id,
	from,
	to,
	failed_for_seconds: seconds,
	expired_for_seconds: expired,
}: Line): string {
	const span = seconds ?? expired ?? null;
	return [type, id ?? region ?? '', what, status ?? '', from === undefined ? '' : `${from} to ${to}`, span === null ? '' : 'after a while']
		.filter((word) => word !== '')
		.join(' ');
}

function sumsOf(totals: unknown): unknown {
	const {reservations, total_capacity: total, available_capacity: available} = (totals ?? {}) as Line;
	return totals === null ? null : {reservations, total, available};
}

const none = {reservations: 0, total: 0, available: 0};

const good = {
	exitCode: 0,
	stderr: '',
	snapshot: {
		complete: true,
		account_id: accountId,
		regions: {asked: 3, answered: 3},
		odcrs: {reservations: 5, total: 80, available: 8},
		blocks: none,
	},
	events: [[], [], []],
	requests: 1,
} satisfies Told;

/** From the second reading on. */
const change = [`reservation ${faultyIds[2]} free 0 to 8`, `reservation ${faultyIds[2]} used 16 to 8`];

function outage({status}: FaultCase, name: FaultName): {readonly begins: readonly string[]; readonly ends: readonly string[]} {
	return name === 'expired'
		? {begins: ['credentials expired'], ends: ['credentials renewed after a while']}
		: {
				begins: [`region ${faulty} ${status === 'throttled' ? 'throttled' : 'failed'} ${status}`],
				ends: [`region ${faulty} recovered ${status} after a while`],
			};
}

/** Of a region: credentials that are good again are good everywhere, so then all are read once more. */
const requestsOf = ({attempts}: FaultCase, name: FaultName) => (name === 'expired' ? 2 : attempts);

describe.concurrent('a stream of events when a fault meets', {timeout}, () => {
	test.each(['first page', 'second page'] as const)(
		'the %s of the first reading of a region: its rows are in no sum, and are no news when they come',
		async (phase) => {
			const told = await forEachFault(async (_, fault) => watch(fault, phase, 0));
			expect(told).toEqual(
				expectedOfEach((each, name) => {
					const {begins, ends} = outage(each, name);
					// That a region which was never read is not enabled is no failure.
					const isCounted = each.status !== 'not_enabled';
					return {
						...good,
						snapshot: {
							...good.snapshot,
							complete: !isCounted,
							regions: {asked: isCounted ? 3 : 2, answered: 2},
							odcrs: {reservations: 2, total: 32, available: 8},
						},
						events: isCounted ? [begins, ends, []] : [[], [], []],
						requests: requestsOf(each, name),
					};
				}),
			);
		},
	);

	test.each(['first page', 'second page'] as const)(
		'the %s of a refresh of a region: its rows are not gone, and what changed meanwhile is told once',
		async (phase) => {
			const told = await forEachFault(async (_, fault) => watch(fault, phase, 1));
			expect(told).toEqual(
				expectedOfEach((each, name) => {
					const {begins, ends} = outage(each, name);
					return {...good, events: [[], begins, [...ends, ...change]], requests: requestsOf(each, name)};
				}),
			);
		},
	);

	test('the facts of instance types: nothing is missing', async () => {
		const told = await forEachFault(async (_, fault) => watch(fault, 'instance types', 0));
		expect(told).toEqual(expectedOfEach(({attempts}) => ({...good, events: [[], change, []], requests: attempts})));
	});

	test('the list of regions: the built-in ones are watched, which it says, and the others too once the fault is gone', async () => {
		const told = await forEachFault(async (_, fault) => watch(fault, 'regions', 0));
		expect(told).toEqual(
			expectedOfEach(({attempts}) => ({
				...good,
				stderr: expect.stringMatching(/^DescribeRegions .* The built-in list of 2 regions stands in for it; --regions names others\.\n$/),
				snapshot: {...good.snapshot, regions: {asked: 2, answered: 2}, odcrs: {reservations: 4, total: 64, available: 0}},
				events: [[], change, []],
				requests: attempts,
			})),
		);
	});

	test('STS: the account is not known', async () => {
		const told = await forEachFault(async (_, fault) => watch(fault, 'STS', 0));
		expect(told).toEqual(
			expectedOfEach(({attempts}) => ({
				...good,
				snapshot: {...good.snapshot, account_id: null},
				events: [[], change, []],
				requests: attempts,
			})),
		);
	});

	test('all regions: nothing is known, and nothing is none', async () => {
		const told = await forEachFault(async (_, fault) => watch(fault, 'first page', 0, '--regions', `us-gov-west-1,${faulty}`));
		expect(told).toEqual(
			expectedOfEach((each, name) => {
				// That a region which was never read is not enabled is no news.
				const both = (events: readonly string[]) =>
					each.status === 'not_enabled'
						? []
						: name === 'expired'
							? events
							: events.flatMap((event) => [event, event.replace('east', 'west')]);
				const {begins, ends} = outage(each, name);
				return {
					...good,
					snapshot: {...good.snapshot, complete: false, regions: {asked: 2, answered: 0}, odcrs: null, blocks: null},
					events: [expect.toSatisfy(sameAs(both(begins))), expect.toSatisfy(sameAs(both(ends))), []],
					requests: requestsOf(each, name),
				};
			}),
		);
	});
});

/** In any order: which of two regions answers first is up to them. */
function sameAs(expected: readonly string[]): (events: readonly string[]) => boolean {
	return (events) => JSON.stringify(events.toSorted()) === JSON.stringify(expected.toSorted());
}
