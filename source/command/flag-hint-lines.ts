import {flagMistakes} from '../core/mistakes/flag-mistakes.js';
import {isBlockTypeBuiltin} from '../core/offerings/block-types.js';
import type {ReservationKind} from '../core/reservations/reservation.js';
import type {CapacityCommandOptions} from './capacity-options.js';
import type {WaitOptions} from './wait-options.js';

/** What was typed that may be a mistake. Only a kind that was typed says what was meant; `null`: none was, or both. */
type Typed = {readonly kind: ReservationKind | null; readonly instanceTypes: readonly string[]; readonly hasHints: boolean};

/** What the flags of `truffle capacity` and `truffle watch` may have wrong, a line for stderr each. */
export function flagHintLines({kinds, firstPane, query, hasHints}: CapacityCommandOptions): readonly string[] {
	return linesFor({kind: kinds.length === 1 ? firstPane : null, instanceTypes: query.instanceTypes, hasHints});
}

/** The same of `truffle wait`, where it would be waited for in vain. */
export function waitHintLines({goal: {target}, hasHints}: WaitOptions): readonly string[] {
	if (target.kind === 'ids') {
		return [];
	}

	const {kinds, query} = target;
	return linesFor({kind: kinds.length === 1 ? (kinds[0] ?? null) : null, instanceTypes: query.instanceTypes, hasHints});
}

function linesFor({kind, instanceTypes, hasHints}: Typed): readonly string[] {
	if (!hasHints) {
		return [];
	}

	const hints = flagMistakes({
		kinds: kind ?? 'any',
		instanceTypes,
		// Nothing here tells the length of a run: what is said is said of runs that have one.
		hasFixedRun: true,
		isBlockType: isBlockTypeBuiltin,
	});
	return hints.map(({text, reason, silence}) => `Hint: ${text}. ${reason} (${silence} leaves this out.)`);
}
