import {execFileSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {parse, parseAllDocuments} from 'yaml';
import {type SnippetKind, snippetKinds} from '../../source/snippets/snippet.js';
import {parseHcl} from '../snippets/parse-hcl.js';
import {noCredentials, runCli, serveDemo, written} from './open.js';

const odcr = 'cr-07d2e4f6a8b0c1935';
const block = 'cr-0a1b2c3d4e5f60718';
const coming = 'cr-0b2c4d6e8f0a13579';

describe('truffle snippet prints nothing but the snippet on stdout', () => {
	/** The snippet as its own language reads it. */
	const readers: Readonly<Record<SnippetKind, (text: string) => unknown>> = {
		'run-instances': shellWords,
		'launch-template': (text) => JSON.parse(text),
		eks: readYaml,
		karpenter: readYaml,
		parallelcluster: readYaml,
		skypilot: readYaml,
		terraform: parseHcl,
		'terraform-import': parseHcl,
		sagemaker: shellWords,
	};

	test.each(snippetKinds)('for %s', async (kind) => {
		const id = kind === 'terraform-import' ? odcr : block;
		const {exitCode, stdout, stderr} = await runCli(['snippet', '--demo', '--id', id, '--for', kind]);
		expect(exitCode).toBe(0);
		const isNamed = kind !== 'sagemaker';
		expect(JSON.stringify(readers[kind](stdout)).includes(id)).toBe(isNamed);
		expect(written(stderr.split('\n')).filter((line) => !line.startsWith('Note: '))).toEqual([]);
	});
});

test('a block can be named by its own id, too, and is found in one of the regions asked for', async () => {
	const args = ['snippet', '--demo', '--id', 'cb-0b22c44d66e88f00a', '--for', 'launch-template', '--regions', 'us-east-2,us-east-1'];
	const {exitCode, stdout, stderr} = await runCli(args);
	expect(exitCode).toBe(0);
	expect(JSON.parse(stdout)).toEqual({
		InstanceType: 'p6-b200.48xlarge',
		InstanceMarketOptions: {MarketType: 'capacity-block'},
		CapacityReservationSpecification: {CapacityReservationTarget: {CapacityReservationId: coming}},
	});
	expect(stderr).toContain(`Note: ${coming} is scheduled: launches into it fail before 2026-11-24 11:30 UTC.\n`);
});

test('in ASCII it has none but ASCII characters', async () => {
	const {stdout, stderr} = await runCli(['snippet', '--demo', '--id', block, '--for', 'eks', '--ascii']);
	expect(stdout.split('\n')[0]).toBe('# cr-0a1b2c3d4e5f60718 (train-llm-a), 32 x p5.48xlarge in us-east-1a');
	expect(`${stdout}${stderr}`).toMatch(/^[\n -~]+$/);
});

describe('what cannot be printed', () => {
	test('an id that no region has ends with 3', async () => {
		expect(await runCli(['snippet', '--demo', 'bring-up', '--id', 'cr-00000000000000000', '--for', 'eks'])).toMatchObject({
			exitCode: 3,
			stdout: '',
			stderr: 'There is no cr-00000000000000000 in 17 regions of account 123456789012. Check the id, --profile and --regions.\n',
		});
	});

	test('an id that a region may have that could not be read ends with 1', async () => {
		const {exitCode, stdout, stderr} = await runCli(['snippet', '--demo', '--id', 'cr-00000000000000000', '--for', 'eks']);
		expect({exitCode, stdout}).toEqual({exitCode: 1, stdout: ''});
		expect(stderr.split('\n')).toEqual([
			'cr-00000000000000000 was not found: 16 of 17 regions of account 123456789012 could be read.',
			expect.stringMatching(/^me-south-1: Explicit deny in a service control policy /),
			'',
		]);
	});

	test('a way that the reservation cannot be used in ends with 3, and names the others', async () => {
		expect(await runCli(['snippet', '--demo', '--id', coming, '--for', 'terraform-import'])).toMatchObject({
			exitCode: 3,
			stdout: '',
			stderr: [
				`${coming} is a Capacity Block: its resource in Terraform cannot be imported, and to create one buys a block.`,
				'There is one for run-instances, launch-template, eks, karpenter, parallelcluster, skypilot, terraform, sagemaker.',
				'',
			].join('\n'),
		});
	});

	test('one that has ended ends with 3', async () => {
		expect(await runCli(['snippet', '--demo', '--id', 'cr-0c5b8a1f2e7d94037', '--for', 'eks'])).toMatchObject({
			exitCode: 3,
			stdout: '',
			stderr: 'cr-0c5b8a1f2e7d94037 is cancelled: nothing can be launched into it.\n',
		});
	});

	test('no credentials end with 1 and say how to get some', async () => {
		const {exitCode, stdout, stderr} = await runCli(['snippet', '--id', block, '--for', 'eks'], {env: noCredentials()});
		expect({exitCode, stdout}).toEqual({exitCode: 1, stdout: ''});
		expect(stderr).toMatch(/^No credentials\./);
	});

	test('a region that does not exist ends with 2', async () => {
		const {exitCode, stderr} = await runCli(['snippet', '--demo', '--id', block, '--for', 'eks', '--regions', 'us-east-9']);
		expect({exitCode, stderr}).toEqual({exitCode: 2, stderr: '--regions: Unknown region "us-east-9". Did you mean us-east-1?\n'});
	});
});

test('-o terraform is a configuration of all that is listed, and says what is not', async () => {
	const {exitCode, stdout} = await runCli(['capacity', '--demo', '--odcr', '--blocks', '--gpu-only', '-o', 'terraform']);
	expect(exitCode).toBe(0);
	expect(stdout).toMatch(/^# Regions: 16 of 17 read \(me-south-1 denied\)\n# Filters: --gpu-only\n# Hidden: 1 by filters, 8 ended/);
	const {resource, data} = parseHcl(stdout) as Readonly<Record<string, Readonly<Record<string, object>>>>;
	expect(Object.keys(resource?.['aws_ec2_capacity_reservation'] ?? {})).toContain('cr_0a7f3e9d5c1b82460');
	expect(Object.keys(data?.['aws_ec2_capacity_block_reservation'] ?? {})).toContain('cr_0a1b2c3d4e5f60718');
});

test('text that somebody put into AWS to be run elsewhere stays text', async () => {
	const {exitCode, stdout} = await runCli(['capacity', '--demo', 'hostile', '--odcr', '--blocks', '--all', '-o', 'terraform']);
	expect(exitCode).toBe(0);
	expect(Object.keys(parseHcl(stdout)).toSorted()).toEqual(['data', 'import', 'resource']);
});

test('it is read from any EC2 endpoint', async () => {
	const env = {AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: 'us-east-1'};
	const args = ['snippet', '--endpoint-url', await serveDemo('cluster'), '--id', odcr, '--for', 'skypilot'];
	const {exitCode, stdout} = await runCli(args, {env});
	expect({exitCode, config: parse(stdout)}).toEqual({exitCode: 0, config: {aws: {prioritize_reservations: true}}});
});

function readYaml(text: string): unknown {
	return parseAllDocuments(text, {strict: true}).map((document) => {
		expect(document.errors).toEqual([]);
		return document.toJS();
	});
}

/** What a shell hands to `aws`. */
function shellWords(text: string): readonly string[] {
	const script = `aws() { printf '%s\\0' "$@"; }\nIMAGE_ID=ami-1 SUBNET_ID=subnet-1\n${text}`;
	return execFileSync('sh', ['-eu', '-s'], {input: script, encoding: 'utf8'}).split('\0').slice(0, -1);
}
