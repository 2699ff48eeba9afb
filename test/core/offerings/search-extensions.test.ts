import {expect, test} from 'vitest';
import {createPaceKeeper} from '../../../source/core/offerings/pace-keeper.js';
import {type ExtensionOptions, searchExtensions} from '../../../source/core/offerings/search-extensions.js';
import {fakeOfferings} from '../../helpers/fake-offerings.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {offering} from '../../helpers/offering.js';
import {block} from '../../helpers/reservation.js';

function extending(differs: Partial<ExtensionOptions> = {}) {
	const {clock, stopwatch, timers} = manualClock();
	const source = fakeOfferings({});
	const keeper = createPaceKeeper({stopwatch, timers});
	const {signal} = new AbortController();
	return {source, options: {source, block: block(), hours: 160, keeper, timeoutMs: 30_000, clock, timers, signal, ...differs}};
}

test('a block is extended by the length that AWS sells, with the block’s own accelerators', async () => {
	const {source, options} = extending();
	const id = 'cr-0b10c00000000000b';
	const found = {...offering({id: 'cbe-1', accelerator: null}), reservationId: id, blockStartDate: null};
	source.extensions.set(id, {kind: 'offered', offerings: [found]});
	expect(await searchExtensions(options)).toEqual({
		kind: 'searched',
		block: options.block,
		plan: expect.objectContaining({kind: 'ask', notes: [expect.stringContaining('becomes 7 d')]}),
		generatedAt: new Date('2026-11-23T10:13:00Z'),
		result: {
			region: 'us-east-1',
			status: 'ok',
			offerings: [{...found, accelerator: options.block.accelerator}],
			fetchedAt: new Date('2026-11-23T10:13:00Z'),
		},
	});
	expect(source.extended).toEqual([{capacityReservationId: id, capacityBlockExtensionDurationHours: 168}]);
});

test('AWS is not asked about a block that it does not extend', async () => {
	const {source, options} = extending({block: block({state: 'expired'})});
	expect(await searchExtensions(options)).toMatchObject({kind: 'not-asked', plan: {kind: 'never'}});
	expect(source.extended).toEqual([]);
});

test('what the region does not tell is its result', async () => {
	const {source, options} = extending();
	source.extensions.set('cr-0b10c00000000000b', {kind: 'refused', refusal: 'needs_enablement', message: 'No.'});
	expect(await searchExtensions(options)).toMatchObject({result: {region: 'us-east-1', status: 'needs_enablement', message: 'No.'}});
});
