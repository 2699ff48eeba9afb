import {expect, test} from 'vitest';
import type {Verdict} from '../../../source/aws/examine/probe-action.js';
import type {Check} from '../../../source/command/doctor/check.js';
import {
	callerCheck,
	homeActionCheck,
	pricesCheck,
	regionActionCheck,
	searchActionCheck,
} from '../../../source/command/doctor/permission-checks.js';

const action = 'ec2:DescribeCapacityReservations';
const allowed: Verdict = {kind: 'allowed'};
const missing: Verdict = {
	kind: 'denied',
	failure: {
		status: 'denied',
		code: 'UnauthorizedOperation',
		message: 'Not authorised: add this action, or leave the region out with --regions.',
		requestId: 'req-1',
	},
	isStatementMissing: true,
};
const forbidden: Verdict = {...missing, failure: {...missing.failure, message: 'Explicit deny: ask the admin.'}, isStatementMissing: false};
const silent: Verdict = {kind: 'unknown', failure: {status: 'timeout', code: 'Timeout', message: 'No answer.', requestId: null}};

function regions(verdicts: Readonly<Record<string, Verdict>>): ReadonlyMap<string, Verdict> {
	return new Map(Object.entries(verdicts));
}

function lines({status, text, fixes, missingAction}: Check): readonly string[] {
	return [`${status}: ${text}`, ...fixes, ...(missingAction === null ? [] : [`statement for ${missingAction}`])];
}

test('an action that every region allows', () => {
	expect(lines(regionActionCheck(action, regions({a: allowed, b: allowed})))).toEqual(['ok: allowed in 2 regions']);
});

test('reasons are told once with their regions, by name', () => {
	const verdicts = regions({d: silent, c: forbidden, b: missing, a: missing, e: allowed});
	expect(lines(regionActionCheck(action, verdicts))).toEqual([
		'warn: allowed in 1 of 5 regions; elsewhere nothing can be read',
		'a, b: Not authorised: add this action, or leave the region out with --regions. (UnauthorizedOperation)',
		'c: Explicit deny: ask the admin. (UnauthorizedOperation)',
		'd: No answer. (Timeout)',
		`statement for ${action}`,
	]);
});

test('no statement is named that would not help', () => {
	expect(lines(regionActionCheck(action, regions({a: allowed, b: forbidden, c: silent})))).not.toContain(`statement for ${action}`);
});

test('without any region that can be read nothing works; without facts of types or a list of regions the app does', () => {
	expect(lines(regionActionCheck(action, regions({a: missing, b: missing})))).toEqual([
		'bad: allowed in none of 2 regions, so nothing can be read',
		'All 2 regions: Not authorised: add this action, or leave the region out with --regions. (UnauthorizedOperation)',
		`statement for ${action}`,
	]);
	expect(regionActionCheck('ec2:DescribeInstanceTypes', regions({a: missing})).status).toBe('warn');
	expect(lines(homeActionCheck('ec2:DescribeRegions', missing))).toEqual([
		'warn: not allowed, so a built-in list of regions stands in',
		'Not authorised: add this action. (UnauthorizedOperation, request req-1)',
		'statement for ec2:DescribeRegions',
	]);
	expect(lines(homeActionCheck('ec2:DescribeRegions', silent))).toEqual([
		'warn: nobody can tell, so a built-in list of regions stands in',
		'No answer. (Timeout)',
	]);
});

test('of a search that AWS refuses for what it asks, nothing is claimed', () => {
	const search = 'ec2:DescribeCapacityBlockOfferings';
	expect(lines(searchActionCheck(search, regions({a: allowed, b: silent})))).toEqual([
		'ok: allowed in 1 region; not told elsewhere by its dry run',
	]);
	expect(lines(searchActionCheck(search, regions({a: silent, b: silent})))).toEqual(['unknown: not told by its dry run']);
	expect(lines(searchActionCheck(search, regions({a: missing, b: silent})))).toEqual([
		'warn: denied in a; not told elsewhere by its dry run',
		'a: Not authorised: add this action, or leave the region out with --regions. (UnauthorizedOperation)',
		`statement for ${search}`,
	]);
});

test('where every region tells, a search that none allows is said not to work', () => {
	const search = 'ec2:DescribeCapacityBlockOfferings';
	expect(lines(searchActionCheck(search, regions({a: forbidden})))[0]).toBe(
		'warn: allowed in none of 1 region, so truffle offerings cannot search',
	);
	expect(lines(searchActionCheck(search, regions({a: allowed, b: forbidden, c: silent})))[0]).toBe(
		'warn: allowed in 1 region; denied in b; not told elsewhere by its dry run',
	);
});

test('a cause that was told of another action is told by its name; what a statement would mend is not', () => {
	const types = 'ec2:DescribeInstanceTypes';
	const denied = (of: string): Verdict => ({...forbidden, failure: {...forbidden.failure, message: `Explicit deny for ${of}.`}});
	const before = {action, verdicts: regions({a: denied(action), b: missing, c: allowed})} as const;
	const same = regionActionCheck(types, regions({a: denied(types), c: allowed}), before);
	expect(lines(same)).toEqual([
		'warn: allowed in 1 of 2 regions; elsewhere accelerators come from a built-in table',
		`a: as for ${action}.`,
	]);
	expect(same.isToldBefore).toBe(true);
	const more = regionActionCheck(types, regions({a: denied(types), b: missing, c: denied(types)}), before);
	expect(lines(more)).toEqual([
		'warn: allowed in none of 3 regions, so accelerators come from a built-in table',
		`a: as for ${action}.`,
		'b: Not authorised: add this action, or leave the region out with --regions. (UnauthorizedOperation)',
		`c: Explicit deny for ${types}. (UnauthorizedOperation)`,
		`statement for ${types}`,
	]);
	expect(more.isToldBefore).toBe(false);
});

test('prices are said not to be tested', () => {
	expect(lines(pricesCheck())).toEqual(['unknown: not tested: no dry run']);
});

test('the caller is told by the end of the account id', () => {
	expect(lines(callerCheck({verdict: allowed, account: '123456789012'}))).toEqual(['ok: allowed; the account ends in 9012']);
	expect(lines(callerCheck({verdict: allowed, account: null}))).toEqual(['ok: allowed']);
	expect(lines(callerCheck(null))).toEqual(["unknown: not asked, since the EC2 endpoint is not AWS's"]);
	expect(lines(callerCheck({verdict: silent, account: null}))).toEqual([
		'warn: nobody can tell, so the account id stays unknown',
		'No answer. (Timeout)',
	]);
});
