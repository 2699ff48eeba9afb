import {usableUntil} from '../reservations/expiry.js';
import {freeOf, sizeOf} from '../reservations/usage.js';
import {counted} from '../words/counted.js';
import {spanText} from '../words/span-text.js';
import {type Hint, hintOn} from './hint.js';
import type {MistakeInput} from './mistake-input.js';

const settleMs = 3_600_000;

/** Blocks that are not full an hour after their start, while they can still be filled. */
export function unfilledBlocks({rows, now}: MistakeInput): readonly Hint[] {
	return rows.flatMap((row) => {
		const free = freeOf(row) ?? 0;
		const until = usableUntil(row);
		const age = row.startDate === null ? 0 : now.getTime() - row.startDate.getTime();
		if (row.kind !== 'block' || free <= 0 || age < settleMs || (until !== null && until <= now)) {
			return [];
		}

		const size = sizeOf(row);
		return [
			hintOn([row], {
				id: 'unfilled-block',
				severity: 'warning',
				text: `${size === null ? counted(free, 'instance') : `${free} of ${counted(size, 'instance')}`} not used ${spanText(age)} after the start`,
				reason:
					'A block is paid for in full and in advance, and what is not used is not paid back. Only launches with the market type capacity-block that name the reservation run in it.',
			}),
		];
	});
}
