/** A whole day begins and ends in UTC. */
const dayEdges = {start: 'T00:00:00Z', end: 'T23:59:59Z'} as const;

/** Reads `2026-12-11`, of which `edge` is taken, `2026-12-11T11:30Z` or `2026-12-11T11:30:00Z`; `null`: it is none of them. */
export function readMoment(text: string, edge: keyof typeof dayEdges): Date | null {
	const match = /^(20\d\d-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?Z)?$/i.exec(text.trim());
	const [, day = '', time, seconds = ':00'] = match ?? [];
	const at = new Date(time === undefined ? `${day}${dayEdges[edge]}` : `${day}T${time}${seconds}Z`);
	// 30 February would be read as 2 March.
	return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : at;
}
