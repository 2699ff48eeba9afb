import {join} from 'node:path';
import {isRegionSyntax} from '../core/regions/regions.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import type {Query} from '../core/rows/query.js';
import {type Sort, sortKeys} from '../core/rows/sort.js';
import {zoomLevels} from '../core/timeline/timeline-window.js';
import {checkFormat, count, DamagedError, type Fields, flag, object, oneOf, orNull, parseFields, text} from './fields.js';
import {damaged, readUserFile, type Unread} from './read-user-file.js';
import type {UserFolder} from './user-folder.js';
import {type WriteResult, writeAtomically, writeFailure} from './write-atomically.js';

/** What of the view is there again at the next start. */
export type RememberedView<Pane extends string> = {
	readonly pane: Pane;
	/** Without the search: it is for the moment, and a forgotten one would hide most rows. */
	readonly query: Omit<Query, 'search'>;
	/** The marked regions, and the `cacheKey` of those who marked them: others may not have these regions. `null`: every enabled one. */
	readonly regions: {readonly of: string; readonly names: readonly string[]} | null;
	readonly sorts: Readonly<Record<ReservationKind, Sort>>;
	/** The zoom of the timeline, within `zoomLevels`; `null`: fit all. Where its window began is not kept: time goes on. */
	readonly hoursPerColumn: number | null;
	readonly isLocalTime: boolean;
	readonly showsDatedOdcrs: boolean;
};

export type ViewReading<Pane extends string> = Unread | {readonly kind: 'ok'; readonly view: RememberedView<Pane>};

const fileName = 'view.json';
const format = 'truffle-capacity view';
/** To be raised with every change of `RememberedView` or of `Query`. */
const version = 1;
const longestBytes = 65_536;
const closest = Math.min(...zoomLevels);
const furthest = Math.max(...zoomLevels);

const countOrNull = orNull(count);
const readKey = oneOf(sortKeys);
const readSort = object(sortOf);
const readZoom = orNull(zoomOf);
const readRegions = orNull(object(regionsOf));

/** The view of the last session, in the state directory; a pane that is not one of `panes` makes it damaged. Never rejects. */
export async function readViewState<Pane extends string>(folder: UserFolder, panes: readonly Pane[]): Promise<ViewReading<Pane>> {
	const file = await readUserFile(folder, fileName, longestBytes);
	if (file.kind !== 'ok') {
		return file;
	}

	try {
		return {kind: 'ok', view: viewOf(parseFields(file.bytes.toString('utf8')), panes)};
	} catch (error) {
		return damaged(join(folder.path, fileName), error instanceof DamagedError ? error.message : String(error));
	}
}

/** Keeps a view for the next session, in the place of the one before. Never rejects. */
export async function writeViewState<Pane extends string>(folder: UserFolder, view: RememberedView<Pane>): Promise<WriteResult> {
	const {pane, query, regions, sorts, hoursPerColumn, isLocalTime, showsDatedOdcrs} = view;
	// Named, because the query at hand may well be a whole one.
	const {instanceTypes, gpuOnly, availableOnly, activeOnly, troubledOnly, includeEnded, minCapacity} = query;
	const content = {
		format,
		version,
		pane,
		query: {instanceTypes, gpuOnly, availableOnly, activeOnly, troubledOnly, includeEnded, minCapacity},
		regions,
		sorts,
		hoursPerColumn,
		isLocalTime,
		showsDatedOdcrs,
	};
	const json = `${JSON.stringify(content, null, '\t')}\n`;
	return Buffer.byteLength(json) > longestBytes
		? writeFailure(join(folder.path, fileName), `it would be larger than ${longestBytes} bytes`)
		: writeAtomically(folder, fileName, [json]);
}

function viewOf<Pane extends string>(fields: Fields, panes: readonly Pane[]): RememberedView<Pane> {
	checkFormat(fields, format, version);
	return {
		pane: oneOf(panes)(fields, 'pane'),
		query: object(queryOf)(fields, 'query'),
		regions: readRegions(fields, 'regions'),
		sorts: object(sortsOf)(fields, 'sorts'),
		hoursPerColumn: readZoom(fields, 'hoursPerColumn'),
		isLocalTime: flag(fields, 'isLocalTime'),
		showsDatedOdcrs: flag(fields, 'showsDatedOdcrs'),
	};
}

function queryOf(fields: Fields): Omit<Query, 'search'> {
	return {
		instanceTypes: typesOf(fields, 'instanceTypes'),
		gpuOnly: flag(fields, 'gpuOnly'),
		availableOnly: flag(fields, 'availableOnly'),
		activeOnly: flag(fields, 'activeOnly'),
		troubledOnly: flag(fields, 'troubledOnly'),
		includeEnded: flag(fields, 'includeEnded'),
		minCapacity: countOrNull(fields, 'minCapacity'),
	};
}

function regionsOf(fields: Fields): RememberedView<string>['regions'] {
	const {names} = fields;
	if (!Array.isArray(names) || !names.every((name) => typeof name === 'string' && isRegionSyntax(name))) {
		throw new DamagedError('regions is not a list of regions');
	}

	return {of: text(fields, 'of'), names};
}

function sortsOf(fields: Fields): RememberedView<string>['sorts'] {
	return {odcr: readSort(fields, 'odcr'), block: readSort(fields, 'block')};
}

function sortOf(fields: Fields): Sort {
	return {key: readKey(fields, 'key'), descending: flag(fields, 'descending')};
}

/** Names and globs, as `--instance-types` takes them. */
function typesOf(fields: Fields, name: string): readonly string[] {
	const value = fields[name];
	const isType = (type: unknown): type is string => typeof type === 'string' && /^[a-z0-9.*?-]{1,101}$/.test(type);
	if (!Array.isArray(value) || !value.every(isType)) {
		throw new DamagedError(`${name} is not a list of instance types`);
	}

	return value;
}

function zoomOf(fields: Fields, name: string): number {
	const value = fields[name];
	if (typeof value !== 'number' || !(value >= closest && value <= furthest)) {
		throw new DamagedError(`${name} is not a zoom`);
	}

	return value;
}
