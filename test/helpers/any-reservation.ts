import fc from 'fast-check';
import type {Accelerator} from '../../source/core/reservations/accelerator.js';
import {reservationStates} from '../../source/core/reservations/lifecycle.js';
import type {EndDate, Reservation} from '../../source/core/reservations/reservation.js';
import {safeText} from '../../source/core/words/safe-text.js';

export function orNull<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
	return fc.option(values, {nil: null});
}

/** What is outside the range that a time of AWS can have. */
export const anyTime = fc.date({noInvalidDate: true});

/** The times that come through `normalise`, with some at its edges and some near now. */
export const knownTime = fc.oneof(
	fc.date({min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true}),
	fc.date({min: new Date('2026-11-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true}),
	fc.constantFrom(
		...['1970-01-01T00:00:00Z', '2000-02-29T23:59:59Z', '2099-12-31T23:59:59Z', '2100-03-01T00:00:00Z', '9999-12-31T23:59:59Z'].map(
			(text) => new Date(text),
		),
	),
);

/** Any text that comes through `normalise`, some of it what a spreadsheet, a table or another format would take for more. */
export const anyText = fc.oneof(
	{weight: 4, arbitrary: fc.string({unit: 'binary', maxLength: 30}).map(safeText)},
	fc.constantFrom('=1+1', '+1', '-2+3', '@SUM(A1)', '＝1', "'", '"', 'a,b', '"q", r', ' ', '<<', 'no', '1e5', '2026-11-23', '- x: y', '#'),
);

export const anyCount = fc.oneof(fc.nat(64), fc.maxSafeNat());

/** A record without a prototype, of tags or of details. */
export const anyTexts = fc
	.array(fc.tuple(fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', '', '7', 'Größe', '"\\')), anyText), {maxLength: 4})
	.map((pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs)) as Readonly<Record<string, string>>);

export const anyAccelerator: fc.Arbitrary<Accelerator> = fc.record({
	name: orNull(anyText),
	countPerInstance: orNull(anyCount),
	memoryMib: orNull(anyCount),
});

/** A reservation with anything in its fields that can be there; of its states and types some are AWS's. */
export function anyReservation(time: fc.Arbitrary<Date> = knownTime): fc.Arbitrary<Omit<Reservation, 'key' | 'region'>> {
	const endDate: fc.Arbitrary<EndDate> = fc.oneof(
		fc.constantFrom<EndDate>({kind: 'unlimited'}, {kind: 'unknown'}),
		time.map((at) => ({kind: 'limited', at}) as const),
	);
	return fc.record({
		kind: fc.constantFrom('odcr', 'block'),
		id: orNull(anyText),
		arn: orNull(anyText),
		ownerId: orNull(anyText),
		availabilityZone: orNull(anyText),
		availabilityZoneId: orNull(anyText),
		instanceType: orNull(fc.oneof(anyText, fc.constantFrom('p5.48xlarge', 'p6e-gb200.36xlarge', 'm7i.large'))),
		instancePlatform: orNull(anyText),
		tenancy: orNull(anyText),
		totalInstanceCount: orNull(anyCount),
		availableInstanceCount: orNull(anyCount),
		ebsOptimized: orNull(fc.boolean()),
		ephemeralStorage: orNull(fc.boolean()),
		state: orNull(fc.oneof(anyText, fc.constantFrom<string>(...reservationStates))),
		startDate: orNull(time),
		endDate,
		createDate: orNull(time),
		instanceMatchCriteria: orNull(anyText),
		tags: anyTexts,
		outpostArn: orNull(anyText),
		capacityReservationFleetId: orNull(anyText),
		placementGroupArn: orNull(anyText),
		capacityAllocations: fc.array(
			fc.record({
				allocationType: orNull(fc.oneof(anyText, fc.constantFrom('used', 'future'))),
				count: orNull(anyCount),
				metadata: anyTexts,
			}),
			{maxLength: 2},
		),
		reservationType: orNull(anyText),
		unusedReservationBillingOwnerId: orNull(anyText),
		commitment: orNull(
			fc.record({committedInstanceCount: orNull(anyCount), commitmentEndDate: orNull(time), commitmentDurationSeconds: orNull(anyCount)}),
		),
		deliveryPreference: orNull(anyText),
		capacityBlockId: orNull(anyText),
		interruptible: orNull(fc.boolean()),
		interruptibleAllocation: orNull(
			fc.record({
				instanceCount: orNull(anyCount),
				targetInstanceCount: orNull(anyCount),
				status: orNull(anyText),
				interruptibleCapacityReservationId: orNull(anyText),
				interruptionType: orNull(anyText),
				zeroSizePreference: orNull(anyText),
			}),
		),
		interruption: orNull(fc.record({sourceCapacityReservationId: orNull(anyText), interruptionType: orNull(anyText)})),
		adjustmentStatus: orNull(anyText),
		adjustmentDetails: anyTexts,
		originalStartDate: orNull(time),
		zeroSizePreference: orNull(anyText),
		launchStatus: orNull(anyText),
		accelerator: orNull(anyAccelerator),
	});
}

/** Reservations of a region, with keys of their own. */
export function anyReservationsIn(region: string, maxLength = 6, time = knownTime): fc.Arbitrary<readonly Reservation[]> {
	return fc
		.array(anyReservation(time), {maxLength})
		.map((parts) => parts.map((part, place) => ({...part, region, key: `${region}/#${place}`})));
}
