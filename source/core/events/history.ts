import type {Reservation} from '../reservations/reservation.js';
import {sizeOf, usageOf} from '../reservations/usage.js';
import {pairRows} from '../rows/pair-rows.js';

/** What a reservation held from `at` until the next sample. `null`: unknown, as before it is live. */
export type Sample = {readonly at: Date; readonly used: number | null; readonly total: number | null};

/** How a reservation's use went, oldest sample first: at least one, and never more than were asked for. */
export type History = {
	readonly samples: readonly [Sample, ...Sample[]];
	/** The first time `used` rose since it was watched, or since it was last 0; `null`: it has not. */
	readonly increasedAt: Date | null;
	/** Since when it has been full; `null`: it is not. */
	readonly filledAt: Date | null;
};

/** By the key of the reservation. */
export type Histories = ReadonlyMap<string, History>;

/** Samples that are kept of a reservation. */
export const mostSamples = 120;

/**
With `sample`, which is the newest; `null` is no history yet.

A sample equal to the one before adds nothing, since that one still holds; a clock that was set back stands still. When there
are more than `most` (2 or more), one of the older half goes, so that the past is kept, only ever coarser.
*/
export function recordSample(history: History | null, sample: Sample, most: number = mostSamples): History {
	const filledAt = isFull(sample) ? (history?.filledAt ?? sample.at) : null;
	if (history === null) {
		return {samples: [sample], increasedAt: null, filledAt};
	}

	const last = latestOf(history);
	if (sample.used === last.used && sample.total === last.total) {
		return history;
	}

	const known = history.samples.findLast(({used}) => used !== null)?.used ?? null;
	const hasRisen = known !== null && sample.used !== null && sample.used > known;
	const increasedAt = sample.used === 0 ? null : (history.increasedAt ?? (hasRisen ? sample.at : null));
	const next = {...sample, at: new Date(Math.max(sample.at.getTime(), last.at.getTime()))};
	return {samples: thin([...history.samples, next], most), increasedAt, filledAt};
}

/** One region's next complete answer. */
export type NextAnswer = {
	/** Its last good rows; `null`: this is its first answer. */
	readonly before: readonly Reservation[] | null;
	readonly after: readonly Reservation[];
	/** When it was read first. */
	readonly since: Date;
	readonly at: Date;
};

/**
The histories after a region's answer; the same map when nothing of them changed.

A reservation gets a history with its first change, so that a hundred thousand quiet ones cost nothing, and one that is gone
takes it along, so that a long watch does not grow. `historyOf` has one for all.
*/
export function recordAnswer(histories: Histories, {before, after, since, at}: NextAnswer): Histories {
	const recorded = new Map<string, History | null>();
	for (const pair of before === null ? [] : pairRows(before, after)) {
		if (pair.after === null) {
			if (histories.has(pair.before.key)) {
				recorded.set(pair.before.key, null);
			}

			continue;
		}

		const {key} = pair.after;
		const known = pair.before === null ? null : (histories.get(key) ?? recordSample(null, sampleOf(pair.before, since)));
		const history = recordSample(known, sampleOf(pair.after, at));
		if (history !== known) {
			recorded.set(key, history);
		}
	}

	return recorded.size === 0 ? histories : merge(histories, recorded);
}

/** The reservation's history; where it never changed, what it has held since its region was read first. */
export function historyOf(reservation: Reservation, histories: Histories, since: Date): History {
	return histories.get(reservation.key) ?? recordSample(null, sampleOf(reservation, since));
}

/** What held at that moment; `null`: before the first sample. */
export function sampleAt({samples}: History, at: Date): Sample | null {
	return samples.findLast((sample) => sample.at <= at) ?? null;
}

export function latestOf({samples}: History): Sample {
	return samples.at(-1) ?? samples[0];
}

function sampleOf(reservation: Reservation, at: Date): Sample {
	return {at, used: usageOf(reservation)?.used ?? null, total: sizeOf(reservation)};
}

function isFull({used, total}: Sample): boolean {
	return used !== null && total !== null && total > 0 && used >= total;
}

/** Drops one of the older half where that leaves the smallest gap for its age: the past grows coarser, but none of it is cut off. */
function thin([first, ...others]: readonly [Sample, ...Sample[]], most: number): readonly [Sample, ...Sample[]] {
	if (others.length < most) {
		return [first, ...others];
	}

	const times = [first, ...others].map(({at}) => at.getTime());
	const newest = times.at(-1) ?? 0;
	const gaps = times
		.slice(1, Math.ceil(most / 2) + 1)
		.map((time, place) => ((times[place + 2] ?? newest) - (times[place] ?? time)) / (newest - time + 1));
	const least = gaps.indexOf(gaps.reduce((smallest, gap) => Math.min(smallest, gap)));
	return [first, ...others.toSpliced(least, 1)];
}

function merge(histories: Histories, recorded: ReadonlyMap<string, History | null>): Histories {
	const merged = new Map(histories);
	for (const [key, history] of recorded) {
		if (history === null) {
			merged.delete(key);
		} else {
			merged.set(key, history);
		}
	}

	return merged;
}
