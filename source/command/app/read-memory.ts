import type {CachedSnapshot} from '../../core/regions/cached-snapshot.js';
import {cacheKey} from '../../files/cache-key.js';
import {readSnapshot} from '../../files/snapshot-cache.js';
import type {UserFolder} from '../../files/user-folder.js';
import {readViewState} from '../../files/view-state.js';
import {panes} from '../../store/view-slice.js';
import type {CapacityCommandOptions} from '../capacity-options.js';
import {userFolders} from './user-folders.js';
import {firstView, type View} from './view.js';

/** What earlier sessions left, and where this one leaves the same. */
export type Memory = {
	readonly snapshot: CachedSnapshot | null;
	readonly view: View;
	/** What the file of the view says, `null` when it has to be replaced whatever becomes of the view. */
	readonly viewOnDisk: View | null;
	/** Why something of it is not used, sentences. */
	readonly problems: readonly string[];
	/** Names these settings; `null`: they are wrong, or the demo's. */
	readonly key: string | null;
	/** `null`: no snapshot is to be kept. */
	readonly cache: {readonly folder: UserFolder; readonly key: string} | null;
	/** `null`: no view is to be kept. */
	readonly state: UserFolder | null;
};

type MemoryOptions = Pick<CapacityCommandOptions, 'demo' | 'profile' | 'endpointUrl' | 'regions' | 'usesCache' | 'isFresh'>;

const nothing: Memory = {snapshot: null, view: firstView, viewOnDisk: firstView, problems: [], key: null, cache: null, state: null};

/** Reads the last snapshot of these settings and the last view. The demo has no memory. Never rejects. */
export async function readMemory(options: MemoryOptions, env: NodeJS.ProcessEnv): Promise<Memory> {
	if (options.demo !== null) {
		return nothing;
	}

	const folders = userFolders(env);
	const key = await keyOf(options, env);
	const cache = folders.cache === null || key === null || !options.usesCache ? null : {folder: folders.cache, key};
	const [snapshot, view] = await Promise.all([
		cache === null ? null : readSnapshot(cache.folder, cache.key),
		folders.state === null ? null : readViewState(folders.state, panes),
	]);
	return {
		snapshot: snapshot?.kind === 'ok' ? snapshot.snapshot : null,
		view: view?.kind === 'ok' && !options.isFresh ? view.view : firstView,
		viewOnDisk: view?.kind === 'ok' ? view.view : view?.kind === 'damaged' ? null : firstView,
		problems: [snapshot, view].flatMap((reading) => (reading?.kind === 'damaged' ? [reading.reason] : [])),
		key,
		cache,
		state: folders.state,
	};
}

/** `null`: the settings are wrong, which the first refresh will say. */
async function keyOf({profile, endpointUrl, regions}: MemoryOptions, env: NodeJS.ProcessEnv): Promise<string | null> {
	const {readIdentity} = await import('../../aws/identity.js');
	try {
		return cacheKey(await readIdentity({profile, endpointUrl, asked: regions}, env));
	} catch {
		return null;
	}
}
