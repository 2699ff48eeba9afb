import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {createInterface, type Interface} from 'node:readline';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {expect, onTestFinished, test} from 'vitest';
import {bareEnv, cli, keys, noCredentials, open, runCli, serveDemo} from './open.js';

const ajv = new Ajv2020({strict: true, strictTypes: false, strictRequired: false, allErrors: true});
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL('../../schema/event-v1.schema.json', import.meta.url), 'utf8')));

type Line = {
	readonly type: string;
	readonly sequence?: number;
	readonly what?: string;
	readonly kind?: string;
	readonly region?: string;
	readonly reservation_id?: string;
	readonly to?: unknown;
	readonly complete?: boolean;
	readonly blocks?: {readonly live: number};
};

function stream(args: readonly string[]): {readonly child: ChildProcess; readonly reader: Interface} {
	const child = spawn(process.execPath, [cli, ...args], {env: bareEnv(), stdio: ['ignore', 'pipe', 'inherit']});
	onTestFinished(() => void child.kill('SIGKILL'));
	return {child, reader: createInterface({input: child.stdout})};
}

/** The lines up to the one that is looked for; each has to be as the schema says. */
async function readUntil(reader: Interface, isLast: (line: Line) => boolean): Promise<readonly Line[]> {
	const lines: Line[] = [];
	for await (const text of reader) {
		const line = JSON.parse(text) as Line;
		expect(validate(line) ? [] : validate.errors).toEqual([]);
		lines.push(line);
		if (isLast(line)) {
			break;
		}
	}

	return lines;
}

test('watch writes a snapshot, then every event of a bring-up through its faults, and ends by SIGTERM with 0', async () => {
	const {child, reader} = stream(['watch', '--demo', 'bring-up', '--speed', '20']);
	const ended = once(child, 'exit');
	const lines = await readUntil(reader, ({type, what}) => type === 'credentials' && what === 'renewed');
	child.kill('SIGTERM');
	expect(await ended).toEqual([0, null]);
	// On a slow machine the block has started, and a region fails, before all have answered.
	const [snapshot, ...events] = lines;
	const told = events.map(({type, reservation_id: id, region, what, to}) => `${type} ${id ?? region ?? ''} ${what} ${to}`);
	expect(snapshot).toMatchObject({type: 'snapshot', regions: {asked: 17}, odcrs: {reservations: 6}});
	const starts = told.filter((line) => line === 'reservation cr-0b1e6f2a7c94d3058 state active').length;
	expect((snapshot?.blocks?.live ?? 0) + starts).toBe(2);
	expect(events.map(({sequence}) => sequence)).toEqual(events.map((_, index) => index + 1));
	expect(told).toContain('reservation cr-08e2b6c4a1d9f7035 gone null');
	expect(told).toContain('credentials  expired undefined');
	expect(told.filter((line) => line.includes(' gone '))).toHaveLength(1);
});

test.each([
	{args: ['capacity', '--watch', '-o', 'ndjson', '--blocks'], kind: 'block'},
	{args: ['watch', '--odcr', '--instance-types', 'p5en.*'], kind: 'odcr'},
])('$args tells of what it is asked for only', async ({args, kind}) => {
	const {reader} = stream([...args, '--demo', 'bring-up', '--speed', '60']);
	const lines = await readUntil(reader, ({type, what}) => type === 'reservation' && what === 'used');
	const changes = lines.filter(({type}) => type === 'reservation');
	expect(new Set(changes.map((line) => line.kind))).toEqual(new Set([kind]));
});

test('ctrl-c ends a stream on a terminal with 130', async () => {
	const terminal = open(process.execPath, [cli, 'watch', '-o', 'ndjson', '--demo', 'bring-up']);
	await terminal.waitFor('"type":"snapshot"');
	terminal.press(keys.ctrlC);
	expect(await terminal.ended).toEqual({exitCode: 130, signal: 0});
});

test('watch alone on a terminal is the app', async () => {
	const terminal = open(process.execPath, [cli, 'watch', '--demo', 'bring-up']);
	await terminal.waitFor('p5en.48xlarge');
	expect(terminal.state().buffer).toBe('alternate');
});

test('a stream whose reader has gone ends with 0', async () => {
	const {exitCode, stderr} = await runCli(['watch', '--demo', 'bring-up', '--speed', '60'], {hasReader: false});
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
});

test('the faults of a whole account are events, and the snapshot says that it is not complete', async () => {
	const healthy = 'us-east-1,us-west-2,us-west-1';
	const {reader} = stream(['watch', '--demo', 'faults', '--speed', '60', '--regions', `${healthy},eu-central-1,eu-west-3`]);
	const lines = await readUntil(reader, ({region, what}) => region === 'us-west-1' && what === 'recovered');
	expect(lines[0]).toMatchObject({type: 'snapshot', complete: false, regions: {asked: 5, answered: 3}});
	expect(lines.filter(({type}) => type === 'reservation')).toEqual([]);
	expect(lines.find(({region}) => region === 'eu-central-1')).toMatchObject({type: 'region', what: 'failed', status: 'denied'});
});

test('what cannot begin ends with 1 and says why', async () => {
	const {exitCode, stdout, stderr} = await runCli(['watch'], {env: noCredentials()});
	expect({exitCode, stdout}).toEqual({exitCode: 1, stdout: ''});
	expect(stderr).toMatch(/^No credentials\./);
});

test('demo-server runs its clock faster, too', async () => {
	const url = await serveDemo('bring-up', ['--speed', '60']);
	const env = {...noCredentials(), AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'example', AWS_ENDPOINT_URL: url};
	const {exitCode, stdout} = await runCli(['wait', '--id', 'cb-0b1e6f2a7c94d3058', '--for', 'active', '--interval', '5s'], {env});
	expect(exitCode).toBe(0);
	expect(stdout).toContain('cr-0b1e6f2a7c94d3058 is active with 32 instances.');
});
