import type {CheckOutcome} from '../core/check/check-capacity.js';
import type {CheckWords} from '../core/check/check-words.js';
import {renderVerdict} from './render-verdict.js';
import type {TextLook} from './text-look.js';

const colours = {now: 'green', later: 'yellow', no: 'red', unreadable: 'red'} as const satisfies Record<CheckOutcome, string>;

/** What `truffle check` says to people. */
export function renderCheck(words: CheckWords, outcome: CheckOutcome, look: TextLook): string {
	return renderVerdict({...words, sections: []}, colours[outcome], look);
}
