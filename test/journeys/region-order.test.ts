import {once} from 'node:events';
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {expect, onTestFinished, test} from 'vitest';
import {noCredentials, ownFolders, type RunResult, runCli, serveDemo} from './open.js';

/** In front of a sample account. */
type Gate = {
	readonly url: string;
	target: string;
	/** DescribeRegions is answered once this region has been asked; `null`: at once. */
	holdsFor: string | null;
	/** `us-east-1 DescribeRegions`, in the order in which they came. */
	requests: string[];
};

/** Has to be enabled, and is in the account of `cluster`. */
const optIn = 'me-south-1';

const check = ['check', '--instance-type', 'p5.48xlarge', '--count', '4', '--days', '7', '-o', 'json'];

test('the second report asks a region that has to be enabled before DescribeRegions has answered, and prints the same', async () => {
	const {gate, run, kept, pathOf} = await account();
	const first = await run('capacity', '-o', 'json');
	const regions = regionsIn(first);
	expect(regions).toContain(optIn);
	expect(kept()).toEqual([expect.stringMatching(/^regions-[0-9a-f]{32}\.json$/)]);
	const path = pathOf(kept()[0]);
	const file = JSON.parse(readFileSync(path, 'utf8')) as {readonly regions: readonly string[]};
	expect({...file, regions: file.regions.toSorted()}).toEqual({format: 'truffle-capacity regions', version: 1, regions});
	expect(statSync(path).mode & 0o777).toBe(0o600);

	gate.holdsFor = optIn;
	const second = await run('capacity', '-o', 'json');
	expect(timeless(second)).toEqual(timeless(first));
	expect(gate.requests.filter((line) => line.endsWith('DescribeRegions'))).toHaveLength(2);
});

test('check, advise and snippet leave an order and go by it, too', async () => {
	const {gate, run, kept} = await account();
	const first = await run(...check);
	expect(kept()).toEqual([expect.stringMatching(/^regions-/)]);

	gate.holdsFor = optIn;
	expect(timeless(await run(...check))).toEqual(timeless(first));
	await run('advise', '--workload', 'training', '--instance-type', 'p5.48xlarge', '--count', '4', '--days', '7');
	const {stderr} = await run('snippet', '--id', 'cr-00000000000000000', '--for', 'eks');
	expect(stderr).toContain('16 of 17 regions');
	expect(gate.requests.filter((line) => line === `${optIn} DescribeCapacityReservations`)).toHaveLength(4);
});

test('an order of another account changes nothing of what is printed, and is put right', async () => {
	const {gate, run, kept, pathOf} = await account();
	await run('capacity', '-o', 'json');
	const path = pathOf(kept()[0]);
	gate.target = await serveDemo('guide');
	const without = await run('capacity', '-o', 'json', '--no-cache');

	gate.holdsFor = optIn;
	const withOrder = await run('capacity', '-o', 'json');
	expect(timeless(withOrder)).toEqual(timeless(without));
	expect(regionsIn(withOrder)).not.toContain(optIn);
	expect(readFileSync(path, 'utf8')).not.toContain(optIn);
});

test('a file that is damaged changes nothing, nothing is said of it, and it is replaced', async () => {
	const {run, kept, pathOf} = await account();
	const first = await run('capacity', '-o', 'csv');
	const path = pathOf(kept()[0]);
	writeFileSync(path, '{"format":"truffle-capacity regions","version":1,"regions":["us-east-1.example.com"]}');

	expect(timeless(await run('capacity', '-o', 'csv'))).toEqual(timeless(first));
	expect(readFileSync(path, 'utf8')).toContain(`"${optIn}"`);
});

test('some regions say nothing of the order of all', async () => {
	const {run, kept, pathOf} = await account();
	await run('capacity', '--regions', 'us-east-1,eu-west-1');
	expect(kept()).toEqual([]);

	await run('capacity');
	const before = statSync(pathOf(kept()[0]));
	const {exitCode, stdout} = await run('capacity', '--regions', 'us-east-1,eu-west-1', '-o', 'json');
	expect({exitCode, regions: regionsIn({stdout})}).toEqual({exitCode: 0, regions: ['eu-west-1', 'us-east-1']});
	expect(statSync(pathOf(kept()[0])).ino).toBe(before.ino);
});

test('--no-cache and the demo leave nothing behind', async () => {
	const {run, kept, env} = await account();
	await run('capacity', '--no-cache');
	await run(...check, '--no-cache');
	await runCli(['--demo', 'cluster', '-o', 'json'], {env});
	await runCli([...check, '--demo', 'cluster'], {env});
	expect(kept()).toEqual([]);
});

/** The sample account behind a gate, what asks it, and what that leaves. */
async function account() {
	const gate = await openGate(await serveDemo('cluster'));
	const folders = ownFolders();
	const keys = {AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'};
	const env = {...noCredentials(), ...folders, ...keys};
	const pathOf = (name = '') => join(folders.XDG_CACHE_HOME, 'truffle-capacity', name);
	return {
		gate,
		env,
		run: async (...args: readonly string[]) => runCli([...args, '--endpoint-url', gate.url, '--timeout', '10s'], {env}),
		pathOf,
		kept: (): readonly string[] => {
			try {
				return readdirSync(pathOf());
			} catch {
				return [];
			}
		},
	};
}

async function openGate(target: string): Promise<Gate> {
	let isAsked = false;
	let open: (() => void) | null = null;

	/** One goes on when the other has come. */
	async function hold(action: string): Promise<void> {
		if (open !== null) {
			open();
			open = null;
		} else if (isAsked) {
			isAsked = false;
		} else if (action === 'DescribeRegions') {
			await new Promise<void>((resolve) => {
				open = resolve;
			});
		} else {
			isAsked = true;
		}
	}

	const server = createServer(async (incoming, outgoing) => {
		const {method, url: path, headers} = incoming;
		const content = await text(incoming);
		const region = /Credential=[^/]+\/\d+\/([^/]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
		const action = new URLSearchParams(content).get('Action') ?? '';
		gate.requests.push(`${region} ${action}`);
		if (gate.holdsFor !== null && (region === gate.holdsFor || action === 'DescribeRegions')) {
			await hold(action);
		}

		const onward = request({host: '127.0.0.1', port: new URL(gate.target).port, path, method, headers}, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		onward.end(content);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const gate: Gate = {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, target, holdsFor: null, requests: []};
	return gate;
}

/** What was printed, but for when it was, how long that leaves, and the ids of requests. */
function timeless({exitCode, stdout, stderr}: RunResult) {
	const plain = (words: string) =>
		words
			.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
			.replaceAll(/\d+ d(?: \d+ h)?(?: \d+ min)?/g, 'D')
			.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'R');
	return {exitCode, stdout: plain(stdout), stderr: plain(stderr)};
}

function regionsIn({stdout}: Pick<RunResult, 'stdout'>): readonly string[] {
	const {regions} = JSON.parse(stdout) as {readonly regions: readonly {readonly region: string}[]};
	return regions.map(({region}) => region);
}
