import type {OdcrSpec} from '../odcr-row.js';

/**
The ODCRs of the scenario `market`: 24 of an inference service's are free; 8 of p4d.24xlarge are, but in two zones; what is free
of g6e.12xlarge is mostly an interruptible reservation's; 8 p5en.48xlarge wait side by side in a placement group.
*/
export function marketOdcrs(accountId: string): readonly OdcrSpec[] {
	return [
		{
			id: 'cr-02d6a8f4c0e1b7935',
			instanceType: 'inf2.xlarge',
			availabilityZone: 'us-east-1b',
			total: 40,
			free: 24,
			created: new Date('2026-04-20T09:00:12Z'),
			match: 'open',
			tags: {Name: 'api-base', team: 'serving', environment: 'prod'},
		},
		{
			id: 'cr-0d5e1c9b7a3f82046',
			instanceType: 'p4d.24xlarge',
			availabilityZone: 'us-east-1c',
			total: 8,
			free: 3,
			created: new Date('2026-07-13T11:25:38Z'),
			match: 'targeted',
			tags: {Name: 'finetune-c', team: 'applied', environment: 'prod'},
		},
		{
			id: 'cr-0d5e1c9b7a3f82047',
			instanceType: 'p4d.24xlarge',
			availabilityZone: 'us-east-1d',
			total: 8,
			free: 5,
			created: new Date('2026-07-13T11:27:02Z'),
			match: 'targeted',
			tags: {Name: 'finetune-d', team: 'applied', environment: 'prod'},
		},
		{
			id: 'cr-0f7c3a5e1d9b64820',
			instanceType: 'p5en.48xlarge',
			availabilityZone: 'us-east-2b',
			total: 8,
			free: 8,
			created: new Date('2026-11-16T13:48:51Z'),
			match: 'targeted',
			tags: {Name: 'long-context', team: 'evals', environment: 'prod', 'cost-center': 'ml-2090'},
			details: {placementGroupArn: `arn:aws:ec2:us-east-2:${accountId}:placement-group/long-context`},
		},
		{
			id: 'cr-04e0b6d2f8a1c5739',
			instanceType: 'g6.xlarge',
			availabilityZone: 'us-west-2a',
			total: 32,
			free: 12,
			created: new Date('2026-02-02T16:10:44Z'),
			match: 'targeted',
			tags: {Name: 'notebooks', team: 'research', environment: 'dev'},
		},
		{
			id: 'cr-0a2c8e6f4b1d70593',
			instanceType: 'g6e.12xlarge',
			availabilityZone: 'us-west-2b',
			total: 6,
			free: 1,
			created: new Date('2026-06-08T07:55:20Z'),
			match: 'targeted',
			tags: {Name: 'render', team: 'applied', environment: 'prod'},
			details: {
				interruptibleCapacityAllocation: {
					instanceCount: 4,
					targetInstanceCount: 4,
					status: 'active',
					interruptibleCapacityReservationId: 'cr-0a2c8e6f4b1d70594',
					interruptionType: 'adhoc',
				},
			},
		},
		{
			id: 'cr-0a2c8e6f4b1d70594',
			instanceType: 'g6e.12xlarge',
			availabilityZone: 'us-west-2b',
			total: 4,
			free: 4,
			created: new Date('2026-11-10T09:14:33Z'),
			match: 'targeted',
			tags: {Name: 'render-spare', team: 'applied', environment: 'dev'},
			details: {
				interruptible: true,
				interruptionInfo: {sourceCapacityReservationId: 'cr-0a2c8e6f4b1d70593', interruptionType: 'adhoc'},
			},
		},
		{
			id: 'cr-06f2d4b8c0a9e1357',
			instanceType: 'p5.48xlarge',
			availabilityZone: 'us-west-2c',
			total: 2,
			free: 2,
			created: new Date('2026-11-02T18:03:09Z'),
			match: 'open',
			tags: {Name: 'debug', team: 'llm', environment: 'dev'},
		},
		{
			id: 'cr-01a7e3c9d5f2b8046',
			instanceType: 'g6e.12xlarge',
			availabilityZone: 'eu-west-1a',
			total: 8,
			free: 8,
			created: new Date('2026-11-11T10:42:57Z'),
			start: new Date('2026-12-08T06:00:00Z'),
			match: 'targeted',
			tags: {Name: 'holiday-peak', team: 'serving', environment: 'prod'},
			details: {
				commitmentInfo: {
					committedInstanceCount: 8,
					commitmentEndDate: new Date('2027-01-05T06:00:00Z'),
					commitmentDuration: 2_419_200,
				},
				deliveryPreference: 'incremental',
			},
		},
	];
}
