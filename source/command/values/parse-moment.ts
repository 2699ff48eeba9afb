import {readMoment} from '../../core/words/read-moment.js';
import {quote, UsageError} from '../usage-error.js';

/** A date of a flag, of which `edge` is taken where no time is given. */
export function parseMoment(flag: string, text: string, edge: 'start' | 'end'): Date {
	const at = readMoment(text, edge);
	if (at === null) {
		throw new UsageError(`${flag}: ${quote(text)} is not a date. Write it like 2026-12-11 or 2026-12-11T11:30Z, which is UTC.`);
	}

	return at;
}
