import {safeText} from '../core/words/safe-text.js';
import {type FileFunctions, type FileStatus, nodeFiles} from './file-functions.js';
import {fileProblem, isAbsence} from './file-problem.js';

/** A directory of truffle's own, for one user. */
export type UserFolder = {
	/** Absolute; it need not exist. */
	readonly path: string;
	/** The user's numeric id; `null` where there are none, then owners are not compared. */
	readonly userId: number | null;
	/** Those of node by default. */
	readonly files?: FileFunctions;
};

export type FolderCheck = {readonly kind: 'own'} | {readonly kind: 'absent'} | {readonly kind: 'refused'; readonly problem: string};

const writableByOthers = 0o022;

/**
Whether only the user can change what is in the folder. If not, nothing is read or written there: with `XDG_CACHE_HOME=/tmp`
anybody could have made it first.

The folder itself must be a directory, not a link to one; the directories above may be links, as a home on another disk is.
*/
export async function checkFolder({path, userId, files = nodeFiles}: UserFolder): Promise<FolderCheck> {
	try {
		const status = await files.lstat(path);
		if (!status.isDirectory()) {
			return refuse(path, status.isSymbolicLink() ? 'is a symbolic link, not a directory' : 'is not a directory');
		}

		const problem = sharingProblem(status, userId);
		return problem === null ? {kind: 'own'} : refuse(path, problem);
	} catch (error) {
		return isAbsence(error) ? {kind: 'absent'} : refuse(path, `cannot be looked at: ${fileProblem(error)}`);
	}
}

/** How a file or directory is in the hands of others, `null` when it is not. */
export function sharingProblem(status: FileStatus, userId: number | null): string | null {
	if (userId !== null && status.uid !== userId) {
		return `belongs to another user (id ${status.uid})`;
	}

	return (status.mode & writableByOthers) === 0 ? null : 'can be changed by other users (chmod go-w ends that)';
}

function refuse(path: string, problem: string): FolderCheck {
	return {kind: 'refused', problem: `${safeText(path)} ${problem}`};
}
