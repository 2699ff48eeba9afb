import {isUtf8} from 'node:buffer';
import {join} from 'node:path';
import {safeText} from '../core/words/safe-text.js';
import {nodeFiles} from './file-functions.js';
import {fileProblem, isAbsence} from './file-problem.js';
import {checkFolder, sharingProblem, type UserFolder} from './user-folder.js';

/** `none`: there is no such file. `damaged`: there is one that cannot be used; `reason` is a sentence that names it. */
export type Unread = {readonly kind: 'none'} | {readonly kind: 'damaged'; readonly reason: string};

/** A file of the folder; `longest` is in bytes. Never rejects. */
export async function readUserFile(
	folder: UserFolder,
	name: string,
	longest: number,
): Promise<Unread | {readonly kind: 'ok'; readonly bytes: Buffer}> {
	const {path, userId, files = nodeFiles} = folder;
	const target = join(path, name);
	try {
		const check = await checkFolder(folder);
		if (check.kind !== 'own') {
			return check.kind === 'absent' ? {kind: 'none'} : damaged(target, check.problem);
		}

		// Before it is opened: reading a pipe would wait for ever.
		const status = await files.lstat(target);
		const problem = status.isFile() ? sharingProblem(status, userId) : 'is not a regular file';
		if (problem !== null) {
			return damaged(target, `it ${problem}`);
		}

		if (status.size > longest) {
			return damaged(target, `it is larger than ${longest} bytes`);
		}

		const bytes = await files.readFile(target);
		return isUtf8(bytes) ? {kind: 'ok', bytes} : damaged(target, 'it is not text in UTF-8');
	} catch (error) {
		return isAbsence(error) ? {kind: 'none'} : damaged(target, fileProblem(error));
	}
}

export function damaged(path: string, problem: string): Extract<Unread, {readonly kind: 'damaged'}> {
	return {kind: 'damaged', reason: `${safeText(path)} is ignored: ${problem}.`};
}
