import fc from 'fast-check';
import {reservationStates} from '../../source/core/reservations/lifecycle.js';
import type {EndDate, Reservation, ReservationKind} from '../../source/core/reservations/reservation.js';
import {safeText} from '../../source/core/words/safe-text.js';
import {reservation} from '../helpers/reservation.js';

function orNull<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
	return fc.option(values, {nil: null});
}

const count = orNull(fc.nat(64));
const instant = fc.date({min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true});

/** A reservation of any kind and state, of few types and zones so that many are alike, with any of its numbers unknown. */
const anyReservation: fc.Arbitrary<Omit<Partial<Reservation>, 'key'>> = fc.record({
	kind: fc.constantFrom<ReservationKind>('odcr', 'block'),
	id: orNull(fc.constantFrom('cr-0a', 'cr-0b', 'cr-0123456789abcdef0', 'cr-0123456789abcdef1', 'cr-other')),
	region: fc.constantFrom('us-east-1', 'us-west-2'),
	availabilityZone: orNull(fc.constantFrom('us-east-1a', 'us-west-2b')),
	instanceType: orNull(fc.constantFrom('p5.4xlarge', 'p5.48xlarge', 'g6.xlarge', 'm7i.metal-24xl')),
	state: orNull(fc.constantFrom<string>(...reservationStates, 'hibernating')),
	totalInstanceCount: count,
	availableInstanceCount: count,
	capacityAllocations: fc.array(fc.record({allocationType: fc.constantFrom('used', 'future'), count, metadata: fc.constant({})}), {
		maxLength: 2,
	}),
	startDate: orNull(instant),
	endDate: fc.oneof<fc.Arbitrary<EndDate>[]>(
		fc.constant({kind: 'unlimited'} as const),
		fc.constant({kind: 'unknown'} as const),
		instant.map((at) => ({kind: 'limited', at}) as const),
	),
	accelerator: orNull(fc.constant({name: 'H100', countPerInstance: 8, memoryMib: 81_920})),
	ownerId: orNull(fc.constantFrom('123456789012', '210987654321')),
	tags: fc.constantFrom<Reservation['tags']>({}, {Name: 'train-2'}, {Name: 'train-10'}),
});

/** Up to 30 reservations with keys of their own. */
export const reservations: fc.Arbitrary<readonly Reservation[]> = fc
	.array(anyReservation, {maxLength: 30})
	.map((parts) => parts.map((part, place) => reservation({...part, key: `key-${String(place).padStart(2, '0')}`})));

/** Of fast-check's own units, the one for all of Unicode takes seconds to build. */
const anyCharacter = fc.integer({min: 0, max: 0x10_ff_ff}).map((code) => String.fromCodePoint(code));

/** What AWS, or somebody who may write tags, could call things; made safe as on ingest. */
export const anyWord: fc.Arbitrary<string> = fc
	.oneof(
		fc.string({unit: 'grapheme', maxLength: 40}),
		fc.string({unit: anyCharacter, maxLength: 40}),
		fc.constantFrom(
			'日本語のキャパシティ予約',
			'👩‍👩‍👧'.repeat(20),
			'x'.repeat(1024),
			'\u001B[2J\u001B]52;c;eA==\u0007',
			'a\r\nb\tc',
			'\u202Eevil',
			'',
		),
	)
	.map(safeText);

const hostileParts = fc.record({
	instanceType: orNull(anyWord),
	availabilityZone: orNull(anyWord),
	availabilityZoneId: orNull(anyWord),
	state: fc.oneof(orNull(anyWord), fc.constantFrom('active', 'scheduled', 'payment-pending', 'cancelling')),
	id: orNull(anyWord),
	arn: orNull(anyWord),
	ownerId: orNull(anyWord),
	instancePlatform: orNull(anyWord),
	instanceMatchCriteria: orNull(anyWord),
	capacityBlockId: orNull(anyWord),
	tags: fc.dictionary(anyWord, anyWord, {maxKeys: 3}),
	interruptible: fc.boolean(),
	accelerator: orNull(anyWord).map((name) => ({name, countPerInstance: 8, memoryMib: null})),
});

/** As `reservations`, the texts of some of them hostile. */
export const hostileReservations: fc.Arbitrary<readonly Reservation[]> = fc
	.tuple(reservations, fc.array(hostileParts, {maxLength: 30}))
	.map(([rows, parts]) => rows.map((row, index) => ({...row, ...(parts[index] ?? {})})));
