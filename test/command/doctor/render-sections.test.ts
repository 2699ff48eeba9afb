import {expect, test} from 'vitest';
import {type Check, ok, type Section, unknown, warn} from '../../../source/command/doctor/check.js';
import {renderSection, renderVerdict} from '../../../source/command/doctor/render-sections.js';
import type {TextLook} from '../../../source/report/text-look.js';

const look: TextLook = {width: 79, isAscii: false, isColor: false};
const denied: Check = {
	...warn(
		'ec2:DescribeInstanceTypes',
		'allowed in 16 of 17 regions; elsewhere accelerators come from a built-in table',
		'me-south-1: Not authorised for ec2:DescribeInstanceTypes: add this action to the policy of the role or user.',
		'eu-west-3: EC2 has trouble in this region.',
	),
	missingAction: 'ec2:DescribeInstanceTypes',
};
const section: Section = {
	title: 'Permissions',
	checks: [ok('ec2:DescribeCapacityReservations', 'allowed in 17 regions'), denied, ok('sts:GetCallerIdentity', 'allowed')],
};

function lines(width: number, differs: Partial<TextLook> = {}): readonly string[] {
	return renderSection(section, {...look, ...differs, width}).split('\n');
}

test('is aligned, with what to do below', () => {
	expect(lines(100)).toEqual([
		'Permissions',
		'  ok    ec2:DescribeCapacityReservations  allowed in 17 regions',
		'  warn  ec2:DescribeInstanceTypes         allowed in 16 of 17 regions; elsewhere accelerators come',
		'                                          from a built-in table',
		'        - me-south-1: Not authorised for ec2:DescribeInstanceTypes: add this action to the policy of',
		'          the role or user.',
		'        - eu-west-3: EC2 has trouble in this region.',
		'        - Add to a policy: {"Effect": "Allow", "Action": "ec2:DescribeInstanceTypes", "Resource":',
		'          "*"}',
		'  ok    sts:GetCallerIdentity             allowed',
		'',
	]);
});

test('texts stand below the names where there is too little room beside them', () => {
	expect(lines(59)).toEqual([
		'Permissions',
		'  ok    ec2:DescribeCapacityReservations',
		'        allowed in 17 regions',
		'  warn  ec2:DescribeInstanceTypes',
		'        allowed in 16 of 17 regions; elsewhere accelerators',
		'        come from a built-in table',
		'        - me-south-1: Not authorised for',
		'          ec2:DescribeInstanceTypes: add this action to the',
		'          policy of the role or user.',
		'        - eu-west-3: EC2 has trouble in this region.',
		'        - Add to a policy: {"Effect": "Allow", "Action":',
		'          "ec2:DescribeInstanceTypes", "Resource": "*"}',
		'  ok    sts:GetCallerIdentity',
		'        allowed',
		'',
	]);
});

test.each([40, 59, 79, 100])('no line is wider than %i columns', (width) => {
	expect(lines(width).filter((line) => line.length > width)).toEqual([]);
});

test('the statement is JSON wherever it breaks', () => {
	for (const width of [40, 59, 79, 100]) {
		const text = lines(width)
			.map((line) => line.trim())
			.join(' ');
		expect(JSON.parse(/\{.*\}/.exec(text)?.[0] ?? '')).toEqual({Effect: 'Allow', Action: 'ec2:DescribeInstanceTypes', Resource: '*'});
	}
});

test('colour repeats the word, and ASCII is nothing but ASCII', () => {
	expect(lines(100, {isColor: true})[1]).toBe('  \u{1B}[32mok  \u{1B}[39m  ec2:DescribeCapacityReservations  allowed in 17 regions');
	expect(lines(100, {isColor: true})[2]).toMatch(/^ {2}\u{1B}\[33mwarn\u{1B}\[39m {2}ec2:DescribeInstanceTypes {9}allowed/u);
	const odd: Section = {title: 'AWS', checks: [ok('Credentials', 'keys, profile "müll…"')]};
	expect(renderSection(odd, {...look, isAscii: true})).toBe('AWS\n  ok    Credentials  keys, profile "m?ll~"\n');
});

test('the last line counts what is not well', () => {
	const [fine, doubtful] = [ok('a', ''), warn('b', '')];
	const wrong: Check = {...doubtful, status: 'bad'};
	expect(renderVerdict([fine], look)).toBe('All is well.\n');
	expect(renderVerdict([fine, unknown('c', 'not tested')], look)).toBe('All that could be tested is well.\n');
	expect(renderVerdict([fine, doubtful], look)).toBe('1 warning.\n');
	expect(renderVerdict([wrong, doubtful, doubtful, fine], look)).toBe('1 problem, 2 warnings.\n');
});

test('what settings and answers hold cannot steer the terminal', () => {
	const check = warn('Kind', '\u{1B}[2Jxterm\nforged', 'a\u{7}b');
	expect([check.text, check.fixes]).toEqual(['xterm forged', ['ab']]);
});

test('of the warnings it is said how many share a cause', () => {
	const shared: Check = {...warn('b', 'denied', 'me-south-1: as for a.'), isToldBefore: true};
	expect(renderVerdict([warn('a', 'denied', 'me-south-1: Explicit deny.'), shared, shared], look)).toBe(
		'3 warnings, 2 of them by a cause named before.\n',
	);
});
