import fc from 'fast-check';
import type {Accelerator} from '../../source/core/accelerator.js';
import type {CachedSnapshot} from '../../source/core/cached-snapshot.js';
import type {EndDate, Reservation} from '../../source/core/reservation.js';
import {safeText} from '../../source/core/safe-text.js';
import type {RegionDirectory} from '../../source/core/source.js';

const text = fc.string({unit: 'binary', maxLength: 30}).map(safeText);
const name = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '', '7', 'Größe', '"\\'));
const count = fc.oneof(fc.nat(64), fc.maxSafeNat());
const time = fc.date({noInvalidDate: true});
const texts = fc
	.array(fc.tuple(name, text), {maxLength: 4})
	.map((pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs)) as Readonly<Record<string, string>>);

const accelerator: fc.Arbitrary<Accelerator> = fc.record({
	name: orNull(text),
	countPerInstance: orNull(count),
	memoryMib: orNull(count),
});

const endDate: fc.Arbitrary<EndDate> = fc.oneof(
	fc.constantFrom<EndDate>({kind: 'unlimited'}, {kind: 'unknown'}),
	time.map((at) => ({kind: 'limited', at}) as const),
);

/** A reservation with anything in its fields that can be there. */
const reservation: fc.Arbitrary<Omit<Reservation, 'key' | 'region'>> = fc.record({
	kind: fc.constantFrom('odcr', 'block'),
	id: orNull(text),
	arn: orNull(text),
	ownerId: orNull(text),
	availabilityZone: orNull(text),
	availabilityZoneId: orNull(text),
	instanceType: orNull(text),
	instancePlatform: orNull(text),
	tenancy: orNull(text),
	totalInstanceCount: orNull(count),
	availableInstanceCount: orNull(count),
	ebsOptimized: orNull(fc.boolean()),
	ephemeralStorage: orNull(fc.boolean()),
	state: orNull(text),
	startDate: orNull(time),
	endDate,
	createDate: orNull(time),
	instanceMatchCriteria: orNull(text),
	tags: texts,
	outpostArn: orNull(text),
	capacityReservationFleetId: orNull(text),
	placementGroupArn: orNull(text),
	capacityAllocations: fc.array(fc.record({allocationType: orNull(text), count: orNull(count), metadata: texts}), {maxLength: 2}),
	reservationType: orNull(text),
	unusedReservationBillingOwnerId: orNull(text),
	commitment: orNull(
		fc.record({committedInstanceCount: orNull(count), commitmentEndDate: orNull(time), commitmentDurationSeconds: orNull(count)}),
	),
	deliveryPreference: orNull(text),
	capacityBlockId: orNull(text),
	interruptible: orNull(fc.boolean()),
	interruptibleAllocation: orNull(
		fc.record({
			instanceCount: orNull(count),
			targetInstanceCount: orNull(count),
			status: orNull(text),
			interruptibleCapacityReservationId: orNull(text),
			interruptionType: orNull(text),
			zeroSizePreference: orNull(text),
		}),
	),
	interruption: orNull(fc.record({sourceCapacityReservationId: orNull(text), interruptionType: orNull(text)})),
	adjustmentStatus: orNull(text),
	adjustmentDetails: texts,
	originalStartDate: orNull(time),
	zeroSizePreference: orNull(text),
	launchStatus: orNull(text),
	accelerator: orNull(accelerator),
});

const entries = fc.array(fc.record({name: text, isEnabled: fc.boolean()}), {maxLength: 3});
const directory: fc.Arbitrary<RegionDirectory> = fc.oneof(
	entries.map((regions) => ({origin: 'ec2', regions}) as const),
	fc.tuple(entries, text).map(([regions, note]) => ({origin: 'builtin', regions, note}) as const),
);

const regions: fc.Arbitrary<CachedSnapshot['regions']> = fc.uniqueArray(text, {maxLength: 4}).chain((names) =>
	fc.tuple(
		...names.map((region) =>
			fc.record({
				region: fc.constant(region),
				fetchedAt: time,
				reservations: fc
					.array(reservation, {maxLength: 4})
					.map((parts) => parts.map((part, place) => ({...part, region, key: `${region}/#${place}`}))),
			}),
		),
	),
);

/** Any snapshot that an app could have. */
export const snapshots: fc.Arbitrary<CachedSnapshot> = fc.record({
	savedAt: time,
	accountId: orNull(text),
	directory: orNull(directory),
	regions,
	facts: fc.array(fc.tuple(name, orNull(accelerator)), {maxLength: 3}).map((pairs) => new Map(pairs)),
});

function orNull<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
	return fc.option(values, {nil: null});
}
