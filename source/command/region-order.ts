import {readIdentity} from '../aws/identity.js';
import {type AnswerOrder, createAnswerOrder, isWorthKeeping} from '../core/regions/answer-order.js';
import type {CollectOptions} from '../core/regions/collect-snapshot.js';
import {cacheKey} from '../files/cache-key.js';
import {readRegions, writeRegions} from '../files/region-cache.js';
import {userFolders} from './app/user-folders.js';
import type {SessionOptions} from './session-options.js';

/**
The regions of these settings' account, the slowest first, from one run to the next: asked in this order, and ahead of DescribeRegions,
the farthest ones hold up a report the least.
*/
export type RegionOrder = {
	/** For the reading of all regions. */
	readonly reading: () => Pick<CollectOptions, 'askFirst' | 'onEvent'>;
	/** Leaves to the next run what the reading has told, where it makes a difference. Nothing is said of a full disk. Never rejects. */
	readonly keep: () => Promise<void>;
};

type OrderOptions = Pick<SessionOptions, 'profile' | 'endpointUrl' | 'regions' | 'usesCache'>;

/** What the last run left; `null`: nothing is to be remembered. Never rejects. */
export async function readRegionOrder(options: OrderOptions, env: NodeJS.ProcessEnv): Promise<RegionOrder | null> {
	const folder = options.usesCache ? userFolders(env).cache : null;
	const key = folder === null ? null : await keyOf(options, env);
	if (folder === null || key === null) {
		return null;
	}

	const known = await readRegions(folder, key);
	let answers: AnswerOrder | null = null;
	return {
		reading() {
			// Some regions tell nothing of the others.
			if (options.regions !== null) {
				return {askFirst: known};
			}

			answers = createAnswerOrder();
			return {askFirst: known, onEvent: answers.onEvent};
		},

		async keep() {
			const order = answers?.slowestFirst() ?? null;
			if (order !== null && isWorthKeeping(order, known)) {
				await writeRegions(folder, key, order);
			}
		},
	};
}

/** `null`: the settings are wrong, which the first request will say. */
async function keyOf({profile, endpointUrl, regions}: OrderOptions, env: NodeJS.ProcessEnv): Promise<string | null> {
	try {
		return cacheKey(await readIdentity({profile, endpointUrl, asked: regions}, env));
	} catch {
		return null;
	}
}
