import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {readCsv} from '../helpers/read-csv.js';
import {readSchema} from '../helpers/schemas.js';
import {cli, noCredentials, open, runCli} from './open.js';

const errorsOf = readSchema('offerings-v1');
const run = async (flags: readonly string[]) => runCli(['offerings', '--demo', 'market', ...flags]);
const p5 = ['--instance-type', 'p5.48xlarge', '--count', '32', '--days', '7'];

describe('truffle offerings', () => {
	test('finds what 32 nodes for a week cost, and prints the line to buy them by', async () => {
		const {exitCode, stdout, stderr} = await run(p5);
		expect(exitCode).toBe(0);
		expect(stdout).toContain('   Asked For: 32 × p5.48xlarge for 7 d, starting within 8 weeks\n');
		expect(stdout).toContain('   Regions: 5 of 17 searched, 12 without blocks of the type\n');
		expect(stdout).toMatch(/\| 169,150\.46 \| 31\.464 \| 3\.933 {3}\| with ×24 us-east-1a, ×4 us-east-2a/);
		expect(stdout).toMatch(
			/aws ec2 purchase-capacity-block --region us-west-2 --capacity-block-offering-id cb-\w+ --instance-platform Linux\/UNIX\n/,
		);
		expect(stdout).toContain('cannot be cancelled');
		expect(stderr).toBe('Searching 17 regions; AWS allows 10 searches of a region at once, then one in 6.7 s.\n');
	});

	test('sorts, and prints an object that the schema describes, as JSON, YAML and CSV', async () => {
		const json = await run([...p5, '--sort', 'start', '-o', 'json', '--ascii']);
		const data = JSON.parse(json.stdout);
		expect(errorsOf(data)).toEqual([]);
		expect(json.stdout).not.toMatch(/[^\n -~]/);
		const starts = data.offerings.map((offering: {readonly start_date: string}) => offering.start_date);
		expect(starts.length).toBeGreaterThan(5);
		expect(starts).toEqual(starts.toSorted());
		expect(data).toMatchObject({complete: true, account_id: '123456789012', held: {complete: true}, largest: null, because: []});
		expect(errorsOf(parse((await run([...p5, '-o', 'yaml'])).stdout))).toEqual([]);
		const rows = readCsv((await run([...p5, '-o', 'csv'])).stdout);
		expect(rows).toHaveLength(1 + starts.length);
	});

	test('names the largest count when that is asked for', async () => {
		const four = ['--instance-type', 'p5.48xlarge', '--count', '32', '--days', '28'];
		expect((await run(four)).stdout).toContain('Add --largest to look for the largest count that there is.\n');
		const {exitCode, stdout} = await run([...four, '--largest', '-o', 'json']);
		const data = JSON.parse(stdout);
		expect([exitCode, errorsOf(data), data.largest]).toEqual([0, [], {count: 16, certain: true}]);
	});

	test('explains a type that has no blocks, and UltraServers that AWS has not enabled', async () => {
		const g6 = await run(['--instance-type', 'g6.xlarge', '--count', '1', '--days', '1']);
		expect(g6).toMatchObject({exitCode: 0, stdout: expect.stringContaining('g6.xlarge cannot be bought as a Capacity Block in ')});
		const ultra = await run(['--ultraserver-type', 'u-p6e-gb200x72', '--count', '1', '--days', '1', '--regions', 'us-east-1']);
		expect(ultra).toMatchObject({exitCode: 1, stdout: expect.stringContaining('AWS has to enable the account for UltraServers first')});
	});

	test('says of a type that EC2 does not have that there is none, and which one may be meant', async () => {
		const regions = ['--regions', 'us-east-1,us-west-2'];
		const unknown = await run(['--instance-type', 'foo.bar', '--count', '1', '--days', '1', ...regions]);
		expect(unknown).toMatchObject({
			exitCode: 0,
			stdout: expect.stringMatching(/\n\nEC2 knows no instance type foo\.bar in us-east-1 and us-west-2\.\n$/),
		});
		const typo = await run(['--instance-type', 'p5.47xlarge', '--count', '1', '--days', '1', ...regions]);
		expect(typo.stdout).toMatch(/\nEC2 knows no instance type p5\.47xlarge in us-east-1 and us-west-2\.\nDid you mean p5\.48xlarge\?\n$/);
	});

	test('extends a block that is held, and not one that is not there', async () => {
		const {exitCode, stdout} = await run(['--extend', 'cr-0c1f5a9d7e2b48360', '--days', '1', '-o', 'json']);
		const data = JSON.parse(stdout);
		expect([exitCode, errorsOf(data)]).toEqual([0, []]);
		expect(data.offerings[0].purchase_command).toMatch(
			/^aws ec2 purchase-capacity-block-extension --region us-east-2 --capacity-reservation-id cr-0c1f5a9d7e2b48360 /,
		);
		expect(await run(['--extend', 'cr-00000000000000000', '--days', '1'])).toMatchObject({
			exitCode: 3,
			stdout: '',
			stderr: 'cr-00000000000000000 was not found. Check the id, --profile and --regions.\n',
		});
	});

	test('ends with 3 for an ODCR, which cannot be extended, and says why', async () => {
		const {exitCode, stdout} = await run(['--extend', 'cr-02d6a8f4c0e1b7935', '--days', '1', '-o', 'json']);
		const data = JSON.parse(stdout);
		expect([exitCode, errorsOf(data), data.because]).toEqual([
			3,
			[],
			['Only a Capacity Block can be extended; the end of an ODCR is changed by modifying it.'],
		]);
	});

	test('says on stderr why there is no row of CSV', async () => {
		const {exitCode, stdout, stderr} = await run(['--instance-type', 'g6.xlarge', '--count', '1', '--days', '1', '-o', 'csv']);
		expect([exitCode, readCsv(stdout).length]).toEqual([0, 1]);
		expect(stderr).toMatch(/\ng6\.xlarge cannot be bought as a Capacity Block in .*\n$/);
		const none = await run(['--instance-type', 'p5.48xlarge', '--count', '32', '--days', '28', '-o', 'csv', '--ascii']);
		expect(none.stderr).toMatch(
			/\nNo offering of 32 x p5\.48xlarge for 28 d, .*\nAdd --largest to look for the largest count that there is\.\n$/s,
		);
		const extension = await run(['--extend', 'cr-0e8b2f6a4c1d97035', '--days', '7', '-o', 'csv']);
		expect(extension.stderr).toMatch(/^AWS offers no extension of cr-0e8b2f6a4c1d97035 by 7 d just now\.\n.*--days 1 --demo market\n$/s);
	});

	test('refuses what AWS never sells before it asks', async () => {
		expect(await run(['--instance-type', 'p5.48xlarge', '--count', '65', '--days', '7'])).toMatchObject({
			exitCode: 2,
			stdout: '',
			stderr: expect.stringMatching(/^A Capacity Block has at most 64 instances/),
		});
	});

	test('exits with 4 under --strict when a region could not tell, with 1 when none could', async () => {
		const cluster = ['offerings', '--demo', 'cluster', ...p5];
		const partial = await runCli([...cluster, '--strict', '--regions', 'us-east-1,me-south-1']);
		expect(partial).toMatchObject({exitCode: 4, stdout: expect.stringContaining('me-south-1 could not be asked: Explicit deny')});
		expect((await runCli([...cluster, '--regions', 'me-south-1'])).exitCode).toBe(1);
	});

	test('without credentials says how to get some, and prints an object all the same', async () => {
		const {exitCode, stdout, stderr} = await runCli(['offerings', ...p5, '-o', 'json'], {env: noCredentials()});
		const data = JSON.parse(stdout);
		expect([exitCode, errorsOf(data), data.complete]).toEqual([1, [], false]);
		expect(stderr).toContain('No credentials.');
	});

	test('leaves no progress on a terminal', async () => {
		const terminal = open(process.execPath, [cli, 'offerings', '--demo', 'market', ...p5, '--sort', 'start'], {columns: 160, rows: 40});
		const lines = await terminal.waitFor('truffle buys nothing.');
		expect(lines.filter((line) => line.includes('regions asked'))).toEqual([]);
		await terminal.ended;
	});
});
