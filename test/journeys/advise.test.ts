import {expect, test} from 'vitest';
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
