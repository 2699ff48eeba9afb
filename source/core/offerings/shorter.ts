import {lengthText} from '../words/length-text.js';
import type {Offering} from './offering.js';

/** Whether an offering lasts less than the `hours` asked for: AWS answers with the lengths around them. Fractions of an hour are not exact. */
export function isShorter({durationHours}: Offering, hours: number): boolean {
	return durationHours !== null && durationHours < hours - 1e-6;
}

/** What the mark of one that does means. */
export function shorterWords(hours: number): string {
	return `shorter than the ${lengthText(hours)} asked for: all blocks end at 11:30 UTC.`;
}
