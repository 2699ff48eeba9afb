import fc from 'fast-check';
import {CapacityError} from '../../../source/core/errors.js';
import type {RegionFailureStatus} from '../../../source/core/regions/region-result.js';
import {RegionError} from '../../../source/core/regions/source.js';
import {reservationStates} from '../../../source/core/reservations/lifecycle.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {hostileReservations} from '../../core/arbitrary.js';
import {type FakeAnswer, type FakeSource, failure} from '../fake-source.js';
import {sampleAccount, sampleAnswers} from '../sample-account.js';
import type {Random} from './random.js';

export type MonkeySource = {
	readonly source: FakeSource;
	/** Changes what the account holds or how it fails, and says how. */
	readonly change: (random: Random) => string;
	/** From now on it is the sample account again, and every region answers. */
	readonly heal: () => void;
};

const failureStatuses = [
	'not_enabled',
	'denied',
	'throttled',
	'expired_credentials',
	'timeout',
	'failed',
] as const satisfies readonly RegionFailureStatus[];

const connectErrors = [
	new CapacityError('no_credentials', 'No credentials.', {hint: 'aws configure\naws sso login'}),
	new CapacityError('expired_credentials', 'The credentials are expired.', {hint: 'aws sso login --profile prod'}),
	new CapacityError('bad_setting', `The profile "${'x'.repeat(300)}" does not exist.`),
	new Error('connect ECONNREFUSED'),
] as const;

/** The sample account, behind an endpoint that changes its mind. */
export function monkeySource(): MonkeySource {
	const healthy = sampleAnswers();
	const regions = Object.keys(healthy);
	const broken = new Set<string>();
	let hasFacts = true;
	let directory: 'ec2' | 'builtin' = 'ec2';
	const account = sampleAccount();
	const source: FakeSource = {
		...account,
		alwaysEnabledRegions: regions.slice(0, 8),
		async connect() {
			if (source.connectError !== null) {
				throw source.connectError;
			}
		},
		async listRegions(signal) {
			const listed = await account.listRegions(signal);
			return directory === 'ec2' ? listed : {origin: 'builtin', regions: listed.regions, note: 'DescribeRegions was denied.'};
		},
		async *listReservations(region, signal) {
			for await (const page of account.listReservations(region, signal)) {
				yield page;
				if (broken.has(region)) {
					throw new RegionError(failure('failed', 'The connection was reset in the middle of an answer.'));
				}
			}
		},
		async describeAccelerators(region, types, signal) {
			if (!hasFacts) {
				throw new RegionError(failure('denied'));
			}

			return account.describeAccelerators(region, types, signal);
		},
	};

	function rowsOf(region: string): readonly Reservation[] {
		const answer = source.answers.get(region);
		return Array.isArray(answer) ? (answer as readonly (readonly Reservation[])[]).flat() : [];
	}

	function set(region: string, answer: FakeAnswer): void {
		source.answers.set(region, answer);
	}

	return {
		source,
		heal() {
			source.connectError = null;
			broken.clear();
			hasFacts = true;
			directory = 'ec2';
			source.answers.clear();
			for (const [region, answer] of Object.entries(healthy)) {
				set(region, Array.isArray(answer) ? answer : []);
			}
		},
		change(random) {
			const region = random.chance(0.5) ? random.pick(['us-east-1', 'us-west-2']) : random.pick(regions);
			const what = random.weighted({
				counts: 6,
				states: 4,
				others: 4,
				fewer: 2,
				many: 1,
				none: 1,
				failure: 4,
				hang: 1,
				'half an answer': 3,
				connection: 1,
				facts: 1,
				directory: 1,
				'region gone': 1,
				'region new': 1,
				recovery: 6,
			});
			switch (what) {
				case 'counts':
					set(region, [rowsOf(region).map((row) => (random.chance(0.5) ? recounted(row, random) : row))]);
					break;
				case 'states':
					set(region, [
						rowsOf(region).map((row) =>
							random.chance(0.5) ? {...row, state: random.pick([...reservationStates, 'hibernating', null])} : row,
						),
					]);
					break;
				case 'others':
					set(region, paged(strangeRows(region, random), random));
					break;
				case 'fewer':
					set(region, [rowsOf(region).filter(() => random.chance(0.5))]);
					break;
				case 'many':
					set(region, paged(manyRows(region, random), random));
					break;
				case 'none':
					set(region, []);
					break;
				case 'failure':
					set(region, failure(random.pick(failureStatuses), random.pick(['', 'It failed.', 'Ask the admin. '.repeat(40)])));
					break;
				case 'hang':
					set(region, 'hangs');
					break;
				case 'half an answer':
					broken.add(region);
					break;
				case 'connection':
					source.connectError = random.pick(connectErrors);
					break;
				case 'facts':
					hasFacts = !hasFacts;
					break;
				case 'directory':
					directory = directory === 'ec2' ? 'builtin' : 'ec2';
					break;
				case 'region gone':
					source.answers.delete(region);
					break;
				case 'region new':
					set(`xx-new-${random.integer(1, 3)}`, []);
					break;
				case 'recovery':
					source.connectError = null;
					broken.clear();
					for (const [name, answer] of Object.entries(healthy)) {
						if (!Array.isArray(source.answers.get(name)) || random.chance(0.3)) {
							set(name, answer);
						}
					}
			}

			return `${what} (${region})`;
		},
	};
}

function recounted(row: Reservation, random: Random): Reservation {
	const total = random.pick([row.totalInstanceCount, random.integer(0, 64), null]);
	return {...row, totalInstanceCount: total, availableInstanceCount: total === null ? null : random.integer(0, total)};
}

function strangeRows(region: string, random: Random): readonly Reservation[] {
	const [rows = []] = fc.sample(hostileReservations, {numRuns: 1, seed: random.integer(0, 2 ** 31)});
	return rows.map((row) => ({...row, region, key: `${region}/${row.key}`}));
}

function manyRows(region: string, random: Random): readonly Reservation[] {
	const rows = strangeRows(region, random);
	return Array.from({length: 8}, (_, copy) => rows.map((row) => ({...row, key: `${row.key}-${copy}`}))).flat();
}

function paged(rows: readonly Reservation[], random: Random): readonly (readonly Reservation[])[] {
	const cut = random.integer(0, rows.length);
	return [rows.slice(0, cut), rows.slice(cut)];
}
