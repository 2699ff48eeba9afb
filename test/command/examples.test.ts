import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {readHelp} from '../../source/command/help/read-help.js';
import {helpText} from '../../source/command/help-text.js';
import {commandNames} from '../../source/command/parse-argv.js';
import {isScenarioName, scenarioNames} from '../../source/demo/scenario-names.js';
import {parseOptions} from '../helpers/parse-options.js';

const scenarios = {isScenario: isScenarioName, names: scenarioNames, defaultName: 'cluster'};

test.each(commandNames)('every example in the help of %s is understood', (name) => {
	const [examples] = readHelp(helpText(name)).flatMap((part) =>
		part.kind === 'verbatim' && part.title === 'Examples' ? [part.lines] : [],
	);
	const text = (examples ?? []).join('\n');
	const calls = callsIn(text);
	expect(calls.length).toBe(text.match(/(?<=^ *|[ (])truffle (?=\S)/gm)?.filter(Boolean).length);
	expect(calls.length).toBeGreaterThan(0);
	expect(calls.map(whyNot).filter((reason) => reason !== null)).toEqual([]);
});

describe('the readme', () => {
	const blocks = [...readFileSync('readme.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, text = '']) => text);
	test.each(blocks.filter((text) => /^[^#\n]*\btruffle /m.test(text)))('%s', (text) => {
		const lines = text.split('\n').filter((line) => !line.startsWith('npm '));
		const calls = callsIn(lines.join('\n'));
		expect(calls.map(whyNot).filter((reason) => reason !== null)).toEqual([]);
	});
});

/** What a shell hands to truffle, call by call; nothing else that stands there is run. */
function callsIn(script: string): readonly (readonly string[])[] {
	const home = mkdtempSync(join(tmpdir(), 'truffle-'));
	onTestFinished(() => rmSync(home, {recursive: true, force: true}));
	mkdirSync(join(home, '.config/fish/completions'), {recursive: true});
	const functions = `truffle() { printf '%s\\0' "$@" >&3; printf '\\n\\0' >&3; }
for other in aws jq sbatch kubectl source head cat; do eval "$other() { for word; do [ -r \\"\\$word\\" ] && read -r < \\"\\$word\\"; done; true; }"; done`;
	const calls = execFileSync('bash', ['--norc', '--noprofile', '-c', `exec 3>&1\n${functions}\n${script}\nwait`], {
		encoding: 'utf8',
		cwd: home,
		env: {PATH: process.env['PATH'] ?? '', HOME: home},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	return calls
		.split('\n\0')
		.slice(0, -1)
		.map((words) => words.split('\0').slice(0, -1));
}

/** Why the command line refuses it; `null`: it does not. */
function whyNot(argv: readonly string[]): string | null {
	try {
		parseOptions(argv, {name: 'truffle-capacity', version: '1.2.3'}, scenarios);
		return null;
	} catch (error) {
		return `${argv.join(' ')}: ${error instanceof Error ? error.message : error}`;
	}
}
