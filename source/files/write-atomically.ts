import {join} from 'node:path';
import {safeText} from '../core/words/safe-text.js';
import {type FileFunctions, nodeFiles} from './file-functions.js';
import {codeOf, fileProblem} from './file-problem.js';
import {checkFolder, type UserFolder} from './user-folder.js';

/** `reason` is a sentence that names the file. */
export type WriteResult = {readonly kind: 'written'} | {readonly kind: 'failed'; readonly reason: string};

const folderMode = 0o700;
const fileMode = 0o600;

/**
Writes a file of the folder as a whole or not at all: a reader sees the old one or the new one, also when several write.

Makes the folder when it is not there. A file that is a symbolic link is replaced, not followed. Never rejects.
*/
export async function writeAtomically(folder: UserFolder, name: string, pieces: readonly string[]): Promise<WriteResult> {
	const {path, files = nodeFiles} = folder;
	const target = join(path, name);
	try {
		await files.mkdir(path, folderMode);
		const check = await checkFolder(folder);
		if (check.kind !== 'own') {
			return writeFailure(target, check.kind === 'refused' ? check.problem : 'its directory was removed');
		}

		const temporary = join(path, await temporaryName(name));
		await replace(files, temporary, target, pieces);
		return {kind: 'written'};
	} catch (error) {
		return writeFailure(target, fileProblem(error));
	}
}

export function writeFailure(path: string, problem: string): WriteResult {
	return {kind: 'failed', reason: `${safeText(path)} was not written: ${problem}.`};
}

/** Whether a file is one that was to become one of `name`'s kind, left behind by a process that was killed. */
export function isTemporaryName(name: string): boolean {
	return /^\..+\.[0-9a-f]{16}\.tmp$/.test(name);
}

async function temporaryName(name: string): Promise<string> {
	// It takes long to load, and the first frame waits for no write.
	const {randomBytes} = await import('node:crypto');
	return `.${name}.${randomBytes(8).toString('hex')}.tmp`;
}

async function replace(files: FileFunctions, temporary: string, target: string, pieces: readonly string[]): Promise<void> {
	try {
		await files.writeNewFile(temporary, pieces, fileMode);
		await files.rename(temporary, target);
	} catch (error) {
		// What has the name already is not ours.
		if (codeOf(error) !== 'EEXIST') {
			await files.unlink(temporary).catch(() => {});
		}

		throw error;
	}
}
