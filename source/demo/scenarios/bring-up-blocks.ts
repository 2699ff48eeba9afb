import type {BlockSpec} from '../block-row.js';
import {type Step, stepCount} from '../step-count.js';

/**
Instances that run in the cluster's block, by the second after the epoch: the scheduler starts twelve together as soon as the
block is delivered, most others come in the next four minutes, and the last one, whose launch failed at first, six minutes
after the block's start.
*/
const launched: readonly Step[] = [
	[45, 12],
	[70, 16],
	[95, 18],
	[115, 21],
	[140, 23],
	[170, 26],
	[205, 28],
	[235, 29],
	[250, 30],
	[270, 31],
	[390, 32],
];

/**
The Capacity Blocks of the scenario `bring-up`: one starts 30 s after the epoch and fills, one is about to drain, one is
coming next week.
*/
export function bringUpBlocks(epoch: Date): readonly BlockSpec[] {
	const size = 32;
	const used = stepCount(epoch, 0, launched);
	return [
		{
			id: 'cr-0b1e6f2a7c94d3058',
			blockId: 'cb-0b1e6f2a7c94d3058',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-east-1a',
			size,
			free: (now) => size - used(now),
			created: new Date('2026-11-02T14:06:31Z'),
			start: new Date('2026-11-23T11:30:00Z'),
			end: new Date('2026-11-30T11:30:00Z'),
			tags: {Name: 'train-llm-b', team: 'llm', run: '2026-11-d'},
		},
		{
			id: 'cr-0d9c4b7e1a6f28305',
			blockId: 'cb-0d9c4b7e1a6f28305',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-west-2b',
			size: 16,
			free: 0,
			created: new Date('2026-10-14T19:42:00Z'),
			start: new Date('2026-11-16T13:00:00Z'),
			// AWS's own end at 11:30 UTC; here it is later, so that the last hour begins half an hour after the epoch.
			end: new Date('2026-11-23T13:00:00Z'),
			tags: {Name: 'rl-sweep', team: 'rl', run: '2026-11-c'},
		},
		{
			id: 'cr-05a8e3d7b0c1f6294',
			blockId: 'cb-05a8e3d7b0c1f6294',
			instanceType: 'p6-b200.48xlarge',
			availabilityZone: 'us-east-2a',
			size: 8,
			free: 8,
			created: new Date('2026-11-10T13:05:48Z'),
			start: new Date('2026-12-01T11:30:00Z'),
			end: new Date('2026-12-08T11:30:00Z'),
			tags: {Name: 'b200-bench', team: 'platform'},
		},
	];
}
