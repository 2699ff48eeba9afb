import type {Reservation} from '../reservations/reservation.js';

/** The mistakes that are known here; the words that silence them. */
export type HintId =
	| 'idle-odcr'
	| 'untargeted-odcr'
	| 'open-odcr'
	| 'unfilled-block'
	| 'overlapping-blocks'
	| 'odcr-for-run'
	| 'no-block-type';

/** `warning`: it costs money or capacity now. `notice`: it may. */
export type HintSeverity = 'warning' | 'notice';

/** One likely mistake, said quietly. */
export type Hint = {
	readonly id: HintId;
	readonly severity: HintSeverity;
	/** The reservations that it is about; empty when it is about the flags. */
	readonly keys: readonly string[];
	/** Their ids, where AWS sent them. */
	readonly ids: readonly string[];
	/** What is so. */
	readonly text: string;
	/** Why that may be a mistake, and what could be done. */
	readonly reason: string;
	/** How not to be told again. */
	readonly silence: string;
};

/** Holds the ids of hints not to give for a reservation, separated by commas or spaces, or `all`. */
export const silenceTag = 'truffle:no-hints';

export const hintIds: readonly HintId[] = [
	'idle-odcr',
	'untargeted-odcr',
	'open-odcr',
	'unfilled-block',
	'overlapping-blocks',
	'odcr-for-run',
	'no-block-type',
];

/** Whether whoever tagged the reservation does not want to hear of it. */
export function isSilenced({tags}: Reservation, id: HintId): boolean {
	const words = (tags[silenceTag] ?? '').split(/[\s,]+/);
	return words.includes(id) || words.includes('all');
}

export function hintOn(
	rows: readonly Reservation[],
	{id, severity, text, reason}: Pick<Hint, 'id' | 'severity' | 'text' | 'reason'>,
): Hint {
	const those = rows.length === 1 ? 'the reservation' : 'the reservations';
	return {
		id,
		severity,
		keys: rows.map(({key}) => key),
		ids: rows.flatMap((row) => row.id ?? []),
		text,
		reason,
		silence: `--no-hints, or the tag ${silenceTag}=${id} on ${those}`,
	};
}
