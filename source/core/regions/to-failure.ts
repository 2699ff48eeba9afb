import {safeText} from '../words/safe-text.js';
import {DeadlineError} from './abort.js';
import type {RegionFailure} from './region-result.js';
import {RegionError} from './source.js';

/** Why a region has no answer, whatever was thrown. `timeoutMs`: how long it was waited for. */
export function toFailure(error: unknown, timeoutMs: number): RegionFailure {
	if (error instanceof RegionError) {
		return error.failure;
	}

	if (error instanceof DeadlineError) {
		return {
			status: 'timeout',
			code: 'Timeout',
			message: `No answer for ${timeoutMs / 1000} s: allow more with --timeout, or leave the region out with --regions.`,
			requestId: null,
		};
	}

	const {name, message} = error instanceof Error ? error : new Error(String(error));
	return {status: 'failed', code: safeText(name), message: safeText(message), requestId: null};
}
