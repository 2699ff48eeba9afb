import {dayText, momentText} from '../../core/words/moment-text.js';
import {UsageError} from '../usage-error.js';

/** A run cannot be over before now. */
export function refusePastEnd(flag: string, end: Date | null, now: Date): void {
	if (end !== null && end <= now) {
		throw new UsageError(`${flag}: ${momentText(end)} is past.`);
	}
}

/** Nor begin on an earlier day; today is now. */
export function refusePastStart(flag: string, start: Date | null, now: Date): void {
	if (start !== null && dayText(start) < dayText(now)) {
		throw new UsageError(`${flag}: ${dayText(start)} is past. Leave ${flag} out for as soon as it can be.`);
	}
}
