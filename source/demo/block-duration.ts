import {ApiError} from './api-error.js';
import {readInteger} from './query-request.js';

/** The longest that a block can last, extensions included: 182 days. */
export const longestBlockHours = 182 * 24;

/** The hours of a block or of an extension: by the day up to 14 days, then by the week up to 182 days. Throws when AWS does not sell that. */
export function readBlockDuration(parameters: URLSearchParams, name: string): number {
	const hours = readInteger(parameters, name);
	if (hours === null) {
		throw new ApiError(400, 'MissingParameter', `The request must contain the parameter ${name}`);
	}

	if (hours > 0 && hours <= longestBlockHours && hours % (hours <= 14 * 24 ? 24 : 7 * 24) === 0) {
		return hours;
	}

	throw new ApiError(
		400,
		'InvalidParameterValue',
		`${hours} is an invalid value for ${name}. ${name} must be in 1-day increments up to 14 days (336 hours) or in 7-day increments up to 182 days (4368 hours).`,
	);
}
