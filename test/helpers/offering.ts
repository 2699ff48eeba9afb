import type {Offering} from '../../source/core/offerings/offering.js';
import {parseFee} from '../../source/core/offerings/offering.js';

/** 32 p5.48xlarge for exactly 7 days from Dec 1 2026, for 215,040.0000 USD: 40 for an instance-hour, 5 for a GPU-hour. A test states what differs. */
export function offering(overrides: Partial<Offering> = {}): Offering {
	const id = overrides.id === undefined ? 'cbo-0123456789abcdef0' : overrides.id;
	const region = overrides.region ?? 'us-east-1';
	return {
		key: `${region}/${id}`,
		id,
		region,
		availabilityZone: `${region}a`,
		zoneType: 'availability-zone',
		instanceType: 'p5.48xlarge',
		instanceCount: 32,
		ultraserverType: null,
		ultraserverCount: null,
		startDate: new Date('2026-12-01T11:30:00Z'),
		endDate: new Date('2026-12-08T11:30:00Z'),
		durationHours: 168,
		upfrontFee: parseFee('215040.0000'),
		currencyCode: 'USD',
		tenancy: 'default',
		accelerator: {name: 'H100', countPerInstance: 8, memoryMib: 81_920},
		...overrides,
	};
}
