import {describe, expect, test} from 'vitest';
import type {ExtensionOffering} from '../../source/core/offerings/extension-offering.js';
import {selectOfferedSpans, selectOfferings} from '../../source/store/offerings-selectors.js';
import {fakeOfferings, offers} from '../helpers/fake-offerings.js';
import {fakeSource} from '../helpers/fake-source.js';
import {offering} from '../helpers/offering.js';
import {openStore} from '../helpers/open-store.js';
import {block} from '../helpers/reservation.js';

const dear = offering({id: 'cb-1', startDate: new Date('2026-11-25T11:30:00Z')});
const cheap = offering({id: 'cb-2', region: 'us-west-2', upfrontFee: {text: '9.00', amount: 9}});

/** A store whose regions sell something; `searches` are those that came. */
async function open() {
	const offerings = fakeOfferings({'us-east-1': offers(dear), 'us-west-2': offers(cheap)});
	const source = Object.assign(fakeSource({'us-east-1': [[block()]], 'us-west-2': []}), offerings);
	const opened = await openStore({source});
	return {...opened, source, state: () => opened.store.getState()};
}

describe('a search for offerings', () => {
	test('is made only when asked for', async () => {
		const {source, time, state} = await open();
		state().showPane('offerings');
		await time.advance(3_600_000);
		expect(source.searches).toEqual([]);
		expect(state().looking).toEqual({status: 'never'});
	});

	test('asks what the form says, in the regions that are marked, and is sorted as wanted', async () => {
		const {source, time, state} = await open();
		state().editForm('count');
		state().typeForm('32');
		void state().searchOfferings(false);
		expect(state()).toMatchObject({pane: 'offerings', formField: null, looking: {status: 'searching'}});
		await time.advance(1000);
		expect(state().looking).toMatchObject({status: 'searched', asked: {request: {regions: null, hours: 168}}});
		expect(source.searches.map(({call}) => call.instanceCount)).toEqual([32, 32]);
		expect(selectOfferings(state()).map(({id}) => id)).toEqual(['cb-2', 'cb-1']);
		state().stepOfferingSort();
		expect(selectOfferings(state()).map(({id}) => id)).toEqual(['cb-1', 'cb-2']);
		expect(selectOfferedSpans(state()).map(({offering: {id}}) => id)).toEqual(['cb-1', 'cb-2']);
	});

	test('says what is wrong with the form, and asks nobody', async () => {
		const {source, time, state} = await open();
		state().editForm('type');
		state().typeForm('p5');
		void state().searchOfferings(false);
		await time.advance(1000);
		expect(state()).toMatchObject({
			formField: 'type',
			formProblem: {field: 'type', because: expect.stringContaining('Write one type like')},
		});
		expect(source.searches).toEqual([]);
	});

	test('shows what has come while other regions are still asked, and can be ended', async () => {
		const {source, time, state} = await open();
		source.offered.set('us-east-1', async () => new Promise(() => {}));
		void state().searchOfferings(false);
		await time.advance(1000);
		expect(selectOfferings(state()).map(({id}) => id)).toEqual(['cb-2']);
		expect(state().looking).toMatchObject({status: 'searching', progress: {asked: 1, all: 2}});
		state().goBack();
		expect(state()).toMatchObject({looking: {status: 'never'}, notice: {text: 'The search was ended.'}});
	});

	test('that is ended leaves what the one before it found, with the cursor where it was', async () => {
		const {source, time, state} = await open();
		void state().searchOfferings(false);
		await time.advance(1000);
		state().moveCursor(1, 10);
		const {looking, cursors} = state();
		source.offered.set('us-east-1', async () => new Promise(() => {}));
		// The second one is overtaken by the third.
		void state().searchOfferings(false);
		await time.advance(1000);
		void state().searchOfferings(true);
		await time.advance(1000);
		expect(state().looking.status).toBe('searching');
		state().goBack();
		expect(state()).toMatchObject({looking, cursors, notice: {text: 'The search was ended: this is what the one before it came to.'}});
		expect(selectOfferings(state()).map(({id}) => id)).toEqual(['cb-2', 'cb-1']);
	});

	test('is not changed by a form that is left', async () => {
		const {state} = await open();
		const {form} = state();
		state().editForm('count');
		state().typeForm('999');
		state().editForm('days');
		state().typeForm('1');
		void state().searchOfferings(false);
		expect(state()).toMatchObject({form: {count: '999', days: '1'}, formProblem: {field: 'count'}});
		state().leaveForm();
		expect(state()).toMatchObject({form, formField: null, formProblem: null, formBefore: null});
	});

	test('is overtaken by a newer one, and ends with the store', async () => {
		const {source, time, state} = await open();
		source.offered.set('us-east-1', async () => new Promise(() => {}));
		void state().searchOfferings(false);
		await time.advance(100);
		source.offered.set('us-east-1', offers(dear));
		void state().searchOfferings(false);
		await time.advance(1000);
		expect(state().looking).toMatchObject({status: 'searched'});
		void state().searchOfferings(false);
		state().stop();
		expect([state().looking.status, time.pending()]).toEqual(['searched', 0]);
	});

	test('keeps to the pace of AWS over all searches of a session', async () => {
		const {source, time, state} = await open();
		for (let search = 0; search < 11; search++) {
			void state().searchOfferings(false);
			await time.advance(100);
		}

		expect(source.searches).toHaveLength(20);
		expect(state().looking).toMatchObject({status: 'searching', progress: {asked: 0, all: 2}});
		await time.advance(7000);
		expect(source.searches).toHaveLength(22);
		expect(state().looking).toMatchObject({status: 'searched'});
	});

	test('says why it failed as a whole', async () => {
		const {source, time, state} = await open();
		source.connectError = new Error('No way.');
		void state().searchOfferings(false);
		await time.advance(100);
		expect(state().looking).toMatchObject({status: 'failed', error: {message: expect.stringContaining('No way.')}});
	});
});

describe('more time for a block', () => {
	test('is looked for from its row', async () => {
		const {source, time, state} = await open();
		const id = 'cr-0b10c00000000000b';
		const extension: ExtensionOffering = {...offering({id: 'cbe-1'}), reservationId: id, blockStartDate: null};
		source.extensions.set(id, {kind: 'offered', offerings: [extension]});
		state().showPane('blocks');
		void state().searchExtensions();
		await time.advance(100);
		expect(source.extended).toEqual([{capacityReservationId: id, capacityBlockExtensionDurationHours: 168}]);
		expect(state()).toMatchObject({pane: 'offerings', looking: {status: 'extended'}});
		expect(selectOfferings(state()).map(({id: found}) => found)).toEqual(['cbe-1']);
	});

	test('needs a block', async () => {
		const {source, state} = await open();
		await state().searchExtensions();
		expect(state().notice?.text).toBe('Only a Capacity Block can be extended.');
		expect(source.extended).toEqual([]);
	});
});
