import {homedir} from 'node:os';
import process from 'node:process';
import type {UserFolder} from '../../files/user-folder.js';
import {userDirectories} from '../../files/xdg.js';

/** Where the app keeps its files for this user; `null` where there is no place for them. */
export function userFolders(env: NodeJS.ProcessEnv): {readonly cache: UserFolder | null; readonly state: UserFolder | null} {
	const {cache, state} = userDirectories({env, home: homeOf()});
	const userId = process.getuid?.() ?? null;
	const folderAt = (path: string | null) => (path === null ? null : {path, userId});
	return {cache: folderAt(cache), state: folderAt(state)};
}

/** Throws for a user id without an account, as containers have it. */
function homeOf(): string | null {
	try {
		return homedir();
	} catch {
		return null;
	}
}
