import {expect, test} from 'vitest';
import {findReservations} from '../../../source/core/regions/find-reservations.js';
import {type FakeSource, failure, fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {block, reservation} from '../../helpers/reservation.js';

const row = reservation({id: 'cr-0000000a', region: 'us-east-1'});

test('waits for no region that is slow once another has it', async () => {
	const {reservations, snapshot} = await find('cr-0000000a', fakeSource({'us-east-1': [[row]], 'us-west-2': 'hangs'}));
	expect(reservations).toEqual([row]);
	expect(snapshot).toMatchObject({accountId: '123456789012', regions: [{region: 'us-east-1', status: 'ok'}]});
});

test('finds all reservations of a block', async () => {
	const rows = [1, 2, 3].map((place) => block({id: `cr-0000000${place}`, capacityBlockId: place === 3 ? 'cb-2' : 'cb-00000001'}));
	const {reservations} = await find('cb-00000001', fakeSource({'us-east-1': [rows.slice(0, 1), rows.slice(1)]}));
	expect(reservations.map(({id}) => id)).toEqual(['cr-00000001', 'cr-00000002']);
});

test('says what every region answered when none has it', async () => {
	const {reservations, snapshot} = await find(
		'cr-0000000b',
		fakeSource({'us-west-2': failure('denied'), 'us-east-1': [[row]], 'eu-west-1': []}),
	);
	expect(reservations).toEqual([]);
	expect(snapshot.regions.map(({region, status}) => `${region} ${status}`)).toEqual([
		'eu-west-1 empty',
		'us-east-1 ok',
		'us-west-2 denied',
	]);
});

test('waits for the account, which decides whose reservation it is', async () => {
	const source = fakeSource({'us-east-1': [[row]]});
	let answer = (_: string | null) => {};
	const finding = find('cr-0000000a', {
		...source,
		async accountId() {
			return new Promise((resolve) => {
				answer = resolve;
			});
		},
		async *listReservations(region, signal) {
			yield* source.listReservations(region, signal);
			setImmediate(() => answer('210987654321'));
		},
	});
	expect((await finding).snapshot.accountId).toBe('210987654321');
});

test('rejects as the source does, and with the reason of the signal', async () => {
	const source = fakeSource({});
	source.connectError = new Error('No credentials.');
	await expect(find('cr-0000000a', source)).rejects.toThrow('No credentials.');
	const controller = new AbortController();
	const finding = find('cr-0000000b', fakeSource({'us-east-1': 'hangs'}), controller.signal);
	controller.abort(new Error('enough'));
	await expect(finding).rejects.toThrow('enough');
});

async function find(id: string, source: FakeSource, signal = new AbortController().signal) {
	const {clock, timers} = manualClock('2026-11-23T10:13:00Z');
	return findReservations(id, {
		source,
		asked: null,
		directory: null,
		knownTypes: new Map(),
		concurrency: Number.POSITIVE_INFINITY,
		timeoutMs: 30_000,
		clock,
		timers,
		signal,
	});
}
