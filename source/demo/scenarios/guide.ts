import type {BlockSpec} from '../block-row.js';
import type {OdcrSpec} from '../odcr-row.js';
import {listRegions} from '../regions.js';
import {rowsIn} from '../rows-in.js';
import type {Scenario} from '../scenario.js';

const accountId = '123456789012';

/** The account of the guide's two sample tables: its four ODCR rows are groups of eight reservations. */
export const guideScenario: Scenario = {
	name: 'guide',
	epoch: new Date('2025-01-10T00:00:00Z'),
	accountId,
	regions: listRegions(),
	reservationsIn: (region) => rowsIn(region, {accountId, odcrs, blocks}),
};

const odcrs: readonly OdcrSpec[] = [
	{
		id: 'cr-0e1a5c3b7d9f20461',
		instanceType: 'inf2.xlarge',
		availabilityZone: 'us-east-1a',
		total: 20,
		free: 4,
		created: new Date('2024-09-03T14:20:11Z'),
		match: 'open',
		tags: {Name: 'api-prod', team: 'serving', environment: 'prod'},
	},
	{
		id: 'cr-0e1a5c3b7d9f20462',
		instanceType: 'inf2.xlarge',
		availabilityZone: 'us-east-1a',
		total: 12,
		free: 8,
		created: new Date('2024-11-18T09:02:40Z'),
		match: 'targeted',
		tags: {Name: 'api-canary', team: 'serving', environment: 'staging'},
	},
	{
		id: 'cr-0a6b2d4f8c1e37590',
		instanceType: 'p4d.24xlarge',
		availabilityZone: 'us-east-1c',
		total: 16,
		free: 2,
		created: new Date('2024-06-27T17:45:00Z'),
		match: 'targeted',
		tags: {Name: 'finetune', team: 'research', 'cost-center': 'ml-4417'},
	},
	{
		id: 'cr-0b3c5e7d9f1a24680',
		instanceType: 'g6.xlarge',
		availabilityZone: 'us-west-2a',
		total: 40,
		free: 10,
		created: new Date('2024-08-12T08:00:00Z'),
		match: 'open',
		tags: {Name: 'chat-serving', team: 'serving', environment: 'prod'},
	},
	{
		id: 'cr-0b3c5e7d9f1a24681',
		instanceType: 'g6.xlarge',
		availabilityZone: 'us-west-2a',
		total: 16,
		free: 6,
		created: new Date('2024-10-01T11:30:25Z'),
		match: 'open',
		tags: {Name: 'embeddings', team: 'search', environment: 'prod'},
	},
	{
		id: 'cr-0b3c5e7d9f1a24682',
		instanceType: 'g6.xlarge',
		availabilityZone: 'us-west-2a',
		total: 8,
		free: 8,
		created: new Date('2024-12-05T19:12:08Z'),
		match: 'targeted',
		tags: {Name: 'notebooks', team: 'research', environment: 'dev'},
	},
	{
		id: 'cr-0d5e7f9a1b3c80246',
		instanceType: 'g6.2xlarge',
		availabilityZone: 'eu-west-1b',
		total: 10,
		free: 1,
		created: new Date('2024-07-22T06:40:00Z'),
		match: 'open',
		tags: {Name: 'chat-serving-eu', team: 'serving', environment: 'prod'},
	},
	{
		id: 'cr-0d5e7f9a1b3c80247',
		instanceType: 'g6.2xlarge',
		availabilityZone: 'eu-west-1b',
		total: 6,
		free: 3,
		created: new Date('2024-12-16T10:05:51Z'),
		match: 'targeted',
		tags: {Name: 'eval-eu', team: 'research', environment: 'dev'},
	},
];

const blocks: readonly BlockSpec[] = [
	{
		id: 'cr-0c7a1b2d3e4f50617',
		blockId: 'cb-0c7a1b2d3e4f50617',
		instanceType: 'p5.48xlarge',
		availabilityZone: 'us-east-1a',
		size: 32,
		free: 32,
		created: new Date('2024-12-02T15:08:33Z'),
		start: new Date('2025-01-15T11:30:00Z'),
		end: new Date('2025-01-22T11:30:00Z'),
		tags: {Name: 'q1-retrain', team: 'llm'},
	},
	{
		id: 'cr-0c7a1b2d3e4f50618',
		blockId: 'cb-0c7a1b2d3e4f50618',
		instanceType: 'trn1.32xlarge',
		availabilityZone: 'us-east-1c',
		size: 64,
		free: 64,
		created: new Date('2024-12-19T13:27:02Z'),
		start: new Date('2025-01-18T11:30:00Z'),
		end: new Date('2025-01-25T11:30:00Z'),
		tags: {Name: 'neuron-pretrain', team: 'research'},
	},
	{
		id: 'cr-0c7a1b2d3e4f50619',
		blockId: 'cb-0c7a1b2d3e4f50619',
		instanceType: 'p5.48xlarge',
		availabilityZone: 'us-west-2b',
		size: 16,
		free: 16,
		created: new Date('2024-12-11T20:51:47Z'),
		start: new Date('2025-01-20T11:30:00Z'),
		end: new Date('2025-02-03T11:30:00Z'),
		tags: {Name: 'rl-run', team: 'llm'},
	},
];
