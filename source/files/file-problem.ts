import {safeText} from '../core/words/safe-text.js';

const wordsByCode: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EROFS: 'the file system is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	ENOTDIR: 'a part of the path is not a directory',
	EISDIR: 'there is a directory of that name',
	ENAMETOOLONG: 'the path is too long',
	ELOOP: 'the path has too many symbolic links',
	EIO: 'the disk has an error',
	EMFILE: 'too many files are open',
	ENFILE: 'too many files are open',
	ESTALE: 'the network file system has lost the file',
};

/** Why a file function failed, in words that can follow a colon. */
export function fileProblem(error: unknown): string {
	const code = codeOf(error);
	const words = code === null ? undefined : wordsByCode[code];
	return words === undefined ? safeText(error instanceof Error ? error.message : String(error)) : `${words} (${code})`;
}

/** Nothing is there: neither the file nor, it may be, a directory on the way to it. */
export function isAbsence(error: unknown): boolean {
	return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

export function codeOf(error: unknown): string | null {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
