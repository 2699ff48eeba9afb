import {createHash} from 'node:crypto';
import {longestBlockHours} from './block-duration.js';
import {blockTimeFrom, feeOf, freeIn, type Pool, type Span} from './market.js';

/** What a client looks for. */
export type OfferingRequest = {
	/** The ones of its type and zones. */
	readonly pools: readonly Pool[];
	/** Instances, or UltraServers. */
	readonly count: number;
	readonly hours: number;
	/** The earliest start; absent: as soon as possible. */
	readonly from: Date | null;
	/** The latest end. */
	readonly until: Date | null;
};

export type Offering = Span & {readonly pool: Pool; readonly fee: string};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A block can start half an hour from now. */
const leadTime = 30 * minute;
/** And at most eight weeks from now. */
export const bookingHorizon = 56 * day;
/** A block of less could hardly be used: its instances are terminated from half an hour before its end. Not a number of AWS's. */
const shortestUse = 2 * hour;
/** AWS answers with at most so many, the earliest ones. */
const mostOfferings = 6;

/**
The offerings that AWS would recommend, earliest first.

Blocks start at 11:30 UTC, when others end, so that they have the length that was asked for; one that starts at once ends at the
last 11:30 before that length is over, or at the first after it.
*/
export function findOfferings({pools, count, hours, from, until}: OfferingRequest, now: Date): readonly Offering[] {
	const spans = [...startAtOnce(hours, from, now), ...startAtBlockTime(hours, from, now)].filter(
		({start, end}) => (until === null || end <= until) && end.getTime() - start.getTime() <= longestBlockHours * hour,
	);
	return spans
		.flatMap((span) =>
			pools
				.filter((pool) => freeIn(pool, span, now) >= count)
				.map((pool): Offering => ({...span, pool, fee: feeOf(pool, count, span, now)})),
		)
		.sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime() || Number(a.fee) - Number(b.fee))
		.slice(0, mostOfferings);
}

/** The same for the same offering at the same price. */
export function writeOfferingId(prefix: 'cb' | 'cbe', facts: readonly (string | number)[]): string {
	return `${prefix}-0${createHash('sha256').update(facts.join('/')).digest('hex').slice(0, 16)}`;
}

function startAtOnce(hours: number, from: Date | null, now: Date): readonly Span[] {
	const start = new Date(Math.ceil((now.getTime() + leadTime) / minute) * minute);
	const full = new Date(start.getTime() + hours * hour);
	const after = blockTimeFrom(full);
	if ((from !== null && from > start) || after.getTime() === full.getTime()) {
		return [];
	}

	const before = new Date(after.getTime() - day);
	const spans = [{start, end: after}];
	return before.getTime() - start.getTime() >= shortestUse ? [{start, end: before}, ...spans] : spans;
}

function startAtBlockTime(hours: number, from: Date | null, now: Date): readonly Span[] {
	const spans: Span[] = [];
	const earliest = Math.max(now.getTime() + leadTime, from?.getTime() ?? 0);
	const latest = now.getTime() + bookingHorizon;
	for (let start = blockTimeFrom(new Date(earliest)).getTime(); start <= latest; start += day) {
		spans.push({start: new Date(start), end: new Date(start + hours * hour)});
	}

	return spans;
}
