import {type Deadline, DeadlineError, withDeadline} from './abort.js';
import {builtinDirectory, partitionOf} from './regions.js';
import type {CapacitySource, RegionDirectory} from './source.js';

export type DirectoryCall = Deadline & {readonly source: Pick<CapacitySource, 'listRegions' | 'alwaysEnabledRegions'>};

/** The account's regions; the built-in list when they do not come in time. Throws only the reason of the signal. */
export async function readDirectory({source, timers, timeoutMs, signal}: DirectoryCall): Promise<RegionDirectory> {
	try {
		return await withDeadline({timeoutMs, timers, signal}, async (within) => source.listRegions(within));
	} catch (error) {
		signal.throwIfAborted();
		const why = error instanceof DeadlineError ? `did not answer in ${timeoutMs / 1000} s` : 'failed';
		return builtinDirectory(partitionOf(source.alwaysEnabledRegions[0] ?? ''), `DescribeRegions ${why}.`);
	}
}
