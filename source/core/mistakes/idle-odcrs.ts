import {type Histories, historyOf} from '../events/history.js';
import {lifecycleOf} from '../reservations/lifecycle.js';
import type {Reservation} from '../reservations/reservation.js';
import {usageOf} from '../reservations/usage.js';
import {counted} from '../words/counted.js';
import {spanText} from '../words/span-text.js';
import {type Hint, hintOn} from './hint.js';
import type {MistakeInput} from './mistake-input.js';

const hour = 3_600_000;
const idleMs = 48 * hour;
const untargetedMs = hour;

/**
ODCRs of which nothing is used, though AWS bills the On-Demand rate for all of it (EC2 User Guide, "Capacity Reservation pricing and
billing"): those that are so for two days, and targeted ones that nothing has targeted an hour after their start.

How long it has been so is known only as far as it was watched. Otherwise the age of the reservation decides, and the words do not
claim more.
*/
export function idleOdcrs({rows, histories, watchedSince, now}: MistakeInput): readonly Hint[] {
	return rows.flatMap((row) => {
		const total = idleTotal(row);
		if (total === null) {
			return [];
		}

		const wasUsed = histories.get(row.key)?.samples.some(({used}) => used !== null && used > 0) ?? false;
		const since = watchedSince(row.region);
		const idleFor = since === null ? 0 : idleSpan(row, histories, since, now);
		const start = row.startDate ?? row.createDate;
		// What was used while it was watched has not been idle since its start.
		const age = start === null || wasUsed ? 0 : now.getTime() - start.getTime();
		return [
			...(Math.max(idleFor, age) >= idleMs ? [idleHint(row, total, idleFor, age)] : []),
			...(row.instanceMatchCriteria === 'targeted' && age >= untargetedMs ? [untargetedHint(row, total)] : []),
		];
	});
}

/** Its size, when nothing of it is used. */
function idleTotal(row: Reservation): number | null {
	const usage = row.kind === 'odcr' && lifecycleOf(row.state) === 'live' && !isLent(row) ? usageOf(row) : null;
	return usage !== null && usage.used === 0 && usage.total !== null && usage.total > 0 ? usage.total : null;
}

/** An interruptible reservation is there to be empty at times; its source pays for it. */
function isLent({interruptible, interruption}: Reservation): boolean {
	return interruptible === true || interruption !== null;
}

/** For how long nothing has been used, as far as it was watched. */
function idleSpan(row: Reservation, histories: Histories, since: Date, now: Date): number {
	const {samples} = historyOf(row, histories, since);
	const lastUsed = samples.findLastIndex(({used}) => used !== 0);
	const first = samples[lastUsed + 1];
	return first === undefined ? 0 : now.getTime() - first.at.getTime();
}

function idleHint(row: Reservation, total: number, idleFor: number, age: number): Hint {
	const isSeen = idleFor >= idleMs;
	const since = isSeen ? `for ${spanText(idleFor)} at least` : `now, ${spanText(age)} after the start`;
	return hintOn([row], {
		id: 'idle-odcr',
		severity: isSeen ? 'warning' : 'notice',
		text: `None of ${counted(total, 'instance')} used ${since}`,
		reason:
			row.commitment === null
				? 'An ODCR is billed at the On-Demand rate, used or not, until it is cancelled. It can be made smaller, cancelled, shared, or lent as an interruptible one.'
				: 'An ODCR is billed at the On-Demand rate, used or not. This one has a commitment, so that ending it early is charged; it can be shared, or lent as an interruptible one.',
	});
}

function untargetedHint(row: Reservation, total: number): Hint {
	return hintOn([row], {
		id: 'untargeted-odcr',
		severity: 'notice',
		text: `Targeted, but nothing uses any of its ${counted(total, 'instance')}`,
		reason:
			'Only launches that name a targeted reservation, or its resource group, run in it; others run On-Demand beside it and are billed on top of it.',
	});
}
