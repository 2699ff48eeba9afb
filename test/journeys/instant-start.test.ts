import {once} from 'node:events';
import {chmodSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Terminal} from '../helpers/terminal.js';
import {cli, isLoaded, keys, noCredentials, open, ownFolders, rowNames, runCli, serveDemo} from './open.js';

/** An endpoint that can be made to keep its callers waiting. */
type Gate = {readonly url: string; isOpen: boolean};

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

test('the app opens with what it saw last, says how old that is, and replaces it once the regions answer', async () => {
	const {gate, start} = await account();
	const first = start();
	await first.waitFor(isLoaded);
	await leave(first);

	gate.isOpen = false;
	const second = start();
	const cached = await second.waitFor(/0 of 17 regions · cached \d+ s ago/);
	expect(rowNames(cached).slice(0, 2)).toEqual(['serve-chat', 'rl-west']);
	expect(cached.find((line) => line.includes('serve-chat'))).toMatch(/~active/);

	gate.isOpen = true;
	second.press('r');
	const live = await second.waitFor(isLoaded);
	expect(live[0]).not.toContain('cached');
	expect(live.find((line) => line.includes('serve-chat'))).toMatch(/ active/);
	second.press('4');
	const events = await second.waitFor('1 event since the app was opened');
	expect(events.find((line) => line.includes('me-south-1'))).toContain('failed');
	await leave(second);
});

test('what it keeps is for the user alone and has no credentials in it', async () => {
	const {start, folders} = await account();
	const app = start();
	await app.waitFor(isLoaded);
	app.press('u');
	await app.waitFor('u GPU ●');
	await leave(app);
	for (const folder of [folders.XDG_CACHE_HOME, folders.XDG_STATE_HOME].map((base) => join(base, 'truffle-capacity'))) {
		const names = readdirSync(folder);
		expect(names).toEqual([expect.stringMatching(/^(snapshot-[0-9a-f]{32}\.jsonl|view\.json)$/)]);
		const path = join(folder, names[0] ?? '');
		expect([statSync(folder).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
		expect(readFileSync(path, 'utf8')).not.toMatch(/AKIA|wJalr/);
	}
});

test('filters, order, pane and zoom are as they were left, until --fresh', async () => {
	const {start} = await account();
	const first = start();
	await first.waitFor(isLoaded);
	first.press('u2s');
	await first.waitFor('s sort: usable until');
	first.press('3');
	const scale = (lines: readonly string[]) => /1 column = \S+/.exec(lines.join('\n'))?.[0] ?? '';
	const fitted = scale(await first.waitFor('1 column ='));
	first.press('+');
	const zoomed = scale(await first.waitFor((screen) => !screen.includes(fitted)));
	await leave(first);

	const second = start();
	const restored = await second.waitFor(isLoaded);
	expect(restored.join('\n')).toContain('u GPU ●');
	expect(scale(restored)).toBe(zoomed);
	second.press('2');
	await second.waitFor('s sort: usable until');
	await leave(second);

	const fresh = start('--fresh');
	const plain = await fresh.waitFor(isLoaded);
	expect(plain.join('\n')).toContain('u GPU ○');
	expect(rowNames(plain)[0]).toBe('serve-chat');
	await leave(fresh);

	const after = start();
	expect((await after.waitFor(isLoaded)).join('\n')).toContain('u GPU ○');
	await leave(after);
});

test('a flag holds for one session, and what is changed in that session stays', async () => {
	const {start} = await account();
	const flagged = start('--blocks', '--available-only');
	expect((await flagged.waitFor(isLoaded)).join('\n')).toContain('a available ●');
	flagged.press('t');
	await flagged.waitFor(/local/);
	await leave(flagged);

	const plain = start();
	const screen = (await plain.waitFor(isLoaded)).join('\n');
	expect(screen).toContain('a available ○');
	expect(screen).toContain('ENDS local');
	await leave(plain);
});

test('--no-cache neither shows nor keeps a snapshot', async () => {
	const {gate, start, folders} = await account();
	const app = start('--no-cache');
	await app.waitFor(isLoaded);
	await leave(app);
	expect(() => readdirSync(folders.XDG_CACHE_HOME)).toThrow('ENOENT');

	const keeping = start();
	await keeping.waitFor(isLoaded);
	await leave(keeping);
	gate.isOpen = false;
	const without = start('--no-cache');
	expect((await without.waitFor(/Reading \d+ regions/)).join('\n')).not.toContain('cached');
	without.press(keys.ctrlC);
	await without.ended;
});

test('a damaged file is not used, an event says so, and the next one takes its place', async () => {
	const {start, folders} = await account();
	const first = start();
	await first.waitFor(isLoaded);
	await leave(first);
	const folder = join(folders.XDG_CACHE_HOME, 'truffle-capacity');
	const path = join(folder, readdirSync(folder)[0] ?? '');
	writeFileSync(path, `${readFileSync(path, 'utf8').slice(0, 3000)}`);

	const second = start();
	second.resize(300, 40);
	await second.waitFor(isLoaded);
	second.press('4');
	await second.waitFor(/snapshot-[0-9a-f]{32}\.jsonl is ignored: it is cut off\./);
	await leave(second);
	expect(readFileSync(path, 'utf8').length).toBeGreaterThan(10_000);

	chmodSync(folder, 0o777);
	const third = start();
	third.resize(300, 40);
	await third.waitFor(isLoaded);
	third.press('4');
	await third.waitFor('can be changed by other users');
	await leave(third);
});

test('the demo keeps nothing and reports read nothing', async () => {
	const {gate, start, folders, env, url} = await account();
	const demo = start('--demo', 'guide');
	await demo.waitFor(isLoaded);
	demo.press('u');
	await demo.waitFor('u GPU ●');
	await leave(demo);
	expect(() => readdirSync(folders.XDG_STATE_HOME)).toThrow('ENOENT');

	const app = start();
	await app.waitFor(isLoaded);
	await leave(app);
	gate.isOpen = false;
	const report = await runCli(['--endpoint-url', url, '-o', 'json', '--timeout', '1s'], {env});
	expect(report.exitCode).toBe(1);
	expect(JSON.parse(report.stdout)).toMatchObject({complete: false, reservations: []});
});

/** The sample account behind a gate, and the app over it; the last test to end closes both. */
async function account() {
	const gate = await openGate(await serveDemo('cluster'));
	const folders = ownFolders();
	const env = {...noCredentials(), ...folders, AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: secret};
	const start = (...flags: readonly string[]) => {
		const args = flags.includes('--demo') ? flags : ['--endpoint-url', gate.url, ...flags];
		return open(process.execPath, [cli, ...args], {env});
	};
	return {gate, folders, env, url: gate.url, start};
}

async function openGate(target: string): Promise<Gate> {
	const {port} = new URL(target);
	const server = createServer((incoming, outgoing) => {
		if (gate.isOpen) {
			const {method, url: path, headers} = incoming;
			const onward = request({host: '127.0.0.1', port, path, method, headers}, (answer) => {
				outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(outgoing);
			});
			incoming.pipe(onward);
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const gate: Gate = {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, isOpen: true};
	return gate;
}

async function leave(app: Terminal): Promise<void> {
	app.press('q');
	expect(await app.ended).toMatchObject({exitCode: 0});
}
