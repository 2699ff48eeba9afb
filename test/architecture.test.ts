import {globSync, readFileSync} from 'node:fs';
import {dirname, normalize} from 'node:path';
import {expect, test} from 'vitest';

type Import = {readonly file: string; readonly from: string; readonly names: readonly string[]};

const files = ['cli.tsx', ...globSync('source/**/*.{ts,tsx}')].filter((file) => !file.endsWith('.d.ts'));
const imports = files.flatMap(importsOf);

/** What a folder of `source` may import beside itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	core: [],
	aws: ['core'],
	store: ['core'],
	format: ['core'],
	demo: ['core'],
	files: ['core'],
	snippets: ['core'],
	report: ['core', 'format', 'snippets'],
	ui: ['core', 'format', 'store', 'snippets'],
	library: ['core', 'aws', 'format', 'snippets'],
	command: ['core', 'aws', 'store', 'format', 'demo', 'files', 'snippets', 'report', 'ui'],
	'index.ts': ['core', 'aws', 'format', 'snippets', 'report', 'library'],
	'cli.tsx': ['command'],
};

test('no folder imports one that is above or beside it', () => {
	const wrong = imports.filter(({file, from}) => {
		const target = from.startsWith('.') ? folderOf(normalize(`${dirname(file)}/${from}`)) : null;
		return target !== null && target !== 'package.json' && target !== folderOf(file) && !(allowed[folderOf(file)] ?? []).includes(target);
	});
	expect(wrong.map(({file, from}) => `${file} imports ${from}`)).toEqual([]);
});

test.each([
	{packages: /^(@aws-sdk|@smithy)\//, folder: 'aws'},
	{packages: /^(react|ink|ink-table|zustand|chalk)$/, folder: 'ui'},
	{packages: /^(zustand\/vanilla|reselect)$/, folder: 'store'},
	{packages: /^meow$/, folder: 'command'},
])('$packages is imported in $folder only', ({packages, folder}) => {
	const elsewhere = imports.filter(({file, from}) => packages.test(from) && folderOf(file) !== folder);
	expect(elsewhere.map(({file, from}) => `${file} imports ${from}`)).toEqual([]);
	expect(imports.some(({from}) => packages.test(from))).toBe(true);
});

test('core imports nothing outside core', () => {
	expect(imports.filter(({file, from}) => folderOf(file) === 'core' && !from.startsWith('.'))).toEqual([]);
});

test('rule 12: writes do not exist: only commands that start with Describe or Get are imported from the SDK', () => {
	const commands = imports
		.filter(({from}) => from.startsWith('@aws-sdk/client-'))
		.flatMap(({names}) => names.filter((name) => name.endsWith('Command')));
	expect(commands.length).toBeGreaterThan(0);
	expect(commands.filter((name) => !/^(Describe|Get)/.test(name))).toEqual([]);
});

test('nothing reads the clock or the process outside of cli.tsx and command', () => {
	const readers = files.filter((file) => {
		const isFree = ['cli.tsx', 'command', 'index.ts', 'library'].includes(folderOf(file));
		return !isFree && /\bprocess\.(env|argv|exit|std)|Date\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8'));
	});
	expect(readers).toEqual([]);
});

function folderOf(path: string): string {
	const [first = '', second = ''] = path.split('/');
	return first === 'source' ? second.replace(/\.js$/, '.ts') : first;
}

function importsOf(file: string): readonly Import[] {
	const text = readFileSync(file, 'utf8');
	const statements = text.matchAll(
		/(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}|[\w*][^'"]*?)\s+from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g,
	);
	return [...statements].map(([, names = '', from, dynamic]) => ({
		file,
		from: from ?? dynamic ?? '',
		names: names.split(',').map(
			(name) =>
				name
					.replace(/^\s*type\s+/, '')
					.trim()
					.split(' ')[0] ?? '',
		),
	}));
}
