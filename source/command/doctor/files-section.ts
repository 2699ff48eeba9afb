import {safeText} from '../../core/words/safe-text.js';
import {examineFolder} from '../../files/examine-folder.js';
import type {UserFolder} from '../../files/user-folder.js';
import {type Check, ok, type Section, warn} from './check.js';

export type Folders = {readonly cache: UserFolder | null; readonly state: UserFolder | null};

/** Where the app keeps what it saw and how it was left; without them it begins from nothing each time. `folders`: `null` for the demo. */
export async function filesSection(folders: Folders | null): Promise<Section> {
	if (folders === null) {
		return {title: 'Files', checks: [ok('Cache', 'none: the demo keeps nothing'), ok('State', 'none: the demo keeps nothing')]};
	}

	const {cache, state} = folders;
	return {
		title: 'Files',
		checks: [await folderCheck('Cache', cache, 'XDG_CACHE_HOME'), await folderCheck('State', state, 'XDG_STATE_HOME')],
	};
}

async function folderCheck(name: string, folder: UserFolder | null, variable: string): Promise<Check> {
	if (folder === null) {
		return warn(name, 'no place: there is no home directory', `Set ${variable} to an absolute path.`);
	}

	const path = safeText(folder.path);
	const found = await examineFolder(folder);
	switch (found.kind) {
		case 'own':
			return ok(name, path);
		case 'absent':
			return ok(name, `${path} (not there yet)`);
		case 'refused':
			return warn(name, `not used: ${found.problem}`, `Mend that, or set ${variable} to another place.`);
	}
}
