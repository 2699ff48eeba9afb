import type {CallerVerdict} from '../../aws/examine/open-examination.js';
import type {ProbedAction, Verdict} from '../../aws/examine/probe-action.js';
import type {RegionFailure} from '../../core/regions/region-result.js';
import {counted} from '../../core/words/counted.js';
import {shorten} from '../../report/note-lines.js';
import {bad, type Check, ok, warn} from './check.js';

/** What each region says of an action. */
export type RegionVerdicts = ReadonlyMap<string, Verdict>;

type Need = {
	/** Without it in any region there is nothing to show. */
	readonly isNeeded: boolean;
	/** What is so where it is not allowed. */
	readonly without: string;
};

const needs: Readonly<Record<ProbedAction | 'sts:GetCallerIdentity', Need>> = {
	'ec2:DescribeCapacityReservations': {isNeeded: true, without: 'nothing can be read'},
	'ec2:DescribeRegions': {isNeeded: false, without: 'a built-in list of regions stands in'},
	'ec2:DescribeInstanceTypes': {isNeeded: false, without: 'accelerators come from a built-in table'},
	'ec2:DescribeCapacityBlockOfferings': {isNeeded: false, without: 'truffle offerings cannot search'},
	'ec2:DescribeCapacityBlockExtensionOfferings': {isNeeded: false, without: 'no more time can be found for a block'},
	'sts:GetCallerIdentity': {isNeeded: false, without: 'the account id stays unknown'},
};

/** An action that is asked for in one region only. */
export function homeActionCheck(action: ProbedAction, verdict: Verdict): Check {
	return verdict.kind === 'allowed' ? ok(action, 'allowed') : refusal(action, verdict);
}

/** `null`: the endpoint has no STS beside it. */
export function callerCheck(caller: CallerVerdict | null): Check {
	const action = 'sts:GetCallerIdentity';
	if (caller === null) {
		return ok(action, "not asked, since the EC2 endpoint is not AWS's");
	}

	const {verdict, account} = caller;
	if (verdict.kind !== 'allowed') {
		return refusal(action, verdict);
	}

	return ok(action, account === null ? 'allowed' : `allowed; the account ends in ${account.slice(-4)}`);
}

function refusal(action: ProbedAction | 'sts:GetCallerIdentity', verdict: Exclude<Verdict, {readonly kind: 'allowed'}>): Check {
	const state = verdict.kind === 'denied' ? 'not allowed' : 'nobody can tell';
	// What is asked once cannot be left out by region.
	const text = failureWithCode(verdict.failure).replace(', or leave the region out with --regions.', '.');
	return withStatement(action, [verdict], warn(action, `${state}, so ${needs[action].without}`, text));
}

export function regionActionCheck(action: ProbedAction, verdicts: RegionVerdicts): Check {
	const {isNeeded, without} = needs[action];
	const refused = [...verdicts].toSorted().flatMap(([region, verdict]) => (verdict.kind === 'allowed' ? [] : [{region, verdict}]));
	const allowed = verdicts.size - refused.length;
	if (refused.length === 0) {
		return ok(action, `allowed in ${counted(verdicts.size, 'region')}`);
	}

	const regions = counted(verdicts.size, 'region');
	const state =
		allowed === 0 ? `allowed in none of ${regions}, so ${without}` : `allowed in ${allowed} of ${regions}; elsewhere ${without}`;
	const fixes = [...groupByReason(refused)].map(([reason, names]) => `${placesOf(names, verdicts.size)}: ${reason}`);
	const make = isNeeded && allowed === 0 ? bad : warn;
	return withStatement(
		action,
		refused.map(({verdict}) => verdict),
		make(action, state, ...fixes),
	);
}

/** Of an action whose dry run AWS may refuse for what it asks: then it tells nothing of what is allowed. */
export function searchActionCheck(action: ProbedAction, verdicts: RegionVerdicts): Check {
	const told = new Map([...verdicts].filter(([, {kind}]) => kind !== 'unknown'));
	return told.size > 0 ? regionActionCheck(action, told) : ok(action, 'not told by its dry run');
}

/** The Price List API has no dry runs. */
export function pricesCheck(): Check {
	return ok('pricing:GetProducts', 'not tested: no dry run');
}

function withStatement(action: string, verdicts: readonly Verdict[], check: Check): Check {
	const isMissing = verdicts.some((verdict) => verdict.kind === 'denied' && verdict.isStatementMissing);
	return isMissing ? {...check, missingAction: action} : check;
}

function groupByReason(
	refused: ReadonlyArray<{readonly region: string; readonly verdict: {readonly failure: RegionFailure}}>,
): ReadonlyMap<string, readonly string[]> {
	const groups = new Map<string, string[]>();
	for (const {region, verdict} of refused) {
		const {message, code} = verdict.failure;
		const reason = `${message} (${code})`;
		groups.set(reason, [...(groups.get(reason) ?? []), region]);
	}

	return groups;
}

function placesOf(regions: readonly string[], asked: number): string {
	return regions.length === asked && asked > 1 ? `All ${asked} regions` : shorten(regions);
}

function failureWithCode({message, code, requestId}: RegionFailure): string {
	return `${message} (${code}${requestId === null ? '' : `, request ${requestId}`})`;
}
