import type {RegionFailureStatus} from '../core/region-result.js';

/** A failed region in a word or two. */
export const statusWords: Readonly<Record<RegionFailureStatus, string>> = {
	not_enabled: 'not enabled',
	denied: 'denied',
	throttled: 'throttled',
	expired_credentials: 'credentials expired',
	timeout: 'timed out',
	failed: 'failed',
};
