import {emptyQuery, type Query} from '../core/query.js';
import type {ReservationKind} from '../core/reservation.js';
import type {Sort} from '../core/sort.js';
import type {ColumnKey} from '../report/column-keys.js';
import {type ReportFormat, reportFormats} from '../report/report-options.js';
import {commandNames} from './parse-argv.js';
import type {TypedFlags} from './read-flags.js';
import {UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import {parseColumns} from './values/parse-columns.js';
import {parseCount} from './values/parse-count.js';
import {parseDuration} from './values/parse-duration.js';
import {parseEndpoint} from './values/parse-endpoint.js';
import {parseInstanceType} from './values/parse-instance-type.js';
import {parseList} from './values/parse-list.js';
import {parseRegion} from './values/parse-region.js';
import {parseScenario, type Scenarios} from './values/parse-scenario.js';
import {parseSort} from './values/parse-sort.js';

export type CapacityCommandOptions = {
	/** `null`: the app where there is a terminal, else a table. */
	readonly output: ReportFormat | null;
	/** What a report lists, ODCRs first. */
	readonly kinds: readonly ReservationKind[];
	/** What the app opens with. */
	readonly firstPane: ReservationKind;
	readonly query: Query;
	/** `null`: every region enabled for the account. */
	readonly regions: readonly string[] | null;
	readonly isWide: boolean;
	/** `null`: each kind's own order. */
	readonly sort: Sort | null;
	/** `null`: the usual ones. */
	readonly columns: readonly ColumnKey[] | null;
	readonly intervalMs: number;
	/** `null`: the SDK's own choice. */
	readonly profile: string | null;
	readonly timeoutMs: number;
	/** Exit 4 when a region failed. */
	readonly isStrict: boolean;
	readonly endpointUrl: string | null;
	/** The scenario of `--demo`, `null`: AWS. */
	readonly demo: string | null;
	/** `--ascii` was given; the locale may ask for the same. */
	readonly isAscii: boolean;
	/** `--no-color` was not given; `NO_COLOR` may ask for the same. */
	readonly isColor: boolean;
};

const mostInstances = 1_000_000;

export function capacityOptions(flags: TypedFlags, scenarios: Scenarios): CapacityCommandOptions {
	const options = {
		output: flags.output === undefined ? null : parseChoice('--output', 'format', flags.output, reportFormats),
		...kindsOf(flags),
		query: queryOf(flags),
		regions: parseList('--regions', flags.regions ?? [])?.map((name) => parseRegion('--regions', name)) ?? null,
		isWide: flags.wide,
		sort: flags.sort === undefined ? null : parseSort('--sort', flags.sort),
		columns: parseColumns('--columns', flags.columns ?? []),
		intervalMs: parseDuration('--interval', flags.interval ?? '30s', {min: '5s', max: '24h'}),
		profile: flags.profile?.trim() ?? null,
		timeoutMs: parseDuration('--timeout', flags.timeout ?? '30s', {min: '1s', max: '10m'}),
		isStrict: flags.strict,
		endpointUrl: flags.endpointUrl === undefined ? null : parseEndpoint('--endpoint-url', flags.endpointUrl),
		demo: flags.demo === undefined ? null : parseScenario('--demo', flags.demo || scenarios.defaultName, scenarios, commandNames),
		isAscii: flags.ascii,
		isColor: flags.color,
	} satisfies CapacityCommandOptions;
	refuseConflicts(options);
	return options;
}

function kindsOf({odcr, blocks}: TypedFlags): Pick<CapacityCommandOptions, 'kinds' | 'firstPane'> {
	const kinds: readonly ReservationKind[] = blocks ? (odcr ? ['odcr', 'block'] : ['block']) : ['odcr'];
	return {kinds, firstPane: kinds[0] ?? 'odcr'};
}

function queryOf(flags: TypedFlags): Query {
	const minCapacity = flags.minCapacity === undefined ? 0 : parseCount('--min-capacity', flags.minCapacity, {min: 0, max: mostInstances});
	return {
		...emptyQuery,
		instanceTypes:
			parseList('--instance-types', flags.instanceTypes ?? [])?.map((type) => parseInstanceType('--instance-types', type)) ?? [],
		gpuOnly: flags.gpuOnly,
		availableOnly: flags.availableOnly,
		activeOnly: flags.activeOnly,
		includeEnded: flags.all,
		minCapacity: minCapacity === 0 ? null : minCapacity,
	};
}

function refuseConflicts({demo, profile, endpointUrl, columns, output}: CapacityCommandOptions): void {
	if (demo !== null && profile !== null) {
		throw new UsageError('--demo uses no AWS profile. Leave out --demo or --profile.');
	}

	if (demo !== null && endpointUrl !== null) {
		throw new UsageError('--demo has an endpoint of its own. Leave out --demo or --endpoint-url.');
	}

	if (columns !== null && (output === 'json' || output === 'yaml')) {
		throw new UsageError(`--columns is for table and csv: ${output} always has every field.`);
	}
}
