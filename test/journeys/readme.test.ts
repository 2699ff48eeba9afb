import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {expect, test} from 'vitest';
import {bareEnv, cli} from './open.js';

/** A line after `$`, and what the readme says that it prints. */
type Example = {readonly line: string; readonly prints: string};

const examples = [...readFileSync('readme.md', 'utf8').matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) =>
	examplesOf(text),
);

/** Examples stand apart by a blank line. */
function examplesOf(block: string): readonly Example[] {
	return block
		.split(/^\$ /m)
		.slice(1)
		.map((part) => {
			const [line = '', ...rest] = part.trimEnd().split('\n');
			return {line, prints: rest.join('\n')};
		});
}

test('the readme has examples with what they print', () => {
	expect(examples.length).toBeGreaterThan(2);
});

test.each(examples)('$line prints what the readme says', ({line, prints}) => {
	const truffle = `truffle() { '${process.execPath}' '${cli}' "$@"; }`;
	const {stdout} = spawnSync('bash', ['--norc', '--noprofile', '-c', `${truffle}\n${line}`], {env: bareEnv(), encoding: 'utf8'});
	expect(stdout.trimEnd()).toBe(prints);
});
