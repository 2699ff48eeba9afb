import type {OdcrSpec} from '../odcr-row.js';
import {stepCount} from '../step-count.js';

const partner = '210987654321';

/**
The ODCRs of the scenario `bring-up`. A job ends in `eval-pool`, which has 8 instances free after 20 s and all 16 after
60 s; the partner stops sharing its reservation after 90 s. The others stay as they are.
*/
export function bringUpOdcrs(epoch: Date): readonly OdcrSpec[] {
	return [
		{
			id: 'cr-0c7f1a5d3e9b46820',
			instanceType: 'p5en.48xlarge',
			availabilityZone: 'us-east-2b',
			total: 16,
			free: stepCount(epoch, 0, [
				[20, 8],
				[60, 16],
			]),
			created: new Date('2026-11-02T18:20:00Z'),
			match: 'targeted',
			tags: {Name: 'eval-pool', team: 'evals', environment: 'prod'},
		},
		{
			id: 'cr-08e2b6c4a1d9f7035',
			sharedBy: partner,
			seenUntil: new Date(epoch.getTime() + 90_000),
			instanceType: 'p4d.24xlarge',
			availabilityZone: 'us-east-1c',
			total: 4,
			free: 4,
			created: new Date('2026-10-05T15:11:09Z'),
			match: 'targeted',
		},
		{
			id: 'cr-03b5d7f9e1a2c4680',
			instanceType: 'm7i.metal-24xl',
			availabilityZone: 'us-east-1a',
			total: 4,
			free: 0,
			created: new Date('2025-08-04T13:31:52Z'),
			match: 'open',
			tags: {Name: 'ctl-plane', team: 'platform', environment: 'prod'},
		},
		{
			id: 'cr-0f6a8c2e4b0d71359',
			instanceType: 'inf2.xlarge',
			availabilityZone: 'us-east-1b',
			total: 32,
			free: 12,
			created: new Date('2026-03-02T09:15:27Z'),
			match: 'open',
			tags: {Name: 'embed', team: 'search', environment: 'prod'},
		},
		{
			id: 'cr-01c9e7a5f3d8b2460',
			instanceType: 'g6.xlarge',
			availabilityZone: 'us-west-2a',
			total: 64,
			free: 24,
			created: new Date('2026-01-26T07:59:31Z'),
			match: 'open',
			tags: {Name: 'serve-chat', team: 'serving', environment: 'prod'},
		},
		{
			id: 'cr-0e4d2b0a8f6c93157',
			instanceType: 'g6.2xlarge',
			availabilityZone: 'eu-west-1b',
			total: 16,
			free: 4,
			created: new Date('2026-02-11T11:47:36Z'),
			match: 'open',
			tags: {Name: 'serve-eu', team: 'serving', environment: 'prod'},
		},
	];
}
