import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type ChangedPart, diffReservations, type ReservationChange} from '../../../source/core/events/changes.js';
import {type CapacityEvent, type Happening, numberEvents} from '../../../source/core/events/events.js';
import {foldEvents} from '../../../source/core/events/fold-events.js';
import {reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const at = new Date('2026-11-23T10:13:00Z');
const later = new Date('2026-11-23T10:13:10Z');

function change(what: ChangedPart, from: number, to: number, id = 'cr-a'): Happening {
	return {
		type: 'reservation',
		change: {key: `us-east-1/${id}`, id, kind: 'odcr', region: 'us-east-1', instanceType: 'p5.48xlarge', what, from, to},
	};
}

function newestFirst(...happenings: readonly Happening[]): readonly CapacityEvent[] {
	return numberEvents(happenings, at, 1).toReversed();
}

/** What each line says, newest first. */
function linesOf(events: readonly CapacityEvent[]): readonly string[] {
	const words = ({what, from, to}: ReservationChange) => `${what} ${from} ${to}`;
	return foldEvents(events).map(({event, used}) => {
		const line = event.type === 'reservation' ? `${event.change.id} ${words(event.change)}` : event.type;
		return used === null ? line : `${line}, ${words(used)}`;
	});
}

test('a launch is one line: what it took from free and added to used', () => {
	const changes = diffReservations([reservation({id: 'cr-a'})], [reservation({id: 'cr-a', availableInstanceCount: 0})]);
	expect(linesOf(newestFirst(...changes.map((one): Happening => ({type: 'reservation', change: one}))))).toEqual([
		'cr-a free 1 0, used 3 4',
	]);
});

test('the line has the event of free, so that Enter and the cursor find it', () => {
	const events = newestFirst(change('free', 4, 2), change('used', 0, 2));
	expect(foldEvents(events)).toEqual([{event: events[1], used: events[0]?.type === 'reservation' ? events[0].change : null}]);
});

test('several reservations in one answer are a line each', () => {
	const events = newestFirst(change('free', 4, 2), change('used', 0, 2), change('free', 8, 9, 'cr-b'), change('used', 8, 7, 'cr-b'));
	expect(linesOf(events)).toEqual(['cr-b free 8 9, used 8 7', 'cr-a free 4 2, used 0 2']);
});

test.each<readonly [string, readonly CapacityEvent[], number]>([
	['of two reservations', newestFirst(change('free', 4, 2), change('used', 0, 2, 'cr-b')), 2],
	['of two moments', [...numberEvents([change('used', 0, 2)], later, 2), ...numberEvents([change('free', 4, 2)], at, 1)], 2],
	['of other parts', newestFirst(change('total', 4, 6), change('used', 0, 2)), 2],
	['that stands alone', newestFirst(change('used', 0, 2)), 1],
	['with something between', newestFirst(change('free', 4, 2), {type: 'note', text: 'A note.'}, change('used', 0, 2)), 3],
	['twice', newestFirst(change('free', 4, 2), change('used', 0, 2), change('used', 2, 3)), 2],
])('nothing is folded %s', (_, events, count) => {
	expect(foldEvents(events)).toHaveLength(count);
});

test('whatever changes, no event is lost and none changes its place', () => {
	fc.assert(
		fc.property(reservations, reservations, reservations, (first, second, third) => {
			const told = [diffReservations(first, second), diffReservations(second, third)].map((changes) =>
				changes.map((one): Happening => ({type: 'reservation', change: one})),
			);
			const [older = [], newer = []] = told;
			const events = [...numberEvents(older, at, 1), ...numberEvents(newer, later, older.length + 1)].toReversed();
			const changes = foldEvents(events).flatMap(({event, used}) => [
				...(used === null ? [] : [used]),
				...(event.type === 'reservation' ? [event.change] : []),
			]);
			expect(changes).toEqual(events.map((event) => (event.type === 'reservation' ? event.change : null)));
		}),
	);
});
