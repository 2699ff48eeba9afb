import type {Reservation} from '../../source/core/reservations/reservation.js';

/** An active p5.48xlarge ODCR of 4, 1 free, of account 123456789012. A test states what differs. */
export function reservation(overrides: Partial<Reservation> = {}): Reservation {
	const id = overrides.id === undefined ? 'cr-0123456789abcdef0' : overrides.id;
	const region = overrides.region ?? 'us-east-1';
	return {
		key: `${region}/${id}`,
		kind: 'odcr',
		region,
		id,
		arn: id === null ? null : `arn:aws:ec2:${region}:123456789012:capacity-reservation/${id}`,
		ownerId: '123456789012',
		availabilityZone: `${region}a`,
		availabilityZoneId: null,
		instanceType: 'p5.48xlarge',
		instancePlatform: 'Linux/UNIX',
		tenancy: 'default',
		totalInstanceCount: 4,
		availableInstanceCount: 1,
		ebsOptimized: false,
		ephemeralStorage: false,
		state: 'active',
		startDate: new Date('2026-11-01T00:00:00Z'),
		endDate: {kind: 'unlimited'},
		createDate: new Date('2026-11-01T00:00:00Z'),
		instanceMatchCriteria: 'targeted',
		tags: {},
		outpostArn: null,
		capacityReservationFleetId: null,
		placementGroupArn: null,
		capacityAllocations: [],
		reservationType: 'default',
		unusedReservationBillingOwnerId: null,
		commitment: null,
		deliveryPreference: null,
		capacityBlockId: null,
		interruptible: null,
		interruptibleAllocation: null,
		interruption: null,
		adjustmentStatus: null,
		adjustmentDetails: {},
		originalStartDate: null,
		zeroSizePreference: null,
		launchStatus: null,
		accelerator: {name: 'H100', countPerInstance: 8, memoryMib: 81_920},
		...overrides,
	};
}

/** A live Capacity Block: 16 p5.48xlarge, Nov 19 11:30 to Nov 26 11:30 UTC, 2026, full. */
export function block(overrides: Partial<Reservation> = {}): Reservation {
	return reservation({
		kind: 'block',
		id: 'cr-0b10c00000000000b',
		capacityBlockId: 'cb-0b10c00000000000b',
		reservationType: 'capacity-block',
		totalInstanceCount: 16,
		availableInstanceCount: 0,
		startDate: new Date('2026-11-19T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-11-26T11:30:00Z')},
		...overrides,
	});
}
