import {existsSync, globSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {allFlags, type FlagKey, spellFlag} from '../source/command/flags.js';
import {waitHelp} from '../source/command/help/wait-help.js';
import {policyOf} from '../source/command/iam-policy/policy.js';
import {keyGroups} from '../source/ui/help/key-groups.js';

const readme = readFileSync('readme.md', 'utf8');

/** How `keyGroups` reads as a table in Markdown. */
function keysTable(): string {
	const rows = keyGroups().flatMap(({title, entries}) =>
		entries.map(
			({key, does}, index) =>
				`| ${index === 0 ? title : ''} | ${key
					.split(' ')
					.map((one) => `\`${one}\``)
					.join(' ')} | ${does} |`,
		),
	);
	return ['| | Key | Does |', '|---|---|---|', ...rows].join('\n');
}

test('the readme lists the keys of the keymap', () => {
	expect(between('<!-- keys -->\n', '\n<!-- /keys -->')).toBe(keysTable());
});

test('the example of the readme is the one that is compiled', () => {
	expect(between('```ts\n', '```')).toBe(readFileSync('test/examples/check-capacity.ts', 'utf8'));
});

test('the readme names the exit codes of wait that its help names', () => {
	const codesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, code]) => code);
	const helped = codesIn(waitHelp.slice(waitHelp.indexOf('Exit codes'), waitHelp.indexOf('Examples')), /^ {2}(\d+) {2}/gm);
	expect(codesIn(between('| `wait` ends with |', '\n\n'), /^\| (\d+) \|/gm)).toEqual(helped);
});

test('the policy of the readme is the one that truffle iam-policy prints', () => {
	const [, text = ''] = /## Permissions\n[\s\S]*?```json\n([\s\S]*?)```/.exec(readme) ?? [];
	expect(JSON.parse(text)).toEqual(policyOf({regions: null, deniesWrites: false}));
});

test('every flag that the readme names exists', () => {
	const known = new Set([...Object.keys(allFlags).map((key) => spellFlag(key as FlagKey)), '--help']);
	// Lines of the AWS CLI have flags of their own.
	const ours = readme.replaceAll(/^ *(?:\d+ +)?aws .*$/gm, '');
	const named = [...ours.matchAll(/(?<=[ `])--[a-z-]+/g)].map(([flag]) => flag).filter((flag) => flag !== '--global');
	expect(named.filter((flag) => !known.has(flag))).toEqual([]);
});

test.each(['readme.md', 'contributing.md', 'security.md', 'changelog.md'])('every file that %s links to is there', (file) => {
	const linked = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
	expect(linked.filter((path) => !existsSync(path))).toEqual([]);
});

test('security.md names every call that the program can make', () => {
	const calls = globSync('source/aws/**/*.ts').flatMap((path) => [
		...readFileSync(path, 'utf8').matchAll(/new ((?:Describe|Get)\w+)Command\(/g),
	]);
	const named = [...readFileSync('security.md', 'utf8').matchAll(/^\| `(?:ec2|sts|pricing):(\w+)` /gm)].map(([, call]) => call);
	expect(new Set(named)).toEqual(new Set(calls.map(([, call]) => call)));
});

function between(start: string, end: string): string {
	const from = readme.indexOf(start) + start.length;
	return readme.slice(from, readme.indexOf(end, from));
}
