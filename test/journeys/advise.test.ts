import {describe, expect, test} from 'vitest';
import {readSchema} from '../helpers/schemas.js';
import {noCredentials, runCli} from './open.js';

const errorsOf = readSchema('advise-v1');
const market = (flags: readonly string[]) => runCli(['advise', '--demo', 'market', ...flags]);

test('advise says what to do, why, what it binds to, and the next line', async () => {
	const {exitCode, stdout, stderr} = await market([
		...['--workload', 'training', '--instance-type', 'p5.48xlarge'],
		...['--count', '16', '--days', '7', '--start', '2027-04-15', '--ascii'],
	]);
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	expect(stdout).toMatch(/^Buy a Capacity Block, from 2027-02-18 on: 16 x p5\.48xlarge for 7 d, starting\n {2}2027-04-15\.\n/);
	expect(stdout).toContain('\n! It is paid at once and in full, and cannot be cancelled');
	expect(stdout).toContain(
		'\n    truffle offerings --instance-type p5.48xlarge --count 16 --days 7 --start-after 2027-04-15T00:00:00Z --demo market\n',
	);
	expect(stdout).not.toMatch(/[^\n -~]/);
});

test.each([
	{flags: ['--workload', 'development', '--instance-type', 'g6.xlarge', '--count', '8'], advice: 'held'},
	{flags: ['--workload', 'inference', '--instance-type', 'inf2.xlarge', '--count', '50'], advice: 'odcr'},
	{flags: ['--workload', 'development', '--instance-type', 'g6.xlarge', '--count', '20', '--start', '2026-12-20'], advice: 'future-odcr'},
	{flags: ['--workload', 'training', '--schedule', 'fixed'], advice: 'block'},
])('advise $flags -o json prints one object that the schema describes', async ({flags, advice}) => {
	const {exitCode, stdout, stderr} = await market([...flags, '-o', 'json']);
	const object = JSON.parse(stdout);
	expect({exitCode, stderr, advice: object.advice}).toEqual({exitCode: 0, stderr: '', advice});
	expect(errorsOf(object)).toEqual([]);
	expect(object.price_source).toBe(['odcr', 'future-odcr'].includes(advice) ? 'price-list' : null);
});

test('without credentials advise still advises, and ends with 1 when there was something to look at', async () => {
	const env = noCredentials();
	const general = await runCli(['advise', '--workload', 'inference'], {env});
	expect({...general, stdout: general.stdout.split('\n')[0]}).toMatchObject({
		exitCode: 0,
		stderr: '',
		stdout: 'Create an ODCR: inference without a fixed end.',
	});
	const looked = await runCli(['advise', '--workload', 'inference', '--instance-type', 'inf2.xlarge', '--count', '2'], {env});
	expect(looked).toMatchObject({exitCode: 1, stderr: expect.stringMatching(/^What you hold could not be read\. No credentials\./)});
	expect(looked.stdout).toMatch(/^Create an ODCR: 2 × inf2\.xlarge without a fixed end\.\n/);
	expect(looked.stdout).not.toContain('You hold nothing');
});

test('advise refuses a start on a day that is past, before any call', async () => {
	expect(await market(['--workload', 'training', '--start', '2020-12-14'])).toMatchObject({
		exitCode: 2,
		stdout: '',
		stderr: expect.stringMatching(/^--start: 2020-12-14 is past\. Leave --start out for as soon as it can be\.\n/),
	});
});

describe('advise --offerings', () => {
	const run = ['--workload', 'training', '--instance-type', 'p5.48xlarge', '--offerings'];

	test('names what AWS sells, its fee, and the line that leads to buying it', async () => {
		const {exitCode, stdout, stderr} = await market([...run, '--count', '64', '--days', '10', '--ascii']);
		expect({exitCode, stderr}).toEqual({
			exitCode: 0,
			stderr: 'Searching 17 regions; AWS allows 10 searches of a region at once, then one in 6.7 s.\n',
		});
		expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
			/ Earliest(?: and cheapest)? to buy: cb-\w+, 64 instances in us-\S+ from .* USD [\d,.]+ up front\./,
		);
		expect(stdout).toMatch(/\nCost\n {2}USD [\d,.]+ for the cheapest block/);
		expect(stdout).toContain(
			'\n  The line that buys it, with its terms:\n    truffle offerings --instance-type p5.48xlarge --count 64 --days 10 --demo market\n',
		);
	});

	test('says that none is sold, and how the largest count is found', async () => {
		const {exitCode, stdout} = await market([...run, '--count', '32', '--days', '28', '-o', 'json']);
		const object = JSON.parse(stdout);
		expect([exitCode, errorsOf(object), object.advice, object.offerings]).toEqual([0, [], 'block', []]);
		expect(object.because).toBe('Buy a Capacity Block, of which AWS sells none just now: 32 × p5.48xlarge for 28 d.');
		expect(object.next.at(-1).command).toBe('truffle offerings --instance-type p5.48xlarge --count 32 --days 28 --largest --demo market');
	});

	test('asks nothing where the advice is no block', async () => {
		const flags = ['--workload', 'inference', '--instance-type', 'inf2.xlarge', '--count', '50', '--days', '7', '--offerings'];
		const {stdout, stderr} = await market([...flags, '-o', 'json']);
		expect([JSON.parse(stdout).offerings, stderr]).toEqual([null, '']);
	});

	test('without credentials says so once', async () => {
		const {exitCode, stderr} = await runCli(['advise', ...run, '--count', '2', '--days', '1'], {env: noCredentials()});
		expect([exitCode, stderr.match(/No credentials/g)?.length]).toEqual([1, 1]);
	});
});

test('advise says of a type that EC2 does not have that there is none, and advises nothing', async () => {
	const flags = ['--workload', 'training', '--instance-type', 'foo.bar', '--count', '2', '--days', '2', '--regions', 'us-east-1'];
	const {exitCode, stdout} = await market(flags);
	expect({exitCode, stdout}).toEqual({exitCode: 0, stdout: 'No such type: EC2 knows no instance type foo.bar in us-east-1.\n'});
	const object = JSON.parse((await market([...flags, '--offerings', '-o', 'json'])).stdout);
	expect([errorsOf(object), object.advice, object.costs, object.next, object.offerings]).toEqual([[], null, [], [], null]);
});
