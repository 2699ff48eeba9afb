import {describe, expect, test} from 'vitest';
import {failureWords} from '../../source/core/regions/failure-words.js';
import {sizeOf} from '../../source/core/reservations/usage.js';
import {type CapacityStore, createCapacityStore} from '../../source/store/create-store.js';
import {selectAllRows, selectCoverage, selectOdcrSummary, selectStaleRegions} from '../../source/store/selectors.js';
import type {CapacityState} from '../../source/store/types.js';
import {headerLine} from '../../source/ui/chrome/header-line.js';
import {summaryLine} from '../../source/ui/chrome/summary-line.js';
import {unicodeGlyphs} from '../../source/ui/glyphs.js';
import {textOf} from '../../source/ui/line.js';
import {expectedOfEach, type FaultCase, forEachFault, type Phase, timeout} from './fault-table.js';
import {accountId, faulty, faultyIds, home, homeId, openFaultyWorld, optIn, optInId, timeoutMs} from './faulty-world.js';

/** What a reading shows, and what it asked. */
type Reading = {
	readonly shown: Shown;
	readonly requests: Readonly<Record<string, number>>;
};

type Shown = {
	/** Ids of the rows, in whatever state of freshness. */
	readonly rows: readonly (string | null)[];
	readonly stale: readonly string[];
	/** Why the faulty region failed; `ok`, or `waiting`. */
	readonly faulty: string;
	/** What the first line says of the regions. */
	readonly header: string;
	/** Instances of the rows and what of them is free; `null`: not known. */
	readonly total: number | null;
	readonly free: number | null;
	readonly account: string | null;
	readonly directory: string | undefined;
	/** Of the rows of the faulty region: GPUs of an instance, and MiB of each, which DescribeInstanceTypes alone knows. */
	readonly accelerators: readonly string[];
	readonly connection: string;
	readonly isRefreshing: boolean;
};

/** Three readings of an app; which of them meets the fault is up to the test. */
async function readThrice(fault: FaultCase, phase: Phase, faultyReading: 0 | 1): Promise<readonly [Reading, Reading, Reading]> {
	await using world = await openFaultyWorld({fault, phase, readings: [faultyReading, faultyReading]});
	const store = createCapacityStore({...world, random: () => 0.5, intervalMs: 30_000, isIntervalExplicit: true, timeoutMs});
	const read = (): Reading => ({shown: show(store), requests: world.requests()});
	store.getState().start();
	await world.settleReading();
	const first = read();
	await world.nextReading();
	const second = read();
	await world.nextReading();
	const third = read();
	store.getState().stop();
	return [first, second, third];
}

function show(store: CapacityStore): Shown {
	const state = store.getState();
	const rows = selectAllRows(state);
	const answer = state.regions.get(faulty)?.answer ?? {status: 'unknown'};
	const {live} = selectOdcrSummary(state);
	return {
		rows: rows.map(({id}) => id),
		stale: [...selectStaleRegions(state)],
		faulty: answer.status === 'failed' ? `${answer.failure.status} ${answer.failure.code}` : answer.status,
		header: regionsIn(state),
		total: live.total?.instances ?? null,
		free: live.available?.instances ?? null,
		account: state.accountId,
		directory: state.directory?.origin,
		accelerators: [
			...new Set(
				rows.filter(({region}) => region === faulty).map(({accelerator}) => `${accelerator?.countPerInstance} ${accelerator?.memoryMib}`),
			),
		],
		connection: state.connection.status,
		isRefreshing: state.isRefreshing,
	};
}

/** Without the age of what is stale. */
function regionsIn(state: CapacityState): string {
	const line = textOf(headerLine(state, {glyphs: unicodeGlyphs, label: null, intervalMs: 30_000}, 160));
	return /\d+ (?:of \d+ )?regions?\b.*?(?= {2})/.exec(line)?.[0].replace(/(stale) .*/, '$1') ?? line;
}

/** After a good reading; before the second one nothing is free in the faulty region. */
function good(free: 8 | 16): Shown {
	return {
		rows: [...faultyIds, optInId, homeId],
		stale: [],
		faulty: 'ok',
		header: '3 regions',
		total: 80,
		free,
		account: accountId,
		directory: 'ec2',
		accelerators: ['4 189440'],
		connection: 'connected',
		isRefreshing: false,
	};
}

const reservations = 'DescribeCapacityReservations';
const types = 'DescribeInstanceTypes';

/** The requests of a reading in the background that goes well. */
const quietReading = {
	[`${faulty} ${reservations}`]: 1,
	[`${faulty} ${reservations} later`]: 1,
	[`${optIn} ${reservations}`]: 1,
	[`${home} ${reservations}`]: 1,
};

/** Those of the first one. */
const firstReading = {
	...quietReading,
	[`${faulty} ${types}`]: 1,
	[`${home} ${types}`]: 1,
	[`${home} DescribeRegions`]: 1,
	[`${home} GetCallerIdentity`]: 1,
};

/** The same without a request that is not made. */
function without(requests: Readonly<Record<string, number>>, ...names: readonly string[]): Readonly<Record<string, number>> {
	return Object.fromEntries(Object.entries(requests).filter(([name]) => !names.includes(name)));
}

const failedAs = ({status, code}: FaultCase) => `${status} ${code}`;

describe.concurrent('the app when a fault meets', {timeout}, () => {
	test.each(['first page', 'second page'] as const)(
		'the %s of the first reading of a region: the region is unknown, not empty, and is read once the fault is gone',
		async (phase) => {
			const told = await forEachFault(async (_, fault) => readThrice(fault, phase, 0));
			expect(mapOf(told, ([{shown}]) => shown)).toEqual(
				expectedOfEach((each) => ({
					...good(8),
					rows: [optInId, homeId],
					faulty: failedAs(each),
					// That a region which was never read is not enabled is no failure.
					header: each.status === 'not_enabled' ? '2 regions' : `2 of 3 regions · 1 ${failureWords[each.status]}`,
					total: 32,
					free: 8,
					accelerators: [],
				})),
			);
			expect(mapOf(told, ([{requests}]) => requests)).toEqual(
				expectedOfEach(({attempts}) =>
					phase === 'first page'
						? {...without(firstReading, `${faulty} ${types}`, `${faulty} ${reservations} later`), [`${faulty} ${reservations}`]: attempts}
						: {...without(firstReading, `${faulty} ${types}`), [`${faulty} ${reservations} later`]: attempts},
				),
			);
			expect(mapOf(told, ([, {shown}]) => shown)).toEqual(expectedOfEach(() => good(16)));
		},
	);

	test.each(['first page', 'second page'] as const)(
		'the %s of a refresh of a region: its last good rows stay whole and stale, and are fresh once the fault is gone',
		async (phase) => {
			const told = await forEachFault(async (_, fault) => readThrice(fault, phase, 1));
			expect(mapOf(told, ([{shown}]) => shown)).toEqual(expectedOfEach(() => good(8)));
			expect(mapOf(told, ([, {shown}]) => shown)).toEqual(
				expectedOfEach((each) => ({
					...good(8),
					stale: [faulty],
					faulty: failedAs(each),
					header: `2 of 3 regions · 1 ${failureWords[each.status]} · 1 stale`,
				})),
			);
			expect(mapOf(told, ([, {requests}]) => requests)).toEqual(
				expectedOfEach(({attempts}) =>
					phase === 'first page'
						? {...without(quietReading, `${faulty} ${reservations} later`), [`${faulty} ${reservations}`]: attempts}
						: {...quietReading, [`${faulty} ${reservations} later`]: attempts},
				),
			);
			expect(mapOf(told, ([, , {shown}]) => shown)).toEqual(expectedOfEach(() => good(16)));
			// Credentials that are good again are good everywhere: then all regions are read at once.
			expect(mapOf(told, ([, , {requests}]) => requests)).toEqual(
				expectedOfEach((_, name) => (name === 'expired' ? mapOf(quietReading, () => 2) : quietReading)),
			);
		},
	);

	test('the facts of instance types: the built-in ones stand in, and are replaced once the fault is gone', async () => {
		const told = await forEachFault(async (_, fault) => readThrice(fault, 'instance types', 0));
		expect(mapOf(told, ([{shown}]) => shown)).toEqual(expectedOfEach(() => ({...good(8), accelerators: ['4 null']})));
		expect(mapOf(told, ([{requests}]) => requests)).toEqual(
			expectedOfEach(({attempts}) => ({...firstReading, [`${faulty} ${types}`]: attempts})),
		);
		expect(mapOf(told, ([, {shown}]) => shown)).toEqual(expectedOfEach(() => good(16)));
		expect(mapOf(told, ([, {requests}]) => requests)).toEqual(expectedOfEach(() => ({...quietReading, [`${faulty} ${types}`]: 1})));
		expect(mapOf(told, ([, , {requests}]) => requests)).toEqual(expectedOfEach(() => quietReading));
	});

	test('the list of regions: the built-in one stands in, and the regions that it lacks come once the fault is gone', async () => {
		const told = await forEachFault(async (_, fault) => readThrice(fault, 'regions', 0));
		expect(mapOf(told, ([{shown}]) => shown)).toEqual(
			expectedOfEach(() => ({...good(8), rows: [...faultyIds, homeId], header: '2 regions', total: 64, free: 0, directory: 'builtin'})),
		);
		expect(mapOf(told, ([{requests}]) => requests)).toEqual(
			expectedOfEach(({attempts}) => ({...without(firstReading, `${optIn} ${reservations}`), [`${home} DescribeRegions`]: attempts})),
		);
		expect(mapOf(told, ([, {shown}]) => shown)).toEqual(expectedOfEach(() => good(16)));
		expect(mapOf(told, ([, {requests}]) => requests)).toEqual(expectedOfEach(() => ({...quietReading, [`${home} DescribeRegions`]: 1})));
		expect(mapOf(told, ([, , {requests}]) => requests)).toEqual(expectedOfEach(() => quietReading));
	});

	test('STS: all is shown without the account, which comes once the fault is gone', async () => {
		const told = await forEachFault(async (_, fault) => readThrice(fault, 'STS', 0));
		expect(mapOf(told, ([{shown}]) => shown)).toEqual(expectedOfEach(() => ({...good(8), account: null})));
		expect(mapOf(told, ([{requests}]) => requests)).toEqual(
			expectedOfEach(({attempts}) => ({...firstReading, [`${home} GetCallerIdentity`]: attempts})),
		);
		expect(mapOf(told, ([, {shown}]) => shown)).toEqual(expectedOfEach(() => good(16)));
		expect(mapOf(told, ([, {requests}]) => requests)).toEqual(expectedOfEach(() => ({...quietReading, [`${home} GetCallerIdentity`]: 1})));
		expect(mapOf(told, ([, , {requests}]) => requests)).toEqual(expectedOfEach(() => quietReading));
	});

	test('every region: nothing is known, and nothing is none', async () => {
		const told = await forEachFault(async (_, fault) => {
			await using world = await openFaultyWorld({fault, phase: 'first page', readings: [0, 0], isEverywhere: true});
			const ports = {...world, random: () => 0.5, intervalMs: 30_000, isIntervalExplicit: true, timeoutMs};
			const store = createCapacityStore(ports, {marked: [home, faulty]});
			store.getState().start();
			await world.settleReading();
			const {wanted, answered, failed} = selectCoverage(store.getState());
			const rows = selectAllRows(store.getState());
			const header = regionsIn(store.getState());
			const summary = textOf(summaryLine(store.getState(), unicodeGlyphs, {columns: 80, mainColumns: 80, bodyRows: 18})).trim();
			await world.nextReading();
			const sizes = selectAllRows(store.getState()).map(sizeOf);
			store.getState().stop();
			return {wanted, answered, failed, rows, header, summary, sizes};
		});
		expect(told).toEqual(
			expectedOfEach(({status}) => ({
				wanted: 2,
				answered: 0,
				failed: [{status, count: 2}],
				rows: [],
				header: `0 of 2 regions · 2 ${failureWords[status]}`,
				summary: '0 hidden',
				sizes: [16, 16, 16, 16],
			})),
		);
	});
});

function mapOf<Value, Result>(record: Readonly<Record<string, Value>>, read: (value: Value) => Result): Readonly<Record<string, Result>> {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, read(value)]));
}
