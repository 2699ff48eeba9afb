import {dirname} from 'node:path';
import {safeText} from '../core/words/safe-text.js';
import {nodeFiles} from './file-functions.js';
import {fileProblem, isAbsence} from './file-problem.js';
import {checkFolder, type FolderCheck, type UserFolder} from './user-folder.js';

/** Whether the folder is the user's, and whether files can be kept in it; where it is absent, whether it can be made. Changes nothing. Never rejects. */
export async function examineFolder(folder: UserFolder): Promise<FolderCheck> {
	const check = await checkFolder(folder);
	if (check.kind === 'refused') {
		return check;
	}

	const {files = nodeFiles} = folder;
	for (let path = folder.path; ; path = dirname(path)) {
		try {
			await files.checkWritable(path);
			return check;
		} catch (error) {
			if (!isAbsence(error) || path === dirname(path)) {
				return {kind: 'refused', problem: `${safeText(path)} cannot be written to: ${fileProblem(error)}`};
			}
		}
	}
}
