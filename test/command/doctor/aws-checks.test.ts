import {expect, test} from 'vitest';
import type {SettingFacts} from '../../../source/aws/examine/setting-facts.js';
import type {RequestRecord} from '../../../source/aws/request-log.js';
import {
	caBundleCheck,
	clockCheck,
	credentialsCheck,
	credentialsProblem,
	endpointCheck,
	homeRegionCheck,
	proxyCheck,
} from '../../../source/command/doctor/aws-checks.js';
import type {Check} from '../../../source/command/doctor/check.js';
import {CapacityError} from '../../../source/core/errors.js';

const now = new Date('2026-11-23T10:13:00Z');
const facts: SettingFacts = {homeRegion: 'us-east-1', homeRegionPlace: null, endpointPlace: null, caBundle: null, hasProxy: false};
const record: RequestRecord = {
	at: now,
	service: 'ec2',
	region: 'us-east-1',
	action: 'DescribeRegions',
	requestId: 'req-1',
	attempts: 1,
	durationMs: 143,
	status: 412,
	error: 'DryRunOperation',
	origin: 'https://ec2.us-east-1.amazonaws.com',
	serverAheadMs: -400,
};
const refused = {status: 'failed', code: 'ECONNREFUSED', message: 'Connection refused: check the endpoint.', requestId: null} as const;

function line({name, status, text, fixes}: Check): string {
	return [status, `${name}:`, text, ...fixes].join(' ');
}

test.each([
	[0, "ok Clock: agrees with the endpoint's"],
	[-1999, "ok Clock: agrees with the endpoint's"],
	[-10_000, "ok Clock: 10 s ahead of the endpoint's"],
	[10_001, /^warn Clock: 10 s behind the endpoint's Set this machine's clock/],
	[-299_000, /^warn Clock: 4 min ahead of/],
	[5 * 60_000, /^warn Clock: 5 min behind/],
	[5 * 60_000 + 1, /^bad Clock: 5 min behind/],
	[-86_400_000, /^bad Clock: 24 h ahead of .* AWS refuses requests that are 5 minutes off\.$/],
])('an endpoint whose clock is %i ms ahead', (serverAheadMs, expected) => {
	expect(line(clockCheck({...record, serverAheadMs}))).toEqual(expect.stringMatching(expected));
});

test('a clock that nobody can compare', () => {
	const expected = /^warn Clock: not known, since the endpoint told no time AWS tells it with every answer/;
	expect(line(clockCheck({...record, serverAheadMs: null}))).toMatch(expected);
	expect(line(clockCheck(null))).toMatch(expected);
});

test('the endpoint that answered, and which setting names it', () => {
	expect(line(endpointCheck(facts, record, {kind: 'allowed'}))).toBe('ok Endpoint: https://ec2.us-east-1.amazonaws.com, answers in 143 ms');
	const denied = {kind: 'denied', failure: {...refused, status: 'denied'}, isStatementMissing: true} as const;
	const local = {...record, origin: 'http://localhost:4566', status: 403};
	expect(line(endpointCheck({...facts, endpointPlace: 'AWS_ENDPOINT_URL'}, local, denied))).toBe(
		'ok Endpoint: http://localhost:4566, by AWS_ENDPOINT_URL, answers in 143 ms',
	);
});

test('the endpoint that did not', () => {
	const silent = {...record, status: null, error: 'ECONNREFUSED'};
	expect(line(endpointCheck(facts, silent, {kind: 'unknown', failure: refused}))).toBe(
		'warn Endpoint: https://ec2.us-east-1.amazonaws.com Connection refused: check the endpoint.',
	);
	expect(line(endpointCheck(facts, null, {kind: 'unknown', failure: refused}))).toBe(
		'warn Endpoint: no address Connection refused: check the endpoint.',
	);
});

test('settings are told with their place', () => {
	expect(line(homeRegionCheck(facts))).toBe('ok Home region: us-east-1');
	expect(line(homeRegionCheck({...facts, homeRegionPlace: 'AWS_REGION'}))).toBe('ok Home region: us-east-1, by AWS_REGION');
	expect(line(caBundleCheck(facts))).toBe("ok CA bundle: none: Node's own authorities");
	expect(line(caBundleCheck({...facts, caBundle: {path: '/ca.pem', place: 'AWS_CA_BUNDLE'}}))).toBe(
		'ok CA bundle: /ca.pem, by AWS_CA_BUNDLE',
	);
	expect(line(proxyCheck(facts, null))).toBe('ok Proxy: none');
	expect(line(proxyCheck({...facts, hasProxy: true}, null))).toBe('ok Proxy: one is set, but not for this endpoint');
	expect(line(proxyCheck({...facts, hasProxy: true}, 'proxy.example.com:3128'))).toBe('ok Proxy: proxy.example.com:3128');
});

test('credentials are told by where they come from and the end of their key id', () => {
	const expiresAt = new Date('2026-11-23T13:20:00Z');
	expect(line(credentialsCheck({source: 'SSO, profile "ml"', keyEnd: 'WXYZ', expiresAt}, now))).toBe(
		'ok Credentials: SSO, profile "ml"; the access key id ends in WXYZ, renewed or over in 3 h',
	);
	expect(line(credentialsCheck({source: 'keys', keyEnd: 'WXYZ', expiresAt: null}, now))).toBe(
		'ok Credentials: keys; the access key id ends in WXYZ',
	);
});

test('credentials that are not there come with what to do; any other error is nobody’s finding', () => {
	const error = new CapacityError('expired_credentials', 'The credentials are expired.', {hint: 'Renew them with: aws login'});
	expect(line(credentialsProblem(error))).toBe('bad Credentials: The credentials are expired. Renew them with: aws login');
	expect(() => credentialsProblem(new TypeError('a mistake'))).toThrow('a mistake');
});
