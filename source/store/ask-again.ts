import type {Clock} from '../core/ports.js';
import {hasPassed} from '../core/regions/has-passed.js';

/** Half of an hour would be long for who waits, and each minute much for who is denied. */
const askAgainMs = 300_000;

/**
When to ask once more for what did not answer at the beginning: the list of regions and the account.

Whenever everything is read anew, and else, in the background, at most every five minutes: where a policy denies them, they
are denied for good.
*/
export function createAskAgain(clock: Clock): (isEverythingRead: boolean) => boolean {
	let askedAt: Date | null = null;
	return (isEverythingRead) => {
		const now = clock();
		const isTime = isEverythingRead || askedAt === null || hasPassed(askAgainMs, askedAt, now);
		askedAt = isTime ? now : askedAt;
		return isTime;
	};
}
