import type {RegionFailureStatus} from './region-result.js';

/** How a region failed, in a word or two. */
export const failureWords: Readonly<Record<RegionFailureStatus, string>> = {
	not_enabled: 'not enabled',
	denied: 'denied',
	throttled: 'throttled',
	expired_credentials: 'credentials expired',
	timeout: 'timed out',
	failed: 'failed',
};
