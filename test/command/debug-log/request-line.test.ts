import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {RequestRecord} from '../../../source/aws/request-log.js';
import {requestLine} from '../../../source/command/debug-log/request-line.js';

const record: RequestRecord = {
	at: new Date('2026-11-23T10:13:00.042Z'),
	service: 'ec2',
	region: 'us-east-1',
	action: 'DescribeCapacityReservations',
	requestId: '59dbff89-35bd-4eac-99ed-be587EXAMPLE',
	attempts: 1,
	durationMs: 143,
	status: 200,
	error: null,
	origin: null,
	serverAheadMs: null,
};

test('a request is a line of the same fields in the same order', () => {
	expect(requestLine(record)).toBe(
		'time=2026-11-23T10:13:00.042Z service=ec2 region=us-east-1 action=DescribeCapacityReservations status=200 error=- attempts=1 ms=143 request=59dbff89-35bd-4eac-99ed-be587EXAMPLE',
	);
	const failed: RequestRecord = {...record, status: null, error: 'ECONNREFUSED', requestId: null, attempts: 3, durationMs: 2893};
	expect(requestLine(failed)).toBe(
		'time=2026-11-23T10:13:00.042Z service=ec2 region=us-east-1 action=DescribeCapacityReservations status=- error=ECONNREFUSED attempts=3 ms=2893 request=-',
	);
	expect(requestLine({...record, status: 500, error: 'HTTP 500'})).toContain(' status=500 error=HTTP_500 ');
	expect(requestLine({...record, service: 'portal.sso', action: '/federation/credentials'})).toContain(
		' service=portal.sso region=us-east-1 action=/federation/credentials ',
	);
});

test.each([
	'123456789012',
	'arn:aws:iam::123456789012:role/Admin',
	'AKIAIOSFODNN7EXAMPLE',
	'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
	'two\nlines',
	'\u{1B}[2J',
	'a="b"',
	'x'.repeat(81),
])('what the endpoint says instead of a request id or a code is not taken over: %j', (text) => {
	const line = requestLine({...record, requestId: text, error: text});
	expect(line).toMatch(/ error=\? .* request=\?$/);
});

test('whatever comes from outside, a line is one line of nine plain fields', () => {
	const text = fc.string({unit: 'binary'});
	fc.assert(
		fc.property(text, text, text, fc.option(text), fc.option(text), (service, region, action, requestId, error) => {
			const line = requestLine({...record, service, region, action, requestId, error});
			expect(line).toMatch(/^[ -~]+$/);
			expect(line.split(' ').map((field) => field.split('=')[0])).toEqual([
				'time',
				'service',
				'region',
				'action',
				'status',
				'error',
				'attempts',
				'ms',
				'request',
			]);
		}),
	);
});
