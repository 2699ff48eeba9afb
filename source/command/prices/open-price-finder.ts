import {noPrices} from '../../core/cost/price.js';
import type {FindPrices, PriceKeeper} from '../../core/cost/price-finder.js';
import {createPriceFinder} from '../../core/cost/price-finder.js';
import type {UserFolder} from '../../files/user-folder.js';
import {userFolders} from '../app/user-folders.js';
import type {CapacityCommandOptions} from '../capacity-options.js';
import type {Session} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';

type FinderOptions = Pick<CapacityCommandOptions, 'demo' | 'profile' | 'endpointUrl' | 'regions' | 'usesCache'>;

/** What finds the prices of a session. Nothing is loaded, read or asked before there is something to price. */
export function openPriceFinder(options: FinderOptions, session: Session, ports: ProcessPorts, limitMs: number): FindPrices {
	let opening: Promise<FindPrices> | null = null;

	async function open(): Promise<FindPrices> {
		const keeper = await keeperFor(options, ports.env);
		return createPriceFinder({
			listPrices: async (...question) => (await session.openSource()).listPrices(...question),
			keeper,
			clock: ports.clock,
			timers: ports.timers,
			limitMs,
		});
	}

	return async (places, signal) => {
		if (places.length === 0) {
			return noPrices;
		}

		opening ??= open();
		return (await opening)(places, signal);
	};
}

/** Only AWS's own prices are kept, since they are the same for everybody. `null`: nothing is. */
async function keeperFor(options: FinderOptions, env: NodeJS.ProcessEnv): Promise<PriceKeeper | null> {
	const {cache} = userFolders(env);
	return cache === null || options.demo !== null || !options.usesCache || !(await isAskingAws(options, env)) ? null : keeperIn(cache);
}

async function isAskingAws({profile, endpointUrl, regions}: FinderOptions, env: NodeJS.ProcessEnv): Promise<boolean> {
	const {readPriceListPlace} = await import('../../aws/pricing/price-list-place.js');
	try {
		return (await readPriceListPlace({profile, endpointUrl, asked: regions}, env))?.url === null;
	} catch {
		// Wrong settings keep the source from being opened, too.
		return false;
	}
}

async function keeperIn(folder: UserFolder): Promise<PriceKeeper> {
	const {readPrices, writePrices} = await import('../../files/price-cache.js');
	return {
		read: async () => readPrices(folder),
		async write(prices) {
			// A full disk is told of the snapshot already, and the next report asks again.
			await writePrices(folder, prices);
		},
	};
}
