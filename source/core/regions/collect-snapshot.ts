import type {AcceleratorFacts} from '../reservations/accelerator.js';
import {linkAbort} from './abort.js';
import {type FanOutEvent, type FanOutOptions, fanOut, withAccelerators} from './fan-out.js';
import {hasAnswered, type RegionResult} from './region-result.js';
import type {CapacitySnapshot} from './snapshot.js';
import type {RegionDirectory} from './source.js';

export type CollectOptions = Omit<FanOutOptions, 'onEvent'> & {
	/** Whether what has come so far will do, so that nothing further is waited for; absent: all is waited for. */
	readonly isEnough?: (soFar: {readonly results: Iterable<RegionResult>; readonly hasAccount: boolean}) => boolean;
	/** Is told of what happens until then, in that order; absent: nobody is. */
	readonly onEvent?: (event: FanOutEvent) => void;
};

/** Asks all regions once and waits for all of them, or until it is enough. Rejects as `fanOut` does. */
export async function collectSnapshot({isEnough = () => false, onEvent = () => {}, ...options}: CollectOptions): Promise<CapacitySnapshot> {
	const results = new Map<string, RegionResult>();
	const facts = new Map(options.knownTypes);
	let directory: RegionDirectory | null = options.directory;
	let accountId: string | null = null;
	let hasAccount = false;
	let isDone = false;
	const run = linkAbort(options.signal);
	try {
		await fanOut({
			...options,
			signal: run.signal,
			onEvent(event) {
				onEvent(event);
				switch (event.type) {
					case 'directory':
						directory = event.directory;
						break;
					case 'account':
						accountId = event.accountId;
						hasAccount = true;
						break;
					case 'answered':
						results.set(event.result.region, event.result);
						break;
					case 'dropped':
						for (const region of event.regions) {
							results.delete(region);
						}

						break;
					case 'accelerators':
						for (const [type, accelerator] of event.facts) {
							facts.set(type, accelerator);
						}

						break;
					case 'asking':
					case 'page':
						return;
				}

				if (isEnough({results: results.values(), hasAccount})) {
					isDone = true;
					run.abort();
				}
			},
		});
	} catch (error) {
		if (!isDone || options.signal.aborted) {
			throw error;
		}
	} finally {
		run.release();
	}

	return {
		generatedAt: options.clock(),
		accountId,
		asked: options.asked,
		regions: [...results.values()].toSorted(byRegion).map((result) => withFacts(result, facts)),
		directory,
	};
}

function withFacts(result: RegionResult, facts: AcceleratorFacts): RegionResult {
	return hasAnswered(result) ? {...result, reservations: withAccelerators(result.reservations, facts)} : result;
}

function byRegion(a: RegionResult, b: RegionResult): number {
	return a.region < b.region ? -1 : 1;
}
