import type {CallerVerdict} from '../../aws/examine/open-examination.js';
import type {ProbedAction, Verdict} from '../../aws/examine/probe-action.js';
import type {RegionFailure} from '../../core/regions/region-result.js';
import {counted} from '../../core/words/counted.js';
import {shorten} from '../../report/note-lines.js';
import {bad, type Check, ok, unknown, warn} from './check.js';

/** What each region says of an action. */
export type RegionVerdicts = ReadonlyMap<string, Verdict>;

/** The check before, by whose action a cause that both have is named. */
export type ToldBefore = {readonly action: ProbedAction; readonly verdicts: RegionVerdicts};

type Refused = {readonly region: string; readonly verdict: Exclude<Verdict, {readonly kind: 'allowed'}>};

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
		return unknown(action, "not asked, since the EC2 endpoint is not AWS's");
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

/** `before`: what was told of another action, so that a cause that they share is told once. */
export function regionActionCheck(action: ProbedAction, verdicts: RegionVerdicts, before: ToldBefore | null = null): Check {
	const {isNeeded, without} = needs[action];
	const refused = refusedOf(verdicts);
	const allowed = verdicts.size - refused.length;
	if (refused.length === 0) {
		return ok(action, `allowed in ${counted(verdicts.size, 'region')}`);
	}

	const regions = counted(verdicts.size, 'region');
	const state =
		allowed === 0 ? `allowed in none of ${regions}, so ${without}` : `allowed in ${allowed} of ${regions}; elsewhere ${without}`;
	return explained(action, {refused, asked: verdicts.size, before}, isNeeded && allowed === 0 ? bad : warn, state);
}

/** Of an action whose dry run AWS may refuse for what it asks: there it tells nothing of what is allowed, and nothing is concluded. */
export function searchActionCheck(action: ProbedAction, verdicts: RegionVerdicts, before: ToldBefore | null = null): Check {
	const told = new Map([...verdicts].filter(([, {kind}]) => kind !== 'unknown'));
	if (told.size === 0) {
		return unknown(action, 'not told by its dry run');
	}

	if (told.size === verdicts.size) {
		return regionActionCheck(action, told, before);
	}

	const refused = refusedOf(told);
	const allowed = told.size - refused.length;
	const state = [
		...(allowed === 0 ? [] : [`allowed in ${counted(allowed, 'region')}`]),
		...(refused.length === 0 ? [] : [`denied in ${shorten(refused.map(({region}) => region))}`]),
		'not told elsewhere by its dry run',
	].join('; ');
	return refused.length === 0 ? ok(action, state) : explained(action, {refused, asked: verdicts.size, before}, warn, state);
}

/** The Price List API has no dry runs. */
export function pricesCheck(): Check {
	return unknown('pricing:GetProducts', 'not tested: no dry run');
}

function withStatement(action: string, verdicts: readonly Verdict[], check: Check): Check {
	const isMissing = verdicts.some((verdict) => verdict.kind === 'denied' && verdict.isStatementMissing);
	return isMissing ? {...check, missingAction: action} : check;
}

function refusedOf(verdicts: RegionVerdicts): readonly Refused[] {
	return [...verdicts].toSorted().flatMap(([region, verdict]) => (verdict.kind === 'allowed' ? [] : [{region, verdict}]));
}

type Refusals = {readonly refused: readonly Refused[]; readonly asked: number; readonly before: ToldBefore | null};

function explained(action: ProbedAction, {refused, asked, before}: Refusals, make: typeof warn, state: string): Check {
	const groups = new Map<string, string[]>();
	for (const {region, verdict} of refused) {
		const {message, code} = verdict.failure;
		const reason = before !== null && sharesCause(action, {region, verdict}, before) ? `as for ${before.action}.` : `${message} (${code})`;
		groups.set(reason, [...(groups.get(reason) ?? []), region]);
	}

	const fixes = [...groups].map(([reason, names]) => `${placesOf(names, asked)}: ${reason}`);
	const isToldBefore = before !== null && refused.every((each) => sharesCause(action, each, before));
	const check = {...make(action, state, ...fixes), isToldBefore};
	return withStatement(
		action,
		refused.map(({verdict}) => verdict),
		check,
	);
}

/** What a statement would mend is mended for each action by its own. */
function sharesCause(action: ProbedAction, {region, verdict}: Refused, {action: other, verdicts}: ToldBefore): boolean {
	const told = verdicts.get(region);
	return (
		verdict.kind === 'denied' &&
		told?.kind === 'denied' &&
		!verdict.isStatementMissing &&
		!told.isStatementMissing &&
		verdict.failure.code === told.failure.code &&
		verdict.failure.message.replaceAll(action, other) === told.failure.message
	);
}

function placesOf(regions: readonly string[], asked: number): string {
	return regions.length === asked && asked > 1 ? `All ${asked} regions` : shorten(regions);
}

function failureWithCode({message, code, requestId}: RegionFailure): string {
	return `${message} (${code}${requestId === null ? '' : `, request ${requestId}`})`;
}
