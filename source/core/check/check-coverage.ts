import {hasAnswered, type RegionResult} from '../regions/region-result.js';
import {counted} from '../words/counted.js';

/**
How well a region is known.

`read`: it answered. `stale`: it did not, but rows of an earlier answer are at hand. `unread`: nothing is known of it.
*/
export type CheckCoverage =
	| {readonly region: string; readonly status: 'read'; readonly fetchedAt: Date}
	| {readonly region: string; readonly status: 'stale'; readonly fetchedAt: Date; readonly message: string}
	| {readonly region: string; readonly status: 'unread'; readonly message: string};

/**
What the regions' answers cover. `lastRead`: when the rows at hand of a region were read, where there are some of an earlier answer.

A region that is not enabled is left out unless it was asked for by name; one that was asked for and of which nothing was heard is unread.
*/
export function coverageOf(
	results: readonly RegionResult[],
	asked: readonly string[] | null,
	lastRead: ReadonlyMap<string, Date> = new Map(),
): readonly CheckCoverage[] {
	const told = new Set(results.map(({region}) => region));
	const silent = (asked ?? []).filter((region) => !told.has(region)).map((region) => coverFailed(region, 'It has not answered.', lastRead));
	const covered = results.flatMap((result) => {
		if (hasAnswered(result)) {
			return [{region: result.region, status: 'read' as const, fetchedAt: result.fetchedAt}];
		}

		const isMissed = result.status !== 'not_enabled' || (asked?.includes(result.region) ?? false);
		return isMissed ? [coverFailed(result.region, result.failure.message, lastRead)] : [];
	});
	return [...covered, ...silent];
}

/** Of how many regions a sentence speaks, ` in the 5 of 20 regions that answered`; empty when it speaks of all. */
export function whereAnswered(coverage: readonly CheckCoverage[]): string {
	const answered = coverage.filter(({status}) => status === 'read').length;
	return answered === coverage.length ? '' : ` in the ${answered} of ${counted(coverage.length, 'region')} that answered`;
}

function coverFailed(region: string, message: string, lastRead: ReadonlyMap<string, Date>): CheckCoverage {
	const fetchedAt = lastRead.get(region);
	return fetchedAt === undefined ? {region, status: 'unread', message} : {region, status: 'stale', fetchedAt, message};
}
