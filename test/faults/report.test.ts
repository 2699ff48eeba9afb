import {describe, expect, test} from 'vitest';
import {runReport} from '../../source/command/run-report.js';
import {failureWords} from '../../source/core/regions/failure-words.js';
import {reportFormats} from '../../source/report/report-options.js';
import {commandPorts, readCapacityOptions, sessionOf} from '../helpers/command-ports.js';
import {expectedOfEach, forEachFault, timeout} from './fault-table.js';
import {accountId, type FaultyWorld, faulty, faultyIds, home, homeId, openFaultyWorld, optIn, optInId, timeoutMs} from './faulty-world.js';

type Told = {
	readonly exitCode: number;
	readonly complete: boolean;
	readonly account: string | null;
	readonly regions: Readonly<Record<string, string>>;
	readonly ids: readonly string[];
	/** GPUs of the rows of the faulty region. */
	readonly accelerators: readonly string[];
	/** The codes in brackets on stderr. */
	readonly codes: readonly string[];
};

type Json = {
	readonly complete: boolean;
	readonly account_id: string | null;
	readonly regions: ReadonlyArray<{readonly region: string; readonly status: string; readonly error: string | null}>;
	readonly reservations: ReadonlyArray<{
		readonly reservation_id: string;
		readonly region: string;
		readonly total_capacity: number | null;
		readonly accelerator: {readonly name: string | null; readonly total: number | null} | null;
	}>;
};

/** What one report prints, and how it ends. */
async function run(world: FaultyWorld, ...argv: readonly string[]) {
	const {ports, stdout, stderr} = commandPorts(world);
	const options = {...readCapacityOptions('capacity', ...argv), timeoutMs};
	const output = reportFormats.find((format) => format === options.output) ?? 'table';
	const running = runReport({...options, output}, sessionOf(world), ports, false);
	await world.settleReading();
	return {exitCode: await running, stdout: stdout(), stderr: stderr()};
}

async function tell(world: FaultyWorld, ...argv: readonly string[]): Promise<Told> {
	const {exitCode, stdout, stderr} = await run(world, '--strict', '-o', 'json', ...argv);
	const {complete, account_id, regions, reservations} = JSON.parse(stdout) as Json;
	return {
		exitCode,
		complete,
		account: account_id,
		regions: Object.fromEntries(regions.map(({region, status, error}) => [region, `${status}${error === null ? '' : ' with a reason'}`])),
		ids: reservations.map(({reservation_id: id}) => id).toSorted(),
		accelerators: [
			...new Set(reservations.filter(({region}) => region === faulty).map(({accelerator}) => `${accelerator?.total} ${accelerator?.name}`)),
		],
		codes: [...stderr.matchAll(/\(([^(),]+)(?:, request [\w-]+(?: in [\w-]+)?)?\)$/gm)].map(([, code = '']) => code),
	};
}

const all = [homeId, ...faultyIds, optInId];

const good: Told = {
	exitCode: 0,
	complete: true,
	account: accountId,
	regions: {[faulty]: 'ok', [optIn]: 'ok', [home]: 'ok'},
	ids: all,
	accelerators: ['64 GB200'],
	codes: [],
};

const byName = ['--regions', [home, faulty, optIn].join(',')];

describe.concurrent('a report when a fault meets', {timeout}, () => {
	test.each(['first page', 'second page'] as const)(
		'the %s of a region: 4 under --strict, nothing of the region, and the reason; the next report is whole',
		async (phase) => {
			const told = await forEachFault(async (_, fault) => {
				await using world = await openFaultyWorld({fault, phase, readings: [0, 0]});
				const first = await tell(world, ...byName);
				const requests = world.requests()[`${faulty} DescribeCapacityReservations${phase === 'second page' ? ' later' : ''}`];
				await world.nextReading();
				return {first, requests, second: await tell(world, ...byName)};
			});
			expect(told).toEqual(
				expectedOfEach(({status, code, attempts}) => ({
					first: {
						...good,
						exitCode: 4,
						complete: false,
						regions: {...good.regions, [faulty]: `${status} with a reason`},
						ids: [homeId, optInId],
						accelerators: [],
						codes: [code],
					},
					requests: attempts,
					second: good,
				})),
			);
		},
	);

	test('a region, as a table: 0 without --strict, and the sums say of how many regions they are', async () => {
		const told = await forEachFault(async (_, fault) => {
			await using world = await openFaultyWorld({fault, phase: 'second page', readings: [0, 0]});
			const {exitCode, stdout} = await run(world, '-o', 'table', ...byName);
			return {
				exitCode,
				lines: stdout
					.split('\n')
					.filter((line) => /Regions:|Reservations:|Available:/.test(line))
					.map((line) => line.trim()),
			};
		});
		expect(told).toEqual(
			expectedOfEach(({status}) => ({
				exitCode: 0,
				lines: ['Total Reservations: 2', 'Available: 8 instances (25.0% free)', `Regions: 2 of 3 read (${faulty} ${failureWords[status]})`],
			})),
		);
	});

	test('all regions: 1, and an object that says that nothing is known', async () => {
		const told = await forEachFault(async (_, fault) => {
			await using world = await openFaultyWorld({fault, phase: 'first page', readings: [0, 0], isEverywhere: true});
			return await tell(world, '--regions', `${home},${faulty}`);
		});
		expect(told).toEqual(
			expectedOfEach(({status, code}) => ({
				...good,
				exitCode: 1,
				complete: false,
				regions: {[faulty]: `${status} with a reason`, [home]: `${status} with a reason`},
				ids: [],
				accelerators: [],
				codes: [code],
			})),
		);
	});

	test('the facts of instance types: whole, with the built-in ones', async () => {
		const told = await forEachFault(async (_, fault) => {
			await using world = await openFaultyWorld({fault, phase: 'instance types', readings: [0, 0]});
			const first = await tell(world);
			return {first, requests: world.requests()[`${faulty} DescribeInstanceTypes`]};
		});
		expect(told).toEqual(expectedOfEach(({attempts}) => ({first: good, requests: attempts})));
	});

	test('the list of regions: the built-in ones, and it says so; the next report has all', async () => {
		const told = await forEachFault(async (_, fault) => {
			await using world = await openFaultyWorld({fault, phase: 'regions', readings: [0, 0]});
			const {exitCode, stdout, stderr} = await run(world, '-o', 'json');
			const requests = world.requests()[`${home} DescribeRegions`];
			await world.nextReading();
			return {
				exitCode,
				ids: (JSON.parse(stdout) as Json).reservations.map(({reservation_id: id}) => id).toSorted(),
				note: /DescribeRegions .*The built-in list of 2 regions stands in for it/.test(stderr),
				requests,
				second: await tell(world),
			};
		});
		expect(told).toEqual(
			expectedOfEach(({attempts}) => ({exitCode: 0, ids: [homeId, ...faultyIds], note: true, requests: attempts, second: good})),
		);
	});

	test('STS: all but the account', async () => {
		const told = await forEachFault(async (_, fault) => {
			await using world = await openFaultyWorld({fault, phase: 'STS', readings: [0, 0]});
			const first = await tell(world);
			return {first, requests: world.requests()[`${home} GetCallerIdentity`]};
		});
		expect(told).toEqual(expectedOfEach(({attempts}) => ({first: {...good, account: null}, requests: attempts})));
	});
});
