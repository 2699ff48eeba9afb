import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'rolldown';

type Licence = {
	readonly name: string;
	readonly version: string;
	/** Its SPDX id. */
	readonly licence: string;
	readonly author: string;
	/** `null`: the package brings none. */
	readonly text: string | null;
};

/** What is bundled keeps its licence: `fileName` has the texts of all packages of which any code is in the bundle. Fails for one without. */
export function thirdPartyLicences(fileName: string): Plugin {
	return {
		name: 'third-party-licences',
		async generateBundle(_, bundle) {
			const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? Object.keys(output.modules) : []));
			const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null));
			const licences = await Promise.all([...folders].toSorted().map(readLicence));
			const own = await readFile('license', 'utf8');
			const source = licences.map((each) => {
				const {name, version, licence, text} = each;
				return `${name} ${version}, ${licence}\n\n${text ?? standardText(each, licences, own)}\n`;
			});
			this.emitFile({type: 'asset', fileName, source: source.join(`\n${'-'.repeat(80)}\n\n`)});
		},
	};
}

/** The folder of the package that a module belongs to; `null`: it is our own. */
function packageFolder(module: string): string | null {
	return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? null;
}

async function readLicence(folder: string): Promise<Licence> {
	const {
		name,
		version,
		license = 'licence not named',
		author = 'its authors',
	} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const entries = await readdir(folder);
	const read = async (file: string) => (await readFile(join(folder, file), 'utf8')).trim();
	const file = entries.find((entry) => /^(licen[cs]e|copying)/i.test(entry));
	// What a package says of code that it has from elsewhere.
	const notices = await Promise.all(entries.filter((entry) => /^notice(\.|$)/i.test(entry)).map(read));
	const text = file === undefined ? null : [await read(file), ...notices].join('\n\n');
	return {name, version, licence: String(license), author: typeof author === 'string' ? author : author.name, text};
}

/** For a package that names its licence but brings no text: the licence's own words, which are the same for all. `own`: this project's, MIT. */
function standardText({name, licence, author}: Licence, licences: readonly Licence[], own: string): string {
	const text =
		licence === 'MIT'
			? own.trim().replace(/^Copyright .*$/m, `Copyright (c) ${author}`)
			: licences.find((other) => other.licence === licence && other.author === author && other.text !== null)?.text;
	if (!text) {
		throw new Error(`${name} (${licence}) has no licence text.`);
	}

	return `The package names its licence and brings no text of it; this is the text.\n\n${text}`;
}
