import type {CheckLength} from '../../core/check/check-request.js';
import {UsageError} from '../usage-error.js';
import {parseCount} from './parse-count.js';

/** Longer than any plan. */
const mostDays = 3650;

/** The length of a run by `--days` or `--hours`; `null`: neither was given. */
export function parseRunLength({
	days,
	hours,
}: {
	readonly days?: string | undefined;
	readonly hours?: string | undefined;
}): CheckLength | null {
	if (days !== undefined && hours !== undefined) {
		throw new UsageError('--days and --hours are the same length twice. Leave out one of them.');
	}

	if (days !== undefined) {
		return {unit: 'days', amount: parseCount('--days', days, {min: 1, max: mostDays})};
	}

	return hours === undefined ? null : {unit: 'hours', amount: parseCount('--hours', hours, {min: 1, max: mostDays * 24})};
}
