import type {ReservationKind} from '../core/reservations/reservation.js';
import {emptyQuery, type Query} from '../core/rows/query.js';
import type {Sort} from '../core/rows/sort.js';
import type {ColumnKey} from '../report/column-keys.js';
import {type ReportFormat, reportFormats} from '../report/report-options.js';
import {type SessionOptions, sessionOptions} from './session-options.js';
import type {TypedFlags} from './typed-flags.js';
import {UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import {parseColumns} from './values/parse-columns.js';
import {mostInstances, parseCount} from './values/parse-count.js';
import {parseDuration} from './values/parse-duration.js';
import {parseInstanceTypes} from './values/parse-instance-type.js';
import {parseList} from './values/parse-list.js';
import {parseReservationId} from './values/parse-reservation-id.js';
import type {Scenarios} from './values/parse-scenario.js';
import {parseSort} from './values/parse-sort.js';

export type CapacityCommandOptions = SessionOptions & {
	/** `null`: the app where there is a terminal; else a table, or with `isWatch` the stream. */
	readonly output: ReportFormat | 'ndjson' | null;
	/** The app or the stream of events, never a report. */
	readonly isWatch: boolean;
	/** What a report lists, ODCRs first. */
	readonly kinds: readonly ReservationKind[];
	/** What the stream of events is of: both, unless one of them is asked for. */
	readonly watchedKinds: readonly ReservationKind[];
	/** What the app opens on; `null`: on the pane that was left last. */
	readonly firstPane: ReservationKind | null;
	readonly query: Query;
	readonly isWide: boolean;
	/** `null`: each kind's own order. */
	readonly sort: Sort | null;
	/** `null`: the usual ones. */
	readonly columns: readonly ColumnKey[] | null;
	/** Exit 4 when a region failed. */
	readonly isStrict: boolean;
	/** Ids, `cr-…` and `cb-…`, of the rows that the app follows from the start. */
	readonly follow: readonly string[];
	/** The app rings the terminal's bell. */
	readonly isBell: boolean;
	/** The app sends notifications to the desktop. */
	readonly isNotify: boolean;
	/** Likely mistakes are told. */
	readonly hasHints: boolean;
	/** The app opens with the view that it has by itself, and forgets the one that was left last. */
	readonly isFresh: boolean;
};

const outputs = [...reportFormats, 'ndjson'] as const;

export function capacityOptions(flags: TypedFlags, scenarios: Scenarios): CapacityCommandOptions {
	const options = {
		output: flags.output === undefined ? null : parseChoice('--output', 'format', flags.output, outputs),
		isWatch: flags.watch,
		...kindsOf(flags),
		query: queryOf(flags),
		isWide: flags.wide,
		sort: flags.sort === undefined ? null : parseSort('--sort', flags.sort),
		columns: parseColumns('--columns', flags.columns ?? []),
		isStrict: flags.strict,
		follow: parseList('--follow', flags.follow ?? [])?.map((id) => parseReservationId('--follow', id)) ?? [],
		isBell: flags.bell,
		isNotify: flags.notify,
		isFresh: flags.fresh,
		hasHints: flags.hints,
		...sessionOptions(flags, scenarios, parseDuration('--timeout', flags.timeout ?? '30s', {min: '1s', max: '10m'})),
	} satisfies CapacityCommandOptions;
	refuseConflicts(options);
	return options;
}

function kindsOf({odcr, blocks}: TypedFlags): Pick<CapacityCommandOptions, 'kinds' | 'watchedKinds' | 'firstPane'> {
	if (!(odcr || blocks)) {
		return {kinds: ['odcr'], watchedKinds: ['odcr', 'block'], firstPane: null};
	}

	const kinds: readonly ReservationKind[] = blocks ? (odcr ? ['odcr', 'block'] : ['block']) : ['odcr'];
	return {kinds, watchedKinds: kinds, firstPane: kinds[0] ?? null};
}

function queryOf(flags: TypedFlags): Query {
	const minCapacity = flags.minCapacity === undefined ? 0 : parseCount('--min-capacity', flags.minCapacity, {min: 0, max: mostInstances});
	return {
		...emptyQuery,
		instanceTypes: parseInstanceTypes('--instance-types', flags.instanceTypes ?? []),
		gpuOnly: flags.gpuOnly,
		availableOnly: flags.availableOnly,
		activeOnly: flags.activeOnly,
		includeEnded: flags.all,
		minCapacity: minCapacity === 0 ? null : minCapacity,
	};
}

function refuseConflicts({columns, output, isWatch}: CapacityCommandOptions): void {
	if (output === 'ndjson' && !isWatch) {
		throw new UsageError('--output: ndjson is a stream of events. Use it with truffle watch, or add --watch.');
	}

	if (isWatch && output !== null && output !== 'ndjson') {
		throw new UsageError(`--output: ${output} is a report, made once. What is watched comes as ndjson.`);
	}

	if (columns !== null && (output === 'json' || output === 'yaml' || output === 'terraform' || isWatch)) {
		throw new UsageError(`--columns is for table and csv${isWatch ? '' : `: ${output} always has every field`}.`);
	}
}
