import {CapacityError} from '../core/errors.js';

/** Why a refresh could not begin, whatever was thrown. */
export function asCapacityError(error: unknown): CapacityError {
	return error instanceof CapacityError
		? error
		: new CapacityError('bad_setting', `The regions could not be read: ${error instanceof Error ? error.message : String(error)}`, {
				cause: error,
			});
}
