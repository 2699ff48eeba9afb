import {UnknownRegionError} from '../core/errors.js';
import {nearest} from './nearest.js';

/** An error about an unknown region with the region that was most likely meant, which the core does not look for; any other error as it is. */
export function nameNearest(error: unknown): unknown {
	return error instanceof UnknownRegionError
		? new UnknownRegionError(error.region, error.known, nearest(error.region, error.known))
		: error;
}
