import {describe, expect, test} from 'vitest';
import {UnknownRegionError} from '../../../source/core/errors.js';
import {largestOf} from '../../../source/core/offerings/largest.js';
import {createPaceKeeper} from '../../../source/core/offerings/pace-keeper.js';
import {paceWords} from '../../../source/core/offerings/pace-words.js';
import type {OfferingRequest} from '../../../source/core/offerings/request.js';
import {
	type OfferingsSearch,
	type SearchEvent,
	type SearchOptions,
	searchOfferings,
} from '../../../source/core/offerings/search-offerings.js';
import {createCallTaker} from '../../../source/demo/call-limit.js';
import {offeringLimit} from '../../../source/demo/offering-limit.js';
import {type FakeOfferings, type FakeOfferingsSource, fakeOfferings, offers} from '../../helpers/fake-offerings.js';
import {type FakeSource, fakeSource} from '../../helpers/fake-source.js';
import {type ManualClock, manualClock} from '../../helpers/manual-clock.js';
import {offering} from '../../helpers/offering.js';

const fiveRegions = ['ap-northeast-1', 'eu-north-1', 'us-east-1', 'us-east-2', 'us-west-2'];

const request: OfferingRequest = {
	subject: {kind: 'instances', instanceType: 'p5.48xlarge', count: 32},
	hours: 168,
	startAfter: null,
	endBy: null,
	regions: null,
};

type World = {
	readonly source: FakeSource & FakeOfferingsSource;
	readonly time: ManualClock;
	readonly events: SearchEvent[];
	readonly controller: AbortController;
	readonly options: SearchOptions;
	/** Runs a search to its end, moving the clock on where it waits. */
	search(differs?: Partial<SearchOptions>): Promise<Searched>;
};

type Searched = Extract<OfferingsSearch, {readonly kind: 'searched'}>;

function world(answers: Readonly<Record<string, FakeOfferings>>): World {
	const time = manualClock();
	const controller = new AbortController();
	const events: SearchEvent[] = [];
	const reservations = fakeSource(Object.fromEntries(Object.keys(answers).map((region) => [region, []])));
	const source = Object.assign(reservations, fakeOfferings(answers));
	const options: SearchOptions = {
		source,
		request,
		sort: 'price',
		findsLargest: false,
		directory: null,
		keeper: createPaceKeeper(time),
		timeoutMs: 30_000,
		clock: time.clock,
		timers: time.timers,
		signal: controller.signal,
		onEvent: (event) => void events.push(event),
	};
	return {
		source,
		time,
		events,
		controller,
		options,
		async search(differs = {}) {
			let search: OfferingsSearch | null = null;
			const running = searchOfferings({...options, ...differs}).then((found) => {
				search = found;
			});
			for (let second = 0; search === null && second < 1000; second++) {
				await time.advance(1000);
			}

			await running;
			return asSearched(search);
		},
	};
}

function asSearched(search: OfferingsSearch | null): Searched {
	if (search?.kind !== 'searched') {
		throw new Error('AWS was not asked.');
	}

	return search;
}

describe('a search', () => {
	test('asks every enabled region once and merges what they sell, cheapest first', async () => {
		const dear = offering({region: 'us-east-1', id: 'cb-1'});
		const cheap = offering({region: 'us-west-2', id: 'cb-2', upfrontFee: {text: '9.00', amount: 9}});
		const {source, search, events} = world({'us-east-1': offers(dear), 'us-west-2': offers(cheap), 'eu-west-1': offers()});
		const {merged, notes, largest, results} = await search();
		expect(merged).toEqual({
			offerings: [cheap, dear],
			answered: ['eu-west-1', 'us-east-1', 'us-west-2'],
			ineligible: [],
			unread: [],
			notEnabled: [],
			isComplete: true,
		});
		expect([notes, largest]).toEqual([[], null]);
		expect(source.searches.map(({region}) => region).toSorted()).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
		expect(source.searches[0]?.call).toEqual({
			instanceType: 'p5.48xlarge',
			instanceCount: 32,
			ultraserverType: null,
			ultraserverCount: null,
			capacityDurationHours: 168,
			startDateRange: null,
			endDateRange: null,
		});
		expect(events.flatMap((event) => (event.type === 'answered' ? [event.result] : []))).toEqual(expect.arrayContaining([...results]));
	});

	test('does not ask AWS for what it never sells', async () => {
		const {source, options} = world({'us-east-1': offers()});
		const subject = {kind: 'instances', instanceType: 'p5.48xlarge', count: 65} as const;
		const search = await searchOfferings({...options, request: {...request, subject}});
		expect(search).toMatchObject({kind: 'not-asked', plan: {kind: 'never'}});
		expect(source.searches).toEqual([]);
	});

	test('spares a region that does not list the type, and takes accelerators from those that do', async () => {
		const {source, search} = world({'us-east-1': offers(offering({accelerator: null})), 'eu-west-1': offers()});
		const h100 = {name: 'H100', countPerInstance: 8, memoryMib: 81_920};
		source.blockTypes.set('us-east-1', new Map([['p5.48xlarge', h100]]));
		source.blockTypes.set('eu-west-1', new Map([['p4d.24xlarge', null]]));
		const {merged, blockTypes} = await search();
		expect(merged.ineligible).toEqual(['eu-west-1']);
		expect(merged.offerings.map(({accelerator}) => accelerator)).toEqual([h100]);
		expect(blockTypes).toEqual(['p4d.24xlarge', 'p5.48xlarge']);
		expect(source.searches.map(({region}) => region)).toEqual(['us-east-1']);
	});

	test('asks a region that was named, whatever it lists', async () => {
		const {source, search} = world({'us-east-1': offers(), 'eu-west-1': offers(offering({region: 'eu-west-1'}))});
		source.blockTypes.set('eu-west-1', new Map());
		const {merged} = await search({request: {...request, regions: ['eu-west-1']}});
		expect(merged.offerings).toHaveLength(1);
		expect(source.searches.map(({region}) => region)).toEqual(['eu-west-1']);
	});

	test('rejects a region that EC2 does not list', async () => {
		const {options} = world({'us-east-1': offers()});
		await expect(searchOfferings({...options, request: {...request, regions: ['us-east-9']}})).rejects.toBeInstanceOf(UnknownRegionError);
	});

	test('a region that fails, refuses or never answers is that region’s own result', async () => {
		const {source, search} = world({
			'us-east-1': offers(offering()),
			'us-east-2': {kind: 'refused', refusal: 'needs_enablement', message: 'Not authorized.'},
			'us-west-2': async () => new Promise(() => {}),
		});
		source.answers.set('eu-west-1', []);
		const {merged, results} = await search();
		expect(results.map(({region, status}) => `${region} ${status}`).toSorted()).toEqual([
			'eu-west-1 failed',
			'us-east-1 ok',
			'us-east-2 needs_enablement',
			'us-west-2 timeout',
		]);
		expect(merged.isComplete).toBe(false);
		expect(merged.unread.map(({region}) => region)).toEqual(['eu-west-1', 'us-east-2', 'us-west-2']);
	});

	test('stops with the reason of its signal', async () => {
		const {options, controller, time} = world({'us-east-1': async () => new Promise(() => {})});
		const search = searchOfferings(options);
		const outcome = expect(search).rejects.toThrow('Enough.');
		await time.advance(1000);
		controller.abort(new Error('Enough.'));
		await outcome;
		expect(time.pending()).toBe(0);
	});
});

describe('the pace over five regions', () => {
	/** Every region’s own bucket, as AWS keeps it; counts what it refuses. */
	function limitedWorld(answer: FakeOfferings = offers()) {
		const take = createCallTaker();
		const refused: string[] = [];
		const made = world(
			Object.fromEntries(
				fiveRegions.map((region) => [
					region,
					async (call, paced) => {
						if (!take(region, offeringLimit, made.time.clock())) {
							refused.push(region);
						}

						return typeof answer === 'function' ? answer(call, paced) : answer;
					},
				]),
			),
		);
		return {...made, refused};
	}

	test('is never exceeded by searches one after another, and goes at full speed', async () => {
		const {search, source, refused, time} = limitedWorld();
		const start = time.clock().getTime();
		for (let count = 0; count < 4; count++) {
			await search({findsLargest: true, request: {...request, subject: {...request.subject, count: 64}}});
		}

		expect(refused).toEqual([]);
		// Four times 64, 32, 16, 8, 4, 2 and 1 in five regions.
		expect(source.searches).toHaveLength(4 * 7 * 5);
		const seconds = (time.clock().getTime() - start) / 1000;
		// 28 calls a region, of which ten may be at once.
		expect(seconds).toBeGreaterThanOrEqual(18 / 0.15);
		expect(seconds).toBeLessThan(18 / 0.15 + 8);
	});

	test('shows how far it is and how long it takes', async () => {
		const {search, events, options} = limitedWorld();
		for (const region of fiveRegions.flatMap((name) => Array.from({length: 10}, () => name))) {
			await options.keeper.takeTurn(region, options.signal);
		}

		await search();
		const said = events.flatMap((event) => (event.type === 'progress' ? [paceWords(event.progress)] : []));
		const reason = 'left (AWS takes one search per 6.7 s and region after the first 10)';
		expect([...new Set(said)]).toEqual([
			...[7, 6, 5, 4, 3, 2, 1].map((seconds) => `0 of 5 regions asked, ${seconds} s ${reason}`),
			'0 of 5 regions asked',
			'1 of 5 regions asked',
			'2 of 5 regions asked',
			'3 of 5 regions asked',
			'4 of 5 regions asked',
			'5 of 5 regions asked',
		]);
	});

	test('a region that asks to wait is asked again after a minute, and no more than once', async () => {
		let calls = 0;
		const {search, source, events, time} = world({
			'us-east-1': () => (++calls === 1 ? {kind: 'refused', refusal: 'limited', message: 'Too many.'} : offers(offering())),
			'us-west-2': {kind: 'refused', refusal: 'limited', message: 'Too many.'},
		});
		const start = time.clock().getTime();
		const {merged} = await search();
		expect(merged.offerings).toHaveLength(1);
		expect(merged.unread).toEqual([{region: 'us-west-2', status: 'limited', message: 'Too many.'}]);
		expect(source.searches).toHaveLength(4);
		expect(time.clock().getTime() - start).toBeGreaterThanOrEqual(60_000);
		const said = events.flatMap((event) => (event.type === 'progress' ? [paceWords(event.progress)] : []));
		expect(said.find((words) => words.includes('us-east-1, us-west-2 told us'))).toBe(
			'0 of 2 regions asked, 1 min left (AWS takes one search per 6.7 s and region after the first 10); us-east-1, us-west-2 told us to wait a minute',
		);
	});

	test('pages that are more than one take turns, which their deadline does not count', async () => {
		const {search, refused, time} = limitedWorld(async (_, {nextTurn}) => {
			for (let page = 1; page < 20; page++) {
				await nextTurn();
			}

			return offers();
		});
		const start = time.clock().getTime();
		const {merged} = await search();
		expect([refused, merged.isComplete]).toEqual([[], true]);
		expect(time.clock().getTime() - start).toBeGreaterThan(60_000);
	});
});

describe('the largest count', () => {
	test('is found by halving, in the regions that answered', async () => {
		const upTo =
			(most: number): FakeOfferings =>
			({instanceCount}) =>
				(instanceCount ?? 0) <= most ? offers(offering({instanceCount, id: `cb-${most}`})) : offers();
		const {search, source} = world({
			'us-east-1': upTo(12),
			'us-west-2': upTo(5),
			'eu-west-1': {kind: 'refused', refusal: 'ineligible', message: 'No.'},
		});
		const {largest} = await search({findsLargest: true});
		expect(largest === null ? null : largestOf(largest)).toMatchObject({kind: 'found', count: 12, isCertain: true});
		const asked = source.searches.map(({region, call}) => `${region} ${call.instanceCount}`);
		expect(asked.filter((text) => text.startsWith('us-east-1'))).toEqual([32, 16, 8, 12, 14, 13].map((count) => `us-east-1 ${count}`));
		expect(asked.filter((text) => text.startsWith('eu-west-1'))).toEqual(['eu-west-1 32']);
	});

	test('is not certain where a region could not tell', async () => {
		const {search, source} = world({'us-east-1': offers()});
		source.answers.set('us-west-2', []);
		const {largest} = await search({findsLargest: true});
		expect(largest === null ? null : largestOf(largest)).toEqual({kind: 'none', isCertain: false});
	});

	test('is not looked for when something is sold, or nobody asked', async () => {
		const {search, source} = world({'us-east-1': offers()});
		expect((await search()).largest).toBeNull();
		source.offered.set('us-east-1', offers(offering()));
		expect((await search({findsLargest: true})).largest).toBeNull();
		expect(source.searches).toHaveLength(2);
	});
});
