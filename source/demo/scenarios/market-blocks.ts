import type {BlockSpec} from '../block-row.js';

/**
The Capacity Blocks of the scenario `market`: one has 20 instances free for eleven days, one of 32 starts next week, one is
small, and one, which is used up, was extended for a week and is about to be for another: that is paid ten minutes after the epoch.
*/
export function marketBlocks(epoch: Date): readonly BlockSpec[] {
	return [
		{
			id: 'cr-0a4d7c1e9b3f60852',
			blockId: 'cb-0a4d7c1e9b3f60852',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-east-1a',
			size: 24,
			free: 20,
			created: new Date('2026-11-04T10:12:09Z'),
			start: new Date('2026-11-20T11:30:00Z'),
			end: new Date('2026-12-04T11:30:00Z'),
			tags: {Name: 'pretrain-a', team: 'llm', run: '2026-11-e'},
		},
		{
			id: 'cr-0e8b2f6a4c1d97035',
			blockId: 'cb-0e8b2f6a4c1d97035',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-west-2b',
			size: 32,
			free: 32,
			created: new Date('2026-11-09T17:40:55Z'),
			start: new Date('2026-12-01T11:30:00Z'),
			end: new Date('2026-12-11T11:30:00Z'),
			tags: {Name: 'pretrain-b', team: 'llm', run: '2026-12-a'},
		},
		{
			id: 'cr-0c1f5a9d7e2b48360',
			blockId: 'cb-0c1f5a9d7e2b48360',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-east-2a',
			size: 4,
			free: 4,
			created: new Date('2026-11-18T08:31:40Z'),
			start: new Date('2026-11-22T11:30:00Z'),
			end: new Date('2026-11-29T11:30:00Z'),
			tags: {Name: 'reward-model', team: 'rl'},
		},
		{
			id: 'cr-07b3e9d5f1a6c2048',
			blockId: 'cb-07b3e9d5f1a6c2048',
			instanceType: 'trn1.32xlarge',
			availabilityZone: 'us-east-1c',
			size: 16,
			free: 0,
			created: new Date('2026-10-26T14:22:17Z'),
			start: new Date('2026-11-09T11:30:00Z'),
			end: new Date('2026-11-23T11:30:00Z'),
			extensions: [
				{
					offeringId: 'cbe-05d1b7f3a9e2c6480',
					hours: 168,
					bought: new Date('2026-11-20T16:05:30Z'),
					settled: new Date('2026-11-20T16:41:02Z'),
					isPaid: true,
					fee: '25622.02',
				},
				{
					offeringId: 'cbe-0b6f2d8c4e1a97350',
					hours: 168,
					bought: new Date('2026-11-23T10:01:48Z'),
					settled: new Date(epoch.getTime() + 600_000),
					isPaid: true,
					fee: '25622.02',
				},
			],
			tags: {Name: 'neuron-pretrain', team: 'research', run: '2026-11-b'},
		},
	];
}
