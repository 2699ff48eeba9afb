import process from 'node:process';
import {expect, test} from 'vitest';
import {plainState} from '../helpers/terminal.js';
import {cli, isLoaded, open, openApp, rowNames, runCli, written} from './open.js';

const guide = ['--demo', 'guide'];
const names = ['chat-serving', 'notebooks', 'api-canary', 'embeddings', 'api-prod', 'eval-eu', 'finetune', 'chat-serving-eu'];

/** What every terminal of the last forty years knows: attributes and the eight colours. */
const plainStyles = /^(?:(?:\d|2[1-9]|[34][0-79])?(?:;|$))+$/;

test.each([
	{what: 'TERM=xterm', env: {TERM: 'xterm'}, hasColours: true},
	{what: 'TERM=screen', env: {TERM: 'screen'}, hasColours: true},
	{what: 'TERM=tmux-256color', env: {TERM: 'tmux-256color'}, hasColours: true},
	{what: 'TERM=linux', env: {TERM: 'linux'}, hasColours: true},
	{what: 'a TERM that nobody knows', env: {TERM: 'nonesuch'}, hasColours: false},
	{what: 'CI=true', env: {CI: 'true'}, hasColours: false},
	{what: 'FORCE_COLOR=0', env: {FORCE_COLOR: '0'}, hasColours: false},
	{what: 'FORCE_COLOR=3 on a TERM without colours', env: {FORCE_COLOR: '3', TERM: 'nonesuch'}, hasColours: true},
	// Node itself warns of this pair.
	{what: 'NO_COLOR against FORCE_COLOR', env: {NO_COLOR: '1', FORCE_COLOR: '3', NODE_NO_WARNINGS: '1'}, hasColours: false},
	{what: 'an empty NO_COLOR', env: {NO_COLOR: ''}, hasColours: true},
	{what: 'COLUMNS and LINES that are not true', env: {COLUMNS: '300', LINES: '5'}, hasColours: true},
	{what: 'LC_ALL=POSIX over another LANG', env: {LC_ALL: 'POSIX', LANG: 'en_US.UTF-8'}, hasColours: true, isAscii: true},
	{what: 'no locale at all', env: {LANG: ''}, hasColours: true},
])('with $what the app is the same, but for its colours', async ({env, hasColours, isAscii = false}) => {
	const app = await openApp(guide, {env});
	const lines = app.lines();
	expect(rowNames(lines)).toEqual(names);
	expect(lines[0]).toMatch(/^ truffle capacity {3}.*demo guide {3}17 regions .* [●*] live, 30 s to 5 min *$/);
	expect(lines.at(-1)).toMatch(/^ (?:⏎|Enter) details .* \? help {2}q quit *$/);
	expect(/[^\0-~]/.test(lines.join(''))).toBe(!isAscii);
	app.press('q');
	expect(await app.ended).toEqual({exitCode: 0, signal: 0});
	expect(app.state()).toEqual(plainState);
	expect(written(app.lines())).toEqual([expect.stringMatching(/^8 ODCRs: 42 of 128 instances free /)]);
	const colours = [...app.output().matchAll(/\u{1B}\[([\d;]*)m/gu)].map(([, parameters]) => parameters ?? '');
	expect(colours.length > 0).toBe(hasColours);
	expect(colours.filter((parameters) => !plainStyles.test(parameters))).toEqual([]);
});

test.each([
	{what: 'FORCE_COLOR', env: {FORCE_COLOR: '3'}},
	{what: 'CI', env: {CI: 'true'}},
	{what: 'TERM=dumb', env: {TERM: 'dumb'}},
])('$what changes nothing of a report', async ({env}) => {
	const [plain, result] = await Promise.all([runCli(guide), runCli(guide, {env})]);
	expect(result).toEqual(plain);
	expect(result.stdout).not.toContain('\u{1B}');
});

test('a terminal that does not know its size is taken for one of 80x24', async () => {
	const app = open('/bin/sh', ['-c', `stty cols 0 rows 0; exec '${process.execPath}' '${cli}' "$@"`, 'sh', ...guide]);
	const lines = await app.waitFor(isLoaded);
	expect(lines.findLastIndex((line) => line.trim() !== '')).toBe(23);
	expect(lines[23]).toMatch(/q quit {0,2}$/);
	expect(lines[0]).toMatch(/^ truffle .{70,72}$/);
	app.press('q');
	expect(await app.ended).toEqual({exitCode: 0, signal: 0});
});
