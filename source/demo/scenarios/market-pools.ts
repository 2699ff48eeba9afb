import type {Booking, Pool} from '../market.js';
import {stepCount} from '../step-count.js';

const p5 = 31.464;
const p5InStockholm = 33.352;
const p5InTokyo = 35.4;
const p5en = 41.612;
const b200 = 74.88;

/**
What AWS sells in the scenario `market`, in five regions.

Of p5.48xlarge, 32 for a week are in us-west-2 at once. That changes: a minute after the epoch others book the next week there,
after two minutes 32 in eu-north-1 are free from 7 December, after three us-west-2 is dearer, after four what ap-northeast-1 had
is gone until 24 December. 64 for ten days are in us-west-2 from 21 December; 32 for four weeks are nowhere, but 16 are.
trn2.48xlarge is sold in us-east-2, and none is left.
*/
export function marketPools(epoch: Date): readonly Pool[] {
	const after = (seconds: number): Date => new Date(epoch.getTime() + seconds * 1000);
	return [
		{
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-east-1a',
			size: 48,
			rate: p5,
			bookings: [
				booking(32, '2026-11-16', '2026-12-14'),
				booking(44, '2026-12-14', '2026-12-24'),
				booking(32, '2026-12-24', '2027-01-15'),
				booking(40, '2027-02-01', '2027-07-31'),
			],
		},
		{instanceType: 'p5.48xlarge', availabilityZone: 'us-east-1-atl-2a', size: 8, rate: p5},
		{
			instanceType: 'p5.4xlarge',
			availabilityZone: 'us-east-1b',
			size: 12,
			rate: 3.933,
			bookings: [booking(12, '2026-11-20', '2026-11-26')],
		},
		{
			instanceType: 'p6-b200.48xlarge',
			availabilityZone: 'us-east-1b',
			size: 16,
			rate: b200,
			bookings: [booking(8, '2026-11-10', '2027-02-09')],
		},
		{instanceType: 'p4d.24xlarge', availabilityZone: 'us-east-1c', size: 8, rate: 11.8},
		{
			instanceType: 'trn1.32xlarge',
			availabilityZone: 'us-east-1c',
			size: 48,
			rate: 9.532,
			bookings: [booking(16, '2026-11-23', '2026-12-21')],
		},
		{
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-east-2a',
			size: 8,
			rate: p5,
			bookings: [booking(4, '2026-11-22', '2026-11-29')],
		},
		{
			instanceType: 'p5en.48xlarge',
			availabilityZone: 'us-east-2a',
			size: 24,
			rate: p5en,
			bookings: [booking(12, '2026-11-02', '2027-02-01')],
		},
		{
			instanceType: 'p6-b200.48xlarge',
			availabilityZone: 'us-east-2b',
			size: 8,
			rate: b200,
			bookings: [booking(8, '2026-11-01', '2026-12-30')],
		},
		{instanceType: 'trn2.48xlarge', availabilityZone: 'us-east-2c', size: 0, rate: 35.7608},
		{
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-west-2b',
			size: 64,
			rate: stepCount(epoch, p5, [[180, 33.037]]),
			bookings: [
				booking(24, '2026-11-09', '2026-12-21'),
				{...booking(16, '2026-11-24', '2026-12-01'), booked: after(60)},
				booking(40, '2026-12-14', '2026-12-21'),
				booking(48, '2027-01-10', '2027-03-07'),
			],
		},
		{
			instanceType: 'p5e.48xlarge',
			availabilityZone: 'us-west-2a',
			size: 16,
			rate: 39.8,
			bookings: [booking(16, '2026-11-23', '2026-11-30')],
		},
		{instanceType: 'p6-b300.48xlarge', availabilityZone: 'us-west-2c', size: 4, rate: 93.6},
		{instanceType: 'p4de.24xlarge', availabilityZone: 'us-west-2c', size: 8, rate: 14.752},
		{
			instanceType: 'p5.48xlarge',
			availabilityZone: 'eu-north-1a',
			size: 32,
			rate: p5InStockholm,
			bookings: [
				booking(32, '2026-11-16', '2026-12-07'),
				{...booking(32, '2026-12-07', '2026-12-21'), dropped: after(120)},
				booking(20, '2026-12-21', '2027-03-01'),
			],
		},
		{
			instanceType: 'p5.48xlarge',
			availabilityZone: 'ap-northeast-1a',
			size: 16,
			rate: p5InTokyo,
			bookings: [{...booking(16, '2026-11-24', '2026-12-24'), booked: after(240)}],
		},
		{
			instanceType: 'p5.4xlarge',
			availabilityZone: 'ap-northeast-1d',
			size: 4,
			rate: 4.425,
		},
	];
}

/** From and until 11:30 UTC of two days. */
function booking(count: number, from: string, until: string): Booking {
	return {count, start: new Date(`${from}T11:30:00Z`), end: new Date(`${until}T11:30:00Z`)};
}
