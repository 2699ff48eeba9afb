import {setImmediate} from 'node:timers/promises';
import type {CachedRegion, CachedSnapshot} from '../core/regions/cached-snapshot.js';
import type {RegionDirectory, RegionEntry} from '../core/regions/source.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {checkFormat, count, DamagedError, type Fields, flag, list, object, oneOf, orNull, parseFields, text, time} from './fields.js';
import {acceleratorOf, readReservation} from './read-reservation.js';
import {sliceLength, snapshotFormat, snapshotVersion} from './write-snapshot-lines.js';

type Header = Omit<CachedSnapshot, 'regions'> & {readonly regions: readonly RegionHeader[]};
type RegionHeader = {readonly region: string; readonly fetchedAt: Date; readonly count: number};

/** Reads a line, the first one first. Throws `DamagedError` that names the line. */
type TakeLine = <Value>(read: (fields: Fields) => Value) => Value;

const readDirectory = orNull(object(directoryOf));
const readOrigin = oneOf(['ec2', 'builtin']);
const readEntries = list(entryOf);
const readFacts = list(factOf);
const readRegions = list(regionHeaderOf);
const readAccelerator = orNull(object(acceleratorOf));
const textOrNull = orNull(text);

/** What `writeSnapshotLines` wrote. Rejects with `DamagedError`. */
export async function readSnapshotLines(bytes: Buffer): Promise<CachedSnapshot> {
	const lines = linesOf(bytes);
	const takeLine = numbered(lines);
	const header = takeLine(headerOf);
	const keys = new Set<string>();
	const regions: CachedRegion[] = [];
	for (const region of header.regions) {
		regions.push(await readRegion(region, takeLine, keys));
	}

	if (lines.next().done !== true) {
		throw new DamagedError('it has more lines than it should');
	}

	if (new Set(regions.map(({region}) => region)).size < regions.length) {
		throw new DamagedError('it has a region twice');
	}

	return {...header, regions};
}

async function readRegion({region, fetchedAt, count}: RegionHeader, takeLine: TakeLine, keys: Set<string>): Promise<CachedRegion> {
	const reservations: Reservation[] = [];
	while (reservations.length < count) {
		const reservation = takeLine(readReservation);
		if (reservation.region !== region || keys.has(reservation.key)) {
			throw new DamagedError(`a reservation of ${region} is in the wrong place or there twice`);
		}

		keys.add(reservation.key);
		reservations.push(reservation);
		if (reservations.length % sliceLength === 0) {
			await setImmediate();
		}
	}

	return {region, fetchedAt, reservations};
}

function numbered(lines: Iterator<string, unknown>): TakeLine {
	let number = 0;
	return (read) => {
		number++;
		const line = lines.next();
		if (line.done === true) {
			throw new DamagedError('it is cut off');
		}

		try {
			return read(parseFields(line.value));
		} catch (error) {
			throw error instanceof DamagedError ? new DamagedError(`line ${number}: ${error.message}`, {cause: error}) : error;
		}
	};
}

/** Every line ends with a line feed; what has none at the end is the half of a line, and left out. */
function* linesOf(bytes: Buffer): Generator<string, void> {
	let start = 0;
	for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', start)) {
		yield bytes.toString('utf8', start, end);
		start = end + 1;
	}
}

function headerOf(fields: Fields): Header {
	checkFormat(fields, snapshotFormat, snapshotVersion);
	return {
		savedAt: time(fields, 'savedAt'),
		accountId: textOrNull(fields, 'accountId'),
		directory: readDirectory(fields, 'directory'),
		facts: new Map(readFacts(fields, 'accelerators')),
		regions: readRegions(fields, 'regions'),
	};
}

function regionHeaderOf(fields: Fields): RegionHeader {
	return {region: text(fields, 'region'), fetchedAt: time(fields, 'fetchedAt'), count: count(fields, 'reservations')};
}

function directoryOf(fields: Fields): RegionDirectory {
	const origin = readOrigin(fields, 'origin');
	const regions = readEntries(fields, 'regions');
	return origin === 'ec2' ? {origin, regions} : {origin, regions, note: text(fields, 'note')};
}

function entryOf(fields: Fields): RegionEntry {
	return {name: text(fields, 'name'), isEnabled: flag(fields, 'isEnabled')};
}

function factOf(fields: Fields) {
	return [text(fields, 'instanceType'), readAccelerator(fields, 'accelerator')] as const;
}
