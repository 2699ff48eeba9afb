import {setImmediate} from 'node:timers/promises';
import type {CachedSnapshot} from '../core/regions/cached-snapshot.js';

export const snapshotFormat = 'truffle-capacity snapshot';

/** To be raised with every change of what is written here, `Reservation` included: the reader takes its own version only. */
export const snapshotVersion = 1;

/** Reservations handled in one go: a millisecond or two, so that the app answers keys in between. */
export const sliceLength = 100;

/**
A snapshot as lines of JSON: one that says what follows, then one for each reservation. In pieces of some lines; `null`
when it is longer than `longest` bytes.
*/
export async function writeSnapshotLines(snapshot: CachedSnapshot, longest: number): Promise<readonly string[] | null> {
	const pieces: string[] = [];
	let length = 0;
	for (const piece of piecesOf(snapshot)) {
		length += Buffer.byteLength(piece);
		if (length > longest) {
			return null;
		}

		pieces.push(piece);
		await setImmediate();
	}

	return pieces;
}

function* piecesOf(snapshot: CachedSnapshot): Iterable<string> {
	yield lineOf(headerOf(snapshot));
	for (const {reservations} of snapshot.regions) {
		for (let at = 0; at < reservations.length; at += sliceLength) {
			yield reservations
				.slice(at, at + sliceLength)
				.map((reservation) => lineOf(reservation))
				.join('');
		}
	}
}

function headerOf({savedAt, accountId, directory, regions, facts}: CachedSnapshot) {
	return {
		format: snapshotFormat,
		version: snapshotVersion,
		savedAt,
		accountId,
		directory,
		accelerators: [...facts].map(([instanceType, accelerator]) => ({instanceType, accelerator})),
		regions: regions.map(({region, fetchedAt, reservations}) => ({region, fetchedAt, reservations: reservations.length})),
	};
}

function lineOf(value: object): string {
	return `${JSON.stringify(value)}\n`;
}
