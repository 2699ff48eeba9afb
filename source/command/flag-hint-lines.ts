import {flagMistakes} from '../core/mistakes/flag-mistakes.js';
import {isBlockTypeBuiltin} from '../core/offerings/block-types.js';
import type {CapacityCommandOptions} from './capacity-options.js';

/** What the flags themselves may have wrong, a line for stderr each. Only a kind that was typed says what was meant. */
export function flagHintLines({kinds, firstPane, query, hasHints}: CapacityCommandOptions): readonly string[] {
	if (!hasHints || firstPane === null) {
		return [];
	}

	const hints = flagMistakes({
		kinds: kinds.length === 1 ? firstPane : 'any',
		instanceTypes: query.instanceTypes,
		// Nothing here tells the length of a run: what is said is said of runs that have one.
		hasFixedRun: true,
		isBlockType: isBlockTypeBuiltin,
	});
	return hints.map(({text, reason, silence}) => `Hint: ${text}. ${reason} (${silence} leaves this out.)`);
}
