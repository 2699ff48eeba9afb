import type {DataState} from './types.js';

/** The minute that it is, in milliseconds since 1970. For what counts in minutes: by `now` it would be made, and perhaps drawn, each second. */
export function selectMinute({now}: Pick<DataState, 'now'>): number {
	return Math.floor(now.getTime() / 60_000) * 60_000;
}
