import {isBilledTo} from '../reservations/reservation.js';
import {type Hint, hintIds, isSilenced} from './hint.js';
import {idleOdcrs} from './idle-odcrs.js';
import type {MistakeInput} from './mistake-input.js';
import {openOdcrs} from './open-odcrs.js';
import {overlappingBlocks} from './overlapping-blocks.js';
import {unfilledBlocks} from './unfilled-blocks.js';

const rules: readonly ((input: MistakeInput) => readonly Hint[])[] = [idleOdcrs, unfilledBlocks, overlappingBlocks, openOdcrs];

/**
The likely mistakes among the rows: warnings first, then by kind, in the order of the rows.

Only what is known to be this account's counts, as in sums of money: of what is shared with it others decide and pay. Hints that the tag of a reservation silences are not given for it; one that is about several is not given when all of them say so.
*/
export function findMistakes(input: MistakeInput): readonly Hint[] {
	const rows = new Map(input.rows.map((row) => [row.key, row]));
	const isWanted = ({id, keys}: Hint): boolean =>
		!keys.every((key) => {
			const row = rows.get(key);
			return row !== undefined && isSilenced(row, id);
		});
	const own = {...input, rows: input.rows.filter((row) => isBilledTo(row, input.accountId) === true)};
	const hints = rules.flatMap((rule) => rule(own));
	return hints.filter(isWanted).toSorted((one, other) => rank(one) - rank(other));
}

/** The hints of each reservation, by its key. */
export function hintsByKey(hints: readonly Hint[]): ReadonlyMap<string, readonly Hint[]> {
	const byKey = new Map<string, Hint[]>();
	for (const hint of hints) {
		for (const key of hint.keys) {
			byKey.set(key, [...(byKey.get(key) ?? []), hint]);
		}
	}

	return byKey;
}

function rank({id, severity}: Hint): number {
	return (severity === 'warning' ? 0 : hintIds.length) + hintIds.indexOf(id);
}
