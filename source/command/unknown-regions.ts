import {isNothingThere} from '../core/check/check-capacity.js';
import type {CheckCoverage} from '../core/check/check-coverage.js';
import type {CheckSources} from '../core/check/check-sources.js';
import {regionsWithoutType} from '../core/offerings/unknown-type.js';
import type {SoldReading} from './offerings/read-sold.js';

/** It is an extra: a region that is slow holds up the answer no longer. */
const mostMs = 5000;

/** Where EC2 says that it has no type of the name, of the regions that answered; it is asked only when nothing of the type is held. */
export async function unknownRegions(
	instanceType: string,
	{sources, coverage}: {readonly sources: CheckSources; readonly coverage: readonly CheckCoverage[]},
	{options, source, ports, signal}: SoldReading,
): Promise<readonly string[]> {
	const regions = coverage.filter(({status}) => status === 'read').map(({region}) => region);
	return isNothingThere(sources)
		? regionsWithoutType({source, instanceType, regions, timeoutMs: Math.min(options.timeoutMs, mostMs), timers: ports.timers, signal})
		: [];
}
