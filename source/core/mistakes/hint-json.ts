import type {Hint} from './hint.js';

/** A hint with the names of the JSON contract. */
export function hintJson({id, severity, ids, text, reason, silence}: Hint) {
	return {id, severity, reservation_ids: ids, text, reason, silence};
}
