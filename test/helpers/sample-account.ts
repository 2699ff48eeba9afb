import type {Accelerator} from '../../source/core/reservations/accelerator.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {requestedQuantityTag} from '../../source/core/reservations/usage.js';
import {type FakeAnswer, type FakeSource, failure, fakeSource} from './fake-source.js';
import {block, reservation} from './reservation.js';

/** The account that the drawn screens show, at 2026-11-23T10:13:00Z: 12 ODCRs, 5 Capacity Blocks and 4 ended ones in 17 regions, one of them denied. */
export function sampleAccount(): FakeSource {
	return fakeSource(sampleAnswers());
}

export function sampleAnswers(): Record<string, FakeAnswer> {
	const rows = [...sampleOdcrs(), ...sampleBlocks(), ...endedBlocks()];
	return Object.fromEntries(
		sampleRegions.map((region): [string, FakeAnswer] => [
			region,
			region === 'sa-east-1' ? failure('denied', deniedMessage) : [rows.filter((row) => row.region === region)],
		]),
	);
}

export const deniedMessage =
	"explicit deny in a service control policy for ec2:DescribeCapacityReservations. Ask the organisation's admin, or leave the region out with space.";

/** The regions that are enabled in every account. */
export const sampleRegions = [
	'ap-northeast-1',
	'ap-northeast-2',
	'ap-northeast-3',
	'ap-south-1',
	'ap-southeast-1',
	'ap-southeast-2',
	'ca-central-1',
	'eu-central-1',
	'eu-north-1',
	'eu-west-1',
	'eu-west-2',
	'eu-west-3',
	'sa-east-1',
	'us-east-1',
	'us-east-2',
	'us-west-1',
	'us-west-2',
] as const;

export function sampleOdcrs(): readonly Reservation[] {
	return [
		odcr('g6.xlarge', 'us-west-2a', [64, 24], {id: 'cr-0a7f3e9d5c1b82460', instanceMatchCriteria: 'open', tags: {Name: 'serve-chat'}}),
		odcr('p5en.48xlarge', 'us-west-2b', [16, 16], {id: 'cr-0e2d4c6b8a0f71395', tags: {Name: 'rl-west'}}),
		odcr('inf2.xlarge', 'us-east-1a', [32, 12], {id: 'cr-0f3a9b27c1d84e650', instanceMatchCriteria: 'open', tags: {Name: 'embed'}}),
		odcr('p5.48xlarge', 'us-east-1a', [8, 8], {
			id: 'cr-07d2e4f6a8b0c1935',
			instanceMatchCriteria: 'open',
			endDate: {kind: 'limited', at: new Date('2026-12-19T23:59:00Z')},
			tags: {Name: 'eval-burst'},
		}),
		odcr('g6.2xlarge', 'eu-west-1b', [16, 4], {id: 'cr-0f1e3d5c7b9a20684', instanceMatchCriteria: 'open', tags: {Name: 'serve-eu'}}),
		odcr('p4d.24xlarge', 'us-east-1c', [16, 2], {id: 'cr-0c5b8a1f2e7d94036', tags: {Name: 'finetune'}}),
		odcr('p5.48xlarge', 'us-east-1a', [32, 2], {id: 'cr-0b9e7c5a3d1f60248', tags: {Name: 'train-llm-a'}}),
		odcr('trn2.48xlarge', 'us-east-2b', [4, 1], {id: 'cr-0d8c6a4e2f1b39570', tags: {Name: 'neuron-lab'}}),
		odcr('m7i.metal-24xl', 'us-east-1b', [4, 0], {
			id: 'cr-01d4f7b2c9e3a5860',
			instanceMatchCriteria: 'open',
			tags: {Name: 'ctl-plane'},
		}),
		odcr('p5.48xlarge', 'us-west-2c', [2, 0], {id: 'cr-06b1d3f5e7c9a8024', ownerId: '210987654321'}),
		odcr('g5.48xlarge', 'ap-south-1a', [1, 1], {
			id: 'cr-03e5c7a9f1b2d4680',
			state: 'assessing',
			startDate: new Date('2027-01-12T03:30:00Z'),
			tags: {Name: 'pilot'},
		}),
		odcr('g6e.12xlarge', 'eu-west-1a', [8, 8], {
			id: 'cr-09c8e6a4b2d0f7135',
			state: 'scheduled',
			startDate: new Date('2026-12-08T06:00:00Z'),
			tags: {Name: 'q4-launch'},
		}),
	];
}

export function sampleBlocks(): readonly Reservation[] {
	return [
		capacityBlock('p5.48xlarge', 'us-west-2b', ['2026-11-16', '2026-11-23'], {
			id: 'cr-0d1c2b3a4f5e69780',
			totalInstanceCount: 16,
			availableInstanceCount: 0,
		}),
		capacityBlock('p5.48xlarge', 'us-east-1a', ['2026-11-19', '2026-11-26'], {
			id: 'cr-0a1b2c3d4e5f60718',
			capacityBlockId: 'cb-0aa11bb22cc33dd44',
			availabilityZoneId: 'use1-az4',
			totalInstanceCount: 32,
			availableInstanceCount: 2,
			tags: {Name: 'train-llm-a', team: 'llm', run: '2026-11-a'},
		}),
		comingBlock('p6-b200.48xlarge', 'us-east-2a', 8, ['2026-11-24', '2026-12-08'], {id: 'cr-0b2c4d6e8f0a13579'}),
		comingBlock('trn1.32xlarge', 'us-east-1c', 64, ['2026-12-01', '2026-12-08'], {id: 'cr-0e9d8c7b6a5f41302'}),
		comingBlock('p5e.48xlarge', 'us-west-2a', 8, ['2026-12-14', '2026-12-15'], {id: 'cr-04f6e8d0c2b1a3957', state: 'payment-pending'}),
	];
}

export function endedBlocks(): readonly Reservation[] {
	return [
		capacityBlock('p5.48xlarge', 'us-west-2b', ['2026-11-02', '2026-11-09'], {id: 'cr-0d1c2b3a4f5e69781', state: 'expired'}),
		capacityBlock('p6e-gb200.36xlarge', 'us-east-1-dfw-2a', ['2026-11-03', '2026-11-10'], {
			id: 'cr-0f0e1d2c3b4a59687',
			region: 'us-east-1',
			state: 'expired',
			totalInstanceCount: 18,
			launchStatus: 'unlaunchable',
		}),
		capacityBlock('trn1.32xlarge', 'us-east-1c', ['2026-10-19', '2026-10-26'], {
			id: 'cr-0e9d8c7b6a5f41303',
			state: 'expired',
			totalInstanceCount: 32,
		}),
		capacityBlock('p4de.24xlarge', 'us-west-2c', ['2026-11-12', '2026-11-13'], {
			id: 'cr-0a8c6e4f2b0d13579',
			state: 'expired',
			totalInstanceCount: 4,
		}),
	];
}

/** `counts`: total and available. */
function odcr(
	instanceType: string,
	availabilityZone: string,
	[totalInstanceCount, availableInstanceCount]: readonly [number, number],
	overrides: Partial<Reservation>,
): Reservation {
	return reservation({
		instanceType,
		availabilityZone,
		region: availabilityZone.slice(0, -1),
		totalInstanceCount,
		availableInstanceCount,
		accelerator: accelerators[instanceType] ?? null,
		...overrides,
	});
}

/** `days`: first and last, both at 11:30 UTC. */
function capacityBlock(
	instanceType: string,
	availabilityZone: string,
	[first, last]: readonly [string, string],
	overrides: Partial<Reservation>,
): Reservation {
	return block({
		instanceType,
		availabilityZone,
		region: availabilityZone.slice(0, -1),
		startDate: new Date(`${first}T11:30:00Z`),
		endDate: {kind: 'limited', at: new Date(`${last}T11:30:00Z`)},
		accelerator: accelerators[instanceType] ?? null,
		...overrides,
	});
}

/** As AWS describes a block that has not started: no counts yet, the size in a tag. */
function comingBlock(
	instanceType: string,
	availabilityZone: string,
	size: number,
	days: readonly [string, string],
	overrides: Partial<Reservation>,
): Reservation {
	return capacityBlock(instanceType, availabilityZone, days, {
		state: 'scheduled',
		totalInstanceCount: 0,
		availableInstanceCount: 0,
		tags: {[requestedQuantityTag]: String(size)},
		...overrides,
	});
}

const accelerators: Readonly<Record<string, Accelerator>> = {
	'g5.48xlarge': {name: 'A10G', countPerInstance: 8, memoryMib: 24_576},
	'g6.xlarge': {name: 'L4', countPerInstance: 1, memoryMib: 22_888},
	'g6.2xlarge': {name: 'L4', countPerInstance: 1, memoryMib: 22_888},
	'g6e.12xlarge': {name: 'L40S', countPerInstance: 4, memoryMib: 45_776},
	'inf2.xlarge': {name: 'Inf2', countPerInstance: 1, memoryMib: 32_768},
	'p4d.24xlarge': {name: 'A100', countPerInstance: 8, memoryMib: 40_960},
	'p4de.24xlarge': {name: 'A100', countPerInstance: 8, memoryMib: 81_920},
	'p5.48xlarge': {name: 'H100', countPerInstance: 8, memoryMib: 81_920},
	'p5e.48xlarge': {name: 'H200', countPerInstance: 8, memoryMib: 144_384},
	'p5en.48xlarge': {name: 'H200', countPerInstance: 8, memoryMib: 144_384},
	'p6-b200.48xlarge': {name: 'B200', countPerInstance: 8, memoryMib: 183_359},
	'p6e-gb200.36xlarge': {name: 'GB200', countPerInstance: 4, memoryMib: 189_471},
	'trn1.32xlarge': {name: 'Trn1', countPerInstance: 16, memoryMib: 32_768},
	'trn2.48xlarge': {name: 'Trn2', countPerInstance: 16, memoryMib: 98_304},
};
