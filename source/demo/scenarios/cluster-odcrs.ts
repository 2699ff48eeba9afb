import {drift} from '../drift.js';
import type {OdcrSpec} from '../odcr-row.js';

const partner = '210987654321';
const minute = 60_000;

/**
The ODCRs of the scenario `cluster` that have not ended.

At the epoch these are twelve. Two minutes later a share is accepted (of a reservation that
AWS delivers late), and after four the idle `rl-west` gives a part away as an interruptible reservation.
*/
export function clusterOdcrs(epoch: Date, accountId: string): readonly OdcrSpec[] {
	const shareAccepted = new Date(epoch.getTime() + 2 * minute);
	const carved = new Date(epoch.getTime() + 4 * minute);
	return [
		{
			id: 'cr-0f3a9b27c1d84e650',
			instanceType: 'inf2.xlarge',
			availabilityZone: 'us-east-1a',
			total: 32,
			free: drift(12, {epoch, seconds: 50, steps: [0, 0, 0, 1, 2, 2, -1]}),
			created: new Date('2026-03-02T09:15:27Z'),
			match: 'open',
			tags: {Name: 'embed', team: 'search', environment: 'prod'},
		},
		{
			id: 'cr-07d2e4f6a8b0c1935',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-east-1a',
			total: 8,
			free: 8,
			created: new Date('2026-11-12T16:40:03Z'),
			end: new Date('2026-12-19T23:59:00Z'),
			match: 'open',
			tags: {Name: 'eval-burst', team: 'evals', environment: 'dev', 'cost-center': 'ml-2090'},
		},
		{
			id: 'cr-0c5b8a1f2e7d94036',
			instanceType: 'p4d.24xlarge',
			availabilityZone: 'us-east-1c',
			total: 16,
			free: 2,
			created: new Date('2025-10-20T12:00:44Z'),
			match: 'targeted',
			tags: {Name: 'finetune', team: 'applied', environment: 'prod'},
			details: {
				interruptibleCapacityAllocation: {
					instanceCount: 0,
					targetInstanceCount: 0,
					status: 'canceled',
					interruptibleCapacityReservationId: 'cr-0c5b8a1f2e7d94037',
					interruptionType: 'adhoc',
				},
			},
		},
		{
			id: 'cr-0b9e7c5a3d1f60248',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-east-1a',
			total: 32,
			free: 2,
			created: new Date('2026-05-18T08:22:10Z'),
			match: 'targeted',
			tags: {Name: 'train-llm-a', team: 'llm', environment: 'prod', 'cost-center': 'ml-1001'},
			details: {placementGroupArn: `arn:aws:ec2:us-east-1:${accountId}:placement-group/llm-cluster`},
		},
		{
			id: 'cr-01d4f7b2c9e3a5860',
			instanceType: 'm7i.metal-24xl',
			availabilityZone: 'us-east-1b',
			platform: 'Red Hat Enterprise Linux',
			total: 4,
			free: 0,
			created: new Date('2025-08-04T13:31:52Z'),
			match: 'open',
			tags: {Name: 'ctl-plane', team: 'platform', environment: 'prod'},
		},
		{
			id: 'cr-0d8c6a4e2f1b39570',
			instanceType: 'trn2.48xlarge',
			availabilityZone: 'us-east-2b',
			total: 4,
			free: 1,
			created: new Date('2026-09-14T10:05:00Z'),
			match: 'targeted',
			tags: {Name: 'neuron-lab', team: 'research', environment: 'dev'},
		},
		{
			id: 'cr-0a7f3e9d5c1b82460',
			instanceType: 'g6.xlarge',
			availabilityZone: 'us-west-2a',
			total: 64,
			free: drift(24, {epoch, seconds: 45, steps: [0, 0, -2, -3, -1, 1, 2]}),
			created: new Date('2026-01-26T07:59:31Z'),
			match: 'open',
			tags: {Name: 'serve-chat', team: 'serving', environment: 'prod', 'cost-center': 'ml-3300'},
		},
		{
			id: 'cr-0e2d4c6b8a0f71395',
			instanceType: 'p5en.48xlarge',
			availabilityZone: 'us-west-2b',
			total: (now) => (now < carved ? 16 : 12),
			free: (now) => (now < carved ? 16 : 12),
			created: new Date('2026-11-02T18:20:00Z'),
			match: 'targeted',
			tags: {Name: 'rl-west', team: 'rl', environment: 'prod'},
			details: (now) =>
				now < carved
					? {}
					: {
							interruptibleCapacityAllocation: {
								instanceCount: 4,
								targetInstanceCount: 4,
								status: 'active',
								interruptibleCapacityReservationId: 'cr-0e2d4c6b8a0f71396',
								interruptionType: 'adhoc',
							},
						},
		},
		{
			id: 'cr-0e2d4c6b8a0f71396',
			instanceType: 'p5en.48xlarge',
			availabilityZone: 'us-west-2b',
			total: 4,
			free: 4,
			created: carved,
			match: 'targeted',
			tags: {Name: 'rl-west-spare', team: 'rl', environment: 'dev'},
			details: {
				interruptible: true,
				interruptionInfo: {sourceCapacityReservationId: 'cr-0e2d4c6b8a0f71395', interruptionType: 'adhoc'},
			},
		},
		{
			id: 'cr-06b1d3f5e7c9a8024',
			sharedBy: partner,
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-west-2c',
			total: 2,
			free: 0,
			created: new Date('2026-10-05T15:11:09Z'),
			match: 'targeted',
		},
		{
			id: 'cr-0f1e3d5c7b9a20684',
			instanceType: 'g6.2xlarge',
			availabilityZone: 'eu-west-1b',
			total: 16,
			free: drift(4, {epoch, seconds: 70, steps: [0, 0, -1, -1, 0, 1]}),
			created: new Date('2026-02-11T11:47:36Z'),
			match: 'open',
			tags: {Name: 'serve-eu', team: 'serving', environment: 'prod'},
			details: {capacityReservationFleetId: 'crf-0a3c5e7f9b1d24680'},
		},
		{
			id: 'cr-09c8e6a4b2d0f7135',
			instanceType: 'g6e.12xlarge',
			availabilityZone: 'eu-west-1a',
			total: 8,
			free: 8,
			created: new Date('2026-11-04T09:30:00Z'),
			start: new Date('2026-12-08T06:00:00Z'),
			match: 'targeted',
			tags: {Name: 'q4-launch', team: 'serving', environment: 'prod'},
			details: {
				commitmentInfo: {
					committedInstanceCount: 8,
					commitmentEndDate: new Date('2027-01-05T06:00:00Z'),
					commitmentDuration: 2_419_200,
				},
				deliveryPreference: 'incremental',
				originalStartDate: new Date('2026-12-01T06:00:00Z'),
				adjustmentStatus: 'applied',
				adjustmentDetails: {startDate: new Date('2026-12-08T06:00:00Z')},
			},
		},
		{
			id: 'cr-03e5c7a9f1b2d4680',
			instanceType: 'g5.48xlarge',
			availabilityZone: 'ap-south-1a',
			total: 1,
			free: 1,
			created: new Date('2026-11-23T09:48:15Z'),
			start: new Date('2027-01-12T03:30:00Z'),
			state: 'assessing',
			match: 'targeted',
			tags: {Name: 'pilot', team: 'applied', environment: 'dev'},
			details: {
				commitmentInfo: {
					committedInstanceCount: 1,
					commitmentEndDate: new Date('2027-02-09T03:30:00Z'),
					commitmentDuration: 2_419_200,
				},
				deliveryPreference: 'incremental',
			},
		},
		{
			id: 'cr-0b6d8f1a3c5e79024',
			sharedBy: partner,
			seenFrom: shareAccepted,
			instanceType: 'g6.12xlarge',
			availabilityZone: 'eu-central-1a',
			total: 6,
			free: 0,
			created: new Date('2026-10-26T10:00:00Z'),
			start: new Date('2026-11-21T06:00:00Z'),
			state: 'delayed',
			match: 'targeted',
			details: {
				deliveryPreference: 'incremental',
				commitmentInfo: {
					committedInstanceCount: 6,
					commitmentEndDate: new Date('2026-12-19T06:00:00Z'),
					commitmentDuration: 2_419_200,
				},
			},
		},
	];
}
