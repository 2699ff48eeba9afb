import {isRegionSyntax} from '../core/regions/regions.js';
import {checkFormat, DamagedError, type Fields, parseFields} from './fields.js';
import {pruneFolder} from './prune-folder.js';
import {readUserFile} from './read-user-file.js';
import type {UserFolder} from './user-folder.js';
import {type WriteResult, writeAtomically} from './write-atomically.js';

const format = 'truffle-capacity regions';
const version = 1;

/** AWS has some forty. */
const mostRegions = 100;

/** A name has at most some 50 characters. */
const longestBytes = 8 * 1024;

const kept = {files: 20, bytes: 20 * longestBytes};

/** The regions of an identity as they were kept last; `null` when there is no file, or one that cannot be used. Never rejects. */
export async function readRegions(folder: UserFolder, key: string): Promise<readonly string[] | null> {
	const file = await readUserFile(folder, fileName(key), longestBytes);
	if (file.kind !== 'ok') {
		return null;
	}

	try {
		const fields = parseFields(file.bytes.toString('utf8'));
		checkFormat(fields, format, version);
		return regionsIn(fields);
	} catch {
		return null;
	}
}

/** Keeps these, in this order, in the place of those before. Never rejects. */
export async function writeRegions(folder: UserFolder, key: string, regions: readonly string[]): Promise<WriteResult> {
	const name = fileName(key);
	const result = await writeAtomically(folder, name, [`${JSON.stringify({format, version, regions: regions.slice(0, mostRegions)})}\n`]);
	if (result.kind === 'written') {
		await pruneFolder(folder, name, {isOurs: isRegionsName, limits: kept});
	}

	return result;
}

/** A name becomes a part of a host name. */
function regionsIn({regions}: Fields): readonly string[] {
	if (
		Array.isArray(regions) &&
		regions.length > 0 &&
		regions.length <= mostRegions &&
		regions.every((name) => typeof name === 'string' && isRegionSyntax(name))
	) {
		return regions;
	}

	throw new DamagedError('regions is not a list of regions');
}

function fileName(key: string): string {
	return `regions-${key}.json`;
}

function isRegionsName(name: string): boolean {
	return /^regions-[0-9a-f]{32}\.json$/.test(name);
}
