import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {readSchema} from '../helpers/schemas.js';
import {noCredentials, runCli} from './open.js';

const errorsOf = readSchema('check-v1');
const run = (count: number, flags: readonly string[] = []) =>
	runCli(['check', '--demo', 'market', '--instance-type', 'p5.48xlarge', '--count', String(count), '--days', '7', ...flags]);

test('check ends with 0 when the run fits now, and says where', async () => {
	expect(await run(16)).toEqual({
		exitCode: 0,
		signal: null,
		stdout: `Fits now: 16 × p5.48xlarge for 7 d.
  16 of Capacity Block cr-0a4d7c1e9b3f60852 in us-east-1a: 20 free, usable
    until 2026-12-04 11:00 UTC, 11 d 46 min.
  1 other place would do as well: cr-0e8b2f6a4c1d97035 from 2026-12-01 on.
`,
		stderr: '',
	});
});

test('check ends with 6 when the run fits later, and says when', async () => {
	const {exitCode, stdout} = await run(32);
	expect({exitCode, first: stdout.split('\n')[0]}).toEqual({
		exitCode: 6,
		first: 'Fits later, from 2026-12-01 11:30 UTC (in 8 d): 32 × p5.48xlarge for 7 d.',
	});
});

test('check ends with 3 when the run does not fit, and says what is missing and what can be done', async () => {
	const {exitCode, stdout} = await run(64);
	expect(exitCode).toBe(3);
	expect(stdout).toMatch(/^Does not fit: 64 × p5\.48xlarge for 7 d\.\n/);
	expect(stdout).toContain('  32 instances missing.\n');
	expect(stdout).toContain('    truffle offerings --instance-type p5.48xlarge --count 64 --days 7 --demo market\n');
});

test('check --offerings ends with 6 when the run could be bought, and says for how much', async () => {
	const {exitCode, stdout, stderr} = await runCli([
		...['check', '--demo', 'market', '--instance-type', 'p5.48xlarge', '--count', '64', '--days', '10', '--offerings'],
	]);
	expect({exitCode, stderr}).toEqual({
		exitCode: 6,
		stderr: 'Searching 17 regions; AWS allows 10 searches of a region at once, then one in 6.7 s.\n',
	});
	expect(stdout).toMatch(/^Fits later, if a block is bought, from 2026-12-21 11:30 UTC \(in 28 d\): 64 ×\n {2}p5\.48xlarge for 10 d\.\n/);
	expect(stdout).toContain('11:30 UTC for 10 d, USD 483,287.04 up front.\n');
	const json = await run(64, ['--offerings', '-o', 'json']);
	expect(errorsOf(JSON.parse(json.stdout))).toEqual([]);
});

test('check --offerings asks nothing of AWS when the run fits now', async () => {
	expect(await run(16, ['--offerings'])).toMatchObject({exitCode: 0, stderr: ''});
});

test('check ends with 1 when no region can be read', async () => {
	const {exitCode, stdout} = await runCli([
		...['check', '--demo', 'faults', '--regions', 'eu-central-1'],
		...['--instance-type', 'p5.48xlarge', '--count', '1', '--hours', '1'],
	]);
	expect(exitCode).toBe(1);
	expect(stdout).toMatch(
		/^Not known, since no region could be read: 1 × p5\.48xlarge for 1 h\.\n! eu-central-1 could not be read: Not authorised/,
	);
	expect(stdout).toContain('    truffle doctor --regions eu-central-1 --demo faults\n');
});

test.each([
	{count: 16, exitCode: 0, verdict: 'now'},
	{count: 32, exitCode: 6, verdict: 'later'},
	{count: 64, exitCode: 3, verdict: 'no'},
])('check of $count prints an object that the schema describes', async ({count, exitCode, verdict}) => {
	const json = await run(count, ['-o', 'json', '--ascii']);
	const object = JSON.parse(json.stdout);
	expect({exitCode: json.exitCode, stderr: json.stderr, verdict: object.verdict}).toEqual({exitCode, stderr: '', verdict});
	expect(errorsOf(object)).toEqual([]);
	expect(json.stdout).not.toMatch(/[^\n -~]/);
	const yaml = await run(count, ['-o', 'yaml']);
	const same = parse(yaml.stdout);
	expect({...same, regions: [], generated_at: null}).toMatchObject({verdict, request: object.request, missing: object.missing});
	expect([Object.keys(same), errorsOf(same)]).toEqual([Object.keys(object), []]);
});

test('without credentials check says how to get some, and prints an object all the same', async () => {
	const {exitCode, stdout, stderr} = await runCli(
		['check', '--instance-type', 'p5.48xlarge', '--count', '1', '--days', '1', '-o', 'json'],
		{env: noCredentials()},
	);
	const object = JSON.parse(stdout);
	expect({exitCode, verdict: object.verdict, complete: object.complete}).toEqual({exitCode: 1, verdict: 'unreadable', complete: false});
	expect(errorsOf(object)).toEqual([]);
	expect(stderr).toContain('No credentials.');
});

test('check refuses an end that is past, before any call', async () => {
	expect(await run(16, ['--by', '2020-01-01'])).toMatchObject({
		exitCode: 2,
		stdout: '',
		stderr: expect.stringMatching(/^--by: 2020-01-01 23:59 UTC is past\.\n/),
	});
});

test('check says of a type that EC2 does not have that there is none, and asks for no offerings of it', async () => {
	const flags = ['check', '--demo', 'market', '--instance-type', 'foo.bar', '--count', '2', '--days', '2', '--offerings'];
	expect(await runCli([...flags, '--regions', 'us-east-1,us-west-2'])).toMatchObject({
		exitCode: 3,
		stdout: 'No such type: EC2 knows no instance type foo.bar in us-east-1 and us-west-2.\n',
		stderr: '',
	});
	const object = JSON.parse((await runCli([...flags, '-o', 'json'])).stdout);
	expect([errorsOf(object), object.verdict, object.because]).toEqual([
		[],
		'no',
		'No such type: EC2 knows no instance type foo.bar in ap-northeast-1, ap-northeast-2, ap-northeast-3, ap-south-1, ap-southeast-1 and 12 more.',
	]);
});
