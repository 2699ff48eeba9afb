import {execFile} from 'node:child_process';
import {globSync, readFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';

type Packed = {readonly size: number; readonly bundled: readonly string[]; readonly files: ReadonlyArray<{readonly path: string}>};

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('the package has what it needs and nothing else', async () => {
	const {files} = await pack();
	const paths = files.map(({path}) => path).filter((path) => !/^dist\/(?:chunks|types)\//.test(path));
	expect(paths.toSorted()).toEqual([
		'changelog.md',
		'dist/cli.js',
		'dist/index.js',
		'dist/third-party-licences.txt',
		'dist/truffle.1',
		'license',
		...globSync('media/*.svg').toSorted(),
		'package.json',
		'readme.md',
		'schema/advise-v1.schema.json',
		'schema/capacity-v1.schema.json',
		'schema/check-v1.schema.json',
		'schema/doctor-v1.schema.json',
		'schema/event-v1.schema.json',
		'schema/offerings-v1.schema.json',
		'schema/wait-v1.schema.json',
	]);
	const others = files.map(({path}) => path).filter((path) => !paths.includes(path));
	expect(others.filter((path) => !/^dist\/(?:chunks\/[\w.~-]+\.js|types\/source\/[\w./-]+\.d\.ts)$/.test(path))).toEqual([]);
	expect(others).toContain('dist/types/source/index.d.ts');
});

test('the package shows the pictures of its readme', async () => {
	const {files} = await pack();
	const shown = [...readFileSync('readme.md', 'utf8').matchAll(/\]\((media\/[^)]+)\)/g)].map(([, path]) => path);
	expect(shown.length).toBeGreaterThan(3);
	expect(shown.filter((shownPath) => !files.some(({path}) => path === shownPath))).toEqual([]);
});

test('the package is not larger than 1.5 MB', async () => {
	expect((await pack()).size).toBeLessThanOrEqual(1.5e6);
});

test('nothing is downloaded or run when the package is installed', async () => {
	for (const field of [
		'dependencies',
		'peerDependencies',
		'optionalDependencies',
		'bundleDependencies',
		'bundledDependencies',
		'gypfile',
	]) {
		expect(manifest).not.toHaveProperty(field);
	}

	expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^(?:pre|post)prepare$/.test(name))).toEqual([]);
	const {files, bundled} = await pack();
	expect(bundled).toEqual([]);
	expect(files.filter(({path}) => /(?:^|\/)(?:binding\.gyp|node_modules|\.npmrc)(?:\/|$)|\.node$/.test(path))).toEqual([]);
});

test('what is built imports only itself and Node', () => {
	const built = globSync('dist/**/*.js').map((file) => readFileSync(file, 'utf8'));
	// As the bundler writes them; with a space after the word it stands in a text.
	const names = (form: RegExp) => built.flatMap((text) => [...text.matchAll(form)].map(([, name = '']) => name));
	const isOwn = (name: string) => /^\.{1,2}\//.test(name) || isBuiltin(name);
	const imported = names(/(?<![\w-])(?:from|import)"([^"\s]+)"/g);
	expect(imported.length).toBeGreaterThan(100);
	expect(imported.filter((name) => !isOwn(name))).toEqual([]);
	// kerberos: for proxies that ask for it, if somebody has installed it.
	expect(names(/\bimport\(["'`]([^"'`]+)["'`]\)/g).filter((name) => !isOwn(name))).toEqual(['kerberos']);
	expect(names(/(?<!\[)\brequire\(["'`]([^"'`]+)["'`]\)/g).filter((name) => !isOwn(name))).toEqual([]);
});

test('every bundled package has its licence with it, one that may be passed on', () => {
	const parts = readFileSync('dist/third-party-licences.txt', 'utf8').split(/\n-{80}\n\n/);
	const heads = parts.map((part) => /^(\S+) (\S+), (.+)\n\n([\s\S]*)$/.exec(part));
	expect(parts.filter((_, index) => heads[index] === null)).toEqual([]);
	const packages = heads.flatMap((head) => (head === null ? [] : [{name: head[1], licence: head[3] ?? '', text: head[4] ?? ''}]));
	expect(packages.filter(({licence}) => !/^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)$/.test(licence))).toEqual([]);
	expect(packages.filter(({text}) => text.length < 500 || !/copyright/i.test(text))).toEqual([]);
	const names = packages.map(({name}) => name);
	for (const name of ['@aws-sdk/client-ec2', '@smithy/core', 'ink', 'meow', 'react', 'yoga-layout', 'zustand']) {
		expect(names).toContain(name);
	}

	// Tools that only build and test leave nothing in what they make.
	expect(names.filter((name) => ['typescript', 'rolldown', 'vitest', '@biomejs/biome', 'fast-check'].includes(name ?? ''))).toEqual([]);
});

let packing: Promise<Packed> | null = null;

/** What `npm pack` would put into the package, of what is built. */
async function pack(): Promise<Packed> {
	packing ??= promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline']).then(({stdout}) => {
		const [packed] = JSON.parse(stdout) as readonly Packed[];
		return packed ?? expect.unreachable();
	});
	return packing;
}
