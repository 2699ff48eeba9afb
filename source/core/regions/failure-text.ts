import type {RegionFailure} from './region-result.js';

/** Why a region failed and what to do, with the id by which AWS Support finds the request. */
export function failureText({message, requestId}: Pick<RegionFailure, 'message' | 'requestId'>): string {
	return requestId === null ? message : `${message} (request ${requestId})`;
}
