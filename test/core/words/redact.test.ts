import fc from 'fast-check';
import {expect, test} from 'vitest';
import {redact} from '../../../source/core/words/redact.js';

const secretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const sessionToken = `IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ${'Ab3/+'.repeat(60)}==`;

test.each([
	['User: arn:aws:sts::123456789012:assumed-role/Admin/me is not authorized', 'User: <ARN> is not authorized'],
	['"arn:aws-us-gov:ec2:us-gov-west-1:123456789012:capacity-reservation/cr-1"', '"<ARN>"'],
	['RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2FAdmin', 'RoleArn=<ARN>'],
	['account 123456789012, or 1234-5678-9012', 'account <account id>, or <account id>'],
	['logs-123456789012-eu-west-1', 'logs-<account id>-eu-west-1'],
	['Credential=AKIAIOSFODNN7EXAMPLE/20261123/us-east-1', 'Credential=<key id>/20261123/us-east-1'],
	['ASIAIOSFODNN7EXAMPLE AROAEXAMPLEDEMO000001:demo', '<key id> <key id>:demo'],
	[`secretAccessKey: '${secretKey}'`, "secretAccessKey: '<secret>'"],
	[`AWS_SECRET_ACCESS_KEY=${secretKey}`, 'AWS_SECRET_ACCESS_KEY=<secret>'],
	[`x-amz-security-token: ${sessionToken}`, 'x-amz-security-token: <token>'],
	['Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl', 'Bearer <token>'],
	['connect to http://me:hunter2@proxy.example.com:3128', 'connect to http://proxy.example.com:3128'],
])('%s', (text, redacted) => {
	expect(redact(text)).toBe(redacted);
});

test.each([
	'Error: no glyph\n    at Array.map (file:///usr/local/lib/node_modules/truffle-capacity/dist/chunks/start-ui-Bc1p5Web.js:1:462318)',
	'request 00000000-0000-4000-8000-000000000001',
	'cr-0e1a5c3b7d9f20461 in us-east-1a until 2026-11-23T10:13:00.000Z (1795428780000)',
	'http://127.0.0.1:45661 and user@example.com',
])('keeps %s', (text) => {
	expect(redact(text)).toBe(text);
});

test('what is told by its form goes wherever it stands', () => {
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
	const base64 = (length: number) => fc.string({unit: fc.constantFrom(...letters), minLength: length, maxLength: length});
	const secret = fc.oneof(
		fc.tuple(fc.constantFrom('AKIA', 'ASIA'), fc.string({unit: fc.constantFrom(...letters.slice(0, 26)), minLength: 16, maxLength: 16})),
		fc.tuple(fc.integer({min: 100_000_000_000, max: 999_999_999_999})),
		fc.tuple(base64(40)),
		fc.tuple(fc.constant('IQoJ'), base64(300)),
	);
	const gap = fc.constantFrom(' ', '\n', '"', ':', '=', ',', '(', '[', '_');
	fc.assert(
		fc.property(fc.array(fc.tuple(gap, secret), {minLength: 1, maxLength: 5}), (parts) => {
			const secrets = parts.map(([, pieces]) => pieces.join(''));
			const text = parts.map(([before], index) => `${before}${secrets[index]}`).join(' ');
			const redacted = redact(text);
			expect(secrets.filter((each) => redacted.includes(each))).toEqual([]);
		}),
	);
});
