import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'rolldown';

type Licence = {readonly name: string; readonly version: string; readonly licence: string; readonly text: string};

/** What is bundled keeps its licence: `fileName` has the texts of all packages of which any code is in the bundle. */
export function thirdPartyLicences(fileName: string): Plugin {
	return {
		name: 'third-party-licences',
		async generateBundle(_, bundle) {
			const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? Object.keys(output.modules) : []));
			const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null));
			const licences = await Promise.all([...folders].toSorted().map(readLicence));
			const source = licences.map(({name, version, licence, text}) => `${name} ${version}, ${licence}\n\n${text}\n`);
			this.emitFile({type: 'asset', fileName, source: source.join(`\n${'-'.repeat(80)}\n\n`)});
		},
	};
}

/** The folder of the package that a module belongs to; `null`: it is our own. */
function packageFolder(module: string): string | null {
	return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? null;
}

async function readLicence(folder: string): Promise<Licence> {
	const {name, version, license = 'licence not named'} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
	const text = file === undefined ? 'The package has no licence file.' : (await readFile(join(folder, file), 'utf8')).trim();
	return {name, version, licence: String(license), text};
}
