import {expect, test} from 'vitest';
import {createPaceKeeper} from '../../../source/core/offerings/pace-keeper.js';
import type {OfferingRequest} from '../../../source/core/offerings/request.js';
import {type SearchEvent, searchOfferings} from '../../../source/core/offerings/search-offerings.js';
import {openEndpoint} from '../../demo/open-endpoint.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {sourceAt} from '../local-ec2.js';

const regions = ['ap-northeast-1', 'eu-north-1', 'us-east-1', 'us-east-2', 'us-west-2'];

/** No such count is in any of the regions, so that every search takes six calls a region: 64, 32, 48, 56, 60 and 62 or the like. */
const request: OfferingRequest = {
	subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: 64},
	hours: 28 * 24,
	startAfter: null,
	endBy: null,
	regions,
};

test('searches over five regions never run into the limit of the embedded endpoint, and show how far they are', async () => {
	const time = manualClock();
	const endpoint = await openEndpoint('market', {clock: time.clock});
	using source = sourceAt(endpoint.url);
	let inFlight = 0;
	const statuses: string[] = [];
	const said: SearchEvent[] = [];
	const keeper = createPaceKeeper(time);
	const start = time.clock().getTime();
	let isDone = false;

	async function searchThrice(): Promise<void> {
		for (let count = 0; count < 3; count++) {
			const search = await searchOfferings({
				source: {
					...source,
					alwaysEnabledRegions: [],
					// The clock must not run while an answer is on its way.
					async findOfferings(region, call, paced) {
						inFlight++;
						try {
							const answer = await source.findOfferings(region, call, paced);
							statuses.push(answer.kind === 'offered' ? 'offered' : answer.refusal);
							return answer;
						} finally {
							inFlight--;
						}
					},
				},
				request,
				sort: 'price',
				findsLargest: true,
				directory: {origin: 'ec2', regions: regions.map((name) => ({name, isEnabled: true}))},
				keeper,
				timeoutMs: 3_600_000,
				clock: time.clock,
				timers: time.timers,
				signal: new AbortController().signal,
				onEvent: (event) => void said.push(event),
			});
			expect(search).toMatchObject({kind: 'searched', merged: {offerings: [], isComplete: true}, largest: {low: 16, hasGaps: false}});
		}

		isDone = true;
	}

	const searches = searchThrice();
	searches.catch(() => {
		isDone = true;
	});
	while (!isDone) {
		await time.advance(inFlight === 0 ? 250 : 0);
	}

	await searches;
	const calls = statuses.length / regions.length;
	expect(new Set(statuses)).toEqual(new Set(['offered']));
	expect(calls).toBeGreaterThan(15);
	expect((time.clock().getTime() - start) / 1000).toBeGreaterThanOrEqual((calls - 10) / 0.15);
	const left = said.flatMap((event) => (event.type === 'progress' ? [Math.ceil(event.progress.leftMs / 1000)] : []));
	expect(Math.max(...left)).toBeGreaterThan(30);
	expect(left.at(-1)).toBe(0);
});
