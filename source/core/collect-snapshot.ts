import type {AcceleratorFacts} from './accelerator.js';
import {type FanOutOptions, fanOut, withAccelerators} from './fan-out.js';
import {hasAnswered, type RegionResult} from './region-result.js';
import type {CapacitySnapshot} from './snapshot.js';
import type {RegionDirectory} from './source.js';

/** Asks all regions once and waits for all of them. Rejects as `fanOut` does. */
export async function collectSnapshot(options: Omit<FanOutOptions, 'onEvent'>): Promise<CapacitySnapshot> {
	const results = new Map<string, RegionResult>();
	const facts = new Map(options.knownTypes);
	let directory: RegionDirectory | null = options.directory;
	let accountId: string | null = null;
	await fanOut({
		...options,
		onEvent(event) {
			switch (event.type) {
				case 'directory':
					directory = event.directory;
					break;
				case 'account':
					accountId = event.accountId;
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
					break;
			}
		},
	});
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
