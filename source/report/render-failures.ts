import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import {type Coverage, coverageOf, type FailedRegion} from './coverage.js';

/**
Why regions could not be read and what to do, for stderr: a line for each reason, however many regions have it, and one when the list of
regions is the built-in one. Empty when there is nothing to say.
*/
export function renderFailures(snapshot: CapacitySnapshot): readonly string[] {
	const coverage = coverageOf(snapshot);
	const lines = groupByReason(coverage.failed).map((group) => failureLine(group, coverage));
	// Regions that were asked for by name come from no list.
	return snapshot.directory?.origin === 'builtin' && snapshot.asked === null ? [...lines, snapshot.directory.note] : lines;
}

function groupByReason(failed: readonly FailedRegion[]): ReadonlyArray<readonly [FailedRegion, ...FailedRegion[]]> {
	const groups = new Map<string, [FailedRegion, ...FailedRegion[]]>();
	for (const region of failed) {
		const reason = `${region.failure.status} ${region.failure.code} ${region.failure.message}`;
		const group = groups.get(reason);
		if (group === undefined) {
			groups.set(reason, [region]);
		} else {
			group.push(region);
		}
	}

	return [...groups.values()];
}

function failureLine(group: readonly [FailedRegion, ...FailedRegion[]], {asked}: Coverage): string {
	const where = group.length === asked && asked > 1 ? `All ${asked} regions` : group.map(({region}) => region).join(', ');
	const {code, message} = group[0].failure;
	return `${where}: ${message} (${code}${requestOf(group)})`;
}

/** For a support case. Each region has one of its own; one of them will do. */
function requestOf(group: readonly FailedRegion[]): string {
	const known = group.find(({failure}) => failure.requestId !== null);
	if (known === undefined) {
		return '';
	}

	return `, request ${known.failure.requestId}${group.length === 1 ? '' : ` in ${known.region}`}`;
}
