import {globSync, readFileSync} from 'node:fs';
import * as ec2 from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import {policyOf, writeActions} from '../../../source/command/iam-policy/policy.js';

const whole = {regions: null, deniesWrites: false};

/** Actions of the SDK's commands, by the name of IAM's service. */
const called = globSync('source/aws/**/*.ts').flatMap((path) => {
	const text = readFileSync(path, 'utf8');
	const service = /from '@aws-sdk\/client-pricing'/.test(text) ? 'pricing' : 'ec2';
	return [...text.matchAll(/new (\w+)Command\(/g)].map(([, name]) =>
		name === 'GetCallerIdentity' ? 'sts:GetCallerIdentity' : `${service}:${name}`,
	);
});

const ec2Actions = Object.keys(ec2)
	.filter((name) => /^[A-Z]\w+Command$/.test(name))
	.map((name) => `ec2:${name.replace(/Command$/, '')}`);

test('allows what the program calls, and nothing else', () => {
	const allowed = policyOf(whole).Statement.flatMap(({Action}) => Action);
	expect(new Set(allowed).size).toBe(allowed.length);
	expect([...allowed, 'sts:GetCallerIdentity'].toSorted()).toEqual([...new Set(called)].toSorted());
	expect(allowed.filter((action) => !/^\w+:(?:Describe|Get)\w+$/.test(action))).toEqual([]);
});

test('in some regions only, it asks for the list of regions and for prices wherever it is', () => {
	const {Statement} = policyOf({...whole, regions: ['us-east-1', 'us-west-2']});
	expect(Statement.map(({Sid, Condition}) => [Sid, Condition])).toEqual([
		['TruffleCapacity', {StringEquals: {'ec2:Region': ['us-east-1', 'us-west-2']}}],
		['TruffleAccount', undefined],
	]);
});

test('the guard denies every change to capacity that EC2 knows, and nothing that only reads', () => {
	const {Statement} = policyOf({regions: ['us-east-1'], deniesWrites: true});
	expect(Statement.at(-1)).toEqual({Sid: 'TruffleNoChanges', Effect: 'Deny', Action: writeActions, Resource: '*'});
	const isDenied = (action: string) => writeActions.some((pattern) => action.startsWith(pattern.slice(0, -1)));
	const changes = ec2Actions.filter((action) => /Capacity(?:Reservation|Block|Manager)/.test(action) && !/:(?:Describe|Get)/.test(action));
	expect(changes.length).toBeGreaterThan(20);
	expect(changes.filter((action) => !isDenied(action))).toEqual([]);
	expect(ec2Actions.filter((action) => isDenied(action) && !changes.includes(action))).toEqual([]);
	expect(writeActions.filter((pattern) => !changes.some((action) => action.startsWith(pattern.slice(0, -1))))).toEqual([]);
});
