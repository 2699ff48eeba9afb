import {quote, UsageError} from '../usage-error.js';

/** A whole day begins and ends in UTC. */
const dayEdges = {start: 'T00:00:00Z', end: 'T23:59:59Z'} as const;

/** `2026-12-11`, of which `edge` is taken, `2026-12-11T11:30Z` or `2026-12-11T11:30:00Z`. */
export function parseMoment(flag: string, text: string, edge: keyof typeof dayEdges): Date {
	const trimmed = text.trim();
	const match = /^(20\d\d-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?Z)?$/i.exec(trimmed);
	const [, day = '', time, seconds = ':00'] = match ?? [];
	const at = new Date(time === undefined ? `${day}${dayEdges[edge]}` : `${day}T${time}${seconds}Z`);
	// 30 February would be read as 2 March.
	if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) {
		throw new UsageError(`${flag}: ${quote(text)} is not a date. Write it like 2026-12-11 or 2026-12-11T11:30Z, which is UTC.`);
	}

	return at;
}
