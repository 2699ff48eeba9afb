import type {Verdict} from '../../aws/examine/probe-action.js';
import {planRegions} from '../../core/regions/plan-regions.js';
import {hasAnswered} from '../../core/regions/region-result.js';
import type {AwsQuestions} from './ask-aws.js';
import type {Check} from './check.js';
import {callerCheck, homeActionCheck, pricesCheck, regionActionCheck, searchActionCheck} from './permission-checks.js';

const searchActions = ['ec2:DescribeCapacityBlockOfferings', 'ec2:DescribeCapacityBlockExtensionOfferings'] as const;

/**
Asks in every region that the app would ask: policies may allow an action in some of them only. `home`: of DescribeRegions.

Rejects with `UnknownRegionError` and with the reason of the signal.
*/
export async function examinePermissions(
	{probe, caller, regions}: AwsQuestions,
	asked: readonly string[] | null,
	home: Verdict,
): Promise<readonly Check[]> {
	const [directory, identity] = await Promise.all([regions(), caller()]);
	const {ask, refused} = planRegions(directory, asked, new Set());
	const reservations = new Map<string, Verdict>();
	const types = new Map<string, Verdict>();
	const searches = searchActions.map((action) => ({action, verdicts: new Map<string, Verdict>()}));
	for (const result of refused) {
		if (!hasAnswered(result)) {
			reservations.set(result.region, {kind: 'unknown', failure: result.failure});
		}
	}

	await Promise.all(
		ask.map(async (region) => {
			const verdict = await probe('ec2:DescribeCapacityReservations', region);
			reservations.set(region, verdict);
			// What keeps a region from answering has been told then.
			if (verdict.kind !== 'unknown') {
				types.set(region, await probe('ec2:DescribeInstanceTypes', region));
				for (const {action, verdicts} of searches) {
					verdicts.set(region, await probe(action, region));
				}
			}
		}),
	);
	const before = {action: 'ec2:DescribeCapacityReservations', verdicts: reservations} as const;
	return [
		regionActionCheck(before.action, reservations),
		...(types.size === 0 ? [] : [regionActionCheck('ec2:DescribeInstanceTypes', types, before)]),
		...searches.flatMap(({action, verdicts}) => (verdicts.size === 0 ? [] : [searchActionCheck(action, verdicts, before)])),
		homeActionCheck('ec2:DescribeRegions', home),
		callerCheck(identity),
		pricesCheck(),
	];
}
