import {readFileSync} from 'node:fs';
import process from 'node:process';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {expect, test} from 'vitest';
import {cli, keys, noCredentials, open, runCli, written} from './open.js';

const pool = 'cr-0c7f1a5d3e9b46820';
const bringUp = ['wait', '--demo', 'bring-up', '--speed'];

const ajv = new Ajv2020({strict: true, strictTypes: false, strictRequired: false, allErrors: true});
addFormats.default(ajv);
ajv.addSchema(readSchema('capacity-v1'));
const validate = ajv.compile(readSchema('wait-v1'));

function readSchema(name: string): object {
	return JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'));
}

test('wait ends with 0 once the instances are free; piped, each change is a line', async () => {
	const {exitCode, stdout, stderr} = await runCli([...bringUp, '6', '--id', pool, '--min-capacity', '8']);
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	expect(written(stdout.split('\n'))).toEqual([
		expect.stringMatching(/^2026-11-23T11:29:\d\dZ waiting: 0 of 8 wanted instances free\.$/),
		expect.stringMatching(/^2026-11-23T11:[23]\d:\d\dZ satisfied: (8|16) instances free, 8 wanted: cr-0c7f1a5d3e9b46820 (8|16)\.$/),
	]);
});

test('wait ends with 5 when the id is not found in three whole rounds', async () => {
	const {exitCode, stdout, stderr} = await runCli([...bringUp, '60', '--id', 'cr-00000000000000000']);
	expect({exitCode, stderr}).toEqual({exitCode: 5, stderr: ''});
	expect(written(stdout.split('\n')).at(-1)).toMatch(
		/Z impossible: cr-0{17} was not found in 3 rounds running in which all 17 regions answered: check the id, the account and --regions\.$/,
	);
});

test('wait ends with 3 when the time is over', async () => {
	const {exitCode, stdout} = await runCli([...bringUp, '60', '--id', pool, '--min-capacity', '99', '--timeout', '20s']);
	expect(exitCode).toBe(3);
	expect(written(stdout.split('\n')).at(-1)).toMatch(/^2026-11-23T11:\d\d:\d\dZ timed out: /);
});

test('wait says at once what it would wait for in vain, beside its lines', async () => {
	const asked = ['--blocks', '--instance-types', 'inf2.xlarge', '--timeout', '10s'];
	const {exitCode, stdout, stderr} = await runCli([...bringUp, '60', ...asked]);
	expect(exitCode).toBe(3);
	expect(stderr).toMatch(/^Hint: inf2\.xlarge is not sold as Capacity Blocks\. .*\(--no-hints leaves this out\.\)\n$/);
	expect(stdout).not.toContain('Hint');
	expect((await runCli([...bringUp, '60', ...asked, '--no-hints'])).stderr).toBe('');
});

test('wait ends with 1 when nothing can be read in five rounds', async () => {
	const {exitCode, stdout} = await runCli([
		...['wait', '--demo', 'faults', '--speed', '500', '--interval', '5s'],
		...['--regions', 'eu-central-1', '--gpu-only'],
	]);
	expect(exitCode).toBe(1);
	expect(written(stdout.split('\n')).at(-1)).toMatch(
		/Z unreadable: Nothing could be read in 5 rounds running: eu-central-1: Not authorised/,
	);
});

test('wait refuses a region that does not exist with 2', async () => {
	const {exitCode, stdout, stderr} = await runCli(['wait', '--demo', '--regions', 'us-east-9']);
	expect({exitCode, stdout, stderr}).toEqual({
		exitCode: 2,
		stdout: '',
		stderr: '--regions: Unknown region "us-east-9". Did you mean us-east-1?\n',
	});
});

test.each([
	{args: ['--id', 'cb-0b1e6f2a7c94d3058', '--for', 'active'], exitCode: 0, verdict: 'satisfied', blocks: 1},
	{args: ['--id', pool, '--min-capacity', '99', '--timeout', '40s'], exitCode: 3, verdict: 'timed_out', blocks: 0},
	{args: ['--blocks', '--gpu-only', '--for', 'ended', '--timeout', '10s'], exitCode: 3, verdict: 'timed_out', blocks: null},
])('wait $args -o json prints one object that the schema describes', async ({args, exitCode, verdict, blocks}) => {
	const result = await runCli([...bringUp, '20', '-o', 'json', ...args]);
	const object = JSON.parse(result.stdout);
	expect({exitCode: result.exitCode, stderr: result.stderr}).toEqual({exitCode, stderr: ''});
	expect(validate(object) ? [] : validate.errors).toEqual([]);
	expect(object).toMatchObject({version: 1, verdict});
	expect(blocks === null || object.blocks.length === blocks).toBe(true);
});

test('on a terminal one line is rewritten in place, and the last word stays', async () => {
	const terminal = open(process.execPath, [cli, ...bringUp, '10', '--id', pool, '--min-capacity', '8'], {columns: 60});
	await terminal.waitFor(/^Waiting \d+ (s|min): 0 of 8 wanted instances free\.$/m);
	expect(written(terminal.lines())).toHaveLength(1);
	expect(await terminal.ended).toEqual({exitCode: 0, signal: 0});
	expect(terminal.text()).toMatch(/^Satisfied after \d+ (s|min): (8|16) instances free, 8 wanted: /);
	expect(terminal.text()).not.toContain('Waiting');
	expect(terminal.state().isCursorShown).toBe(true);
});

test('a line that is too long for the terminal is cut, never wrapped', async () => {
	const ids = 'cr-00000000000000000,cr-00000000000000001,cr-00000000000000002';
	const terminal = open(process.execPath, [cli, ...bringUp, '1', '--id', ids, '--ascii'], {columns: 40});
	const lines = await terminal.waitFor(/^Waiting \d+ s: cr-0/);
	expect(written(lines)).toEqual([expect.stringMatching(/^Waiting \d+ s: cr-0{17}.*~$/)]);
	expect(lines[0]?.length).toBe(39);
});

test('ctrl-c ends wait with 130 and leaves the terminal as it was', async () => {
	const terminal = open(process.execPath, [cli, ...bringUp, '1', '--id', pool, '--min-capacity', '99']);
	await terminal.waitFor('0 of 99');
	terminal.press(keys.ctrlC);
	expect(await terminal.ended).toEqual({exitCode: 130, signal: 0});
	expect(written(terminal.lines())).toEqual([expect.stringMatching(/^Interrupted after \d+ s: 0 of 99 wanted instances free\.$/)]);
});

test('with -o json on a terminal only the object stays', async () => {
	const terminal = open(process.execPath, [cli, ...bringUp, '20', '--id', pool, '--min-capacity', '8', '-o', 'json'], {rows: 80});
	expect(await terminal.ended).toEqual({exitCode: 0, signal: 0});
	const text = written(terminal.lines()).join('\n');
	expect(text).toMatch(/^\{\n/);
	expect(text).toMatch(/\n\}$/);
});

test('wait without credentials says how to get some', async () => {
	const {exitCode, stdout, stderr} = await runCli(['wait', '--gpu-only', '--interval', '5s', '--timeout', '1s'], {env: noCredentials()});
	expect({exitCode, stderr}).toEqual({exitCode: 3, stderr: ''});
	expect(stdout).toContain('Nothing could be read in this round: No credentials.');
});

test('wait whose reader has gone ends with 0', async () => {
	const {exitCode, stderr} = await runCli([...bringUp, '20', '--id', pool, '--min-capacity', '99'], {hasReader: false});
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
});
