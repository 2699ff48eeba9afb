import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parse, parseAllDocuments} from 'yaml';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {isSnippet, isSnippetKind, type Snippet, snippetKinds, snippetTitles} from '../../source/snippets/snippet.js';
import {snippetOf, snippetsOf} from '../../source/snippets/snippet-of.js';
import {reservations} from '../core/arbitrary.js';
import {reservation} from '../helpers/reservation.js';
import {account, made, refused, samples} from './sample.js';

/** What a shell hands to `aws`, word by word. */
function words(text: string): readonly string[] {
	const script = `aws() { printf '%s\\0' "$@"; }\nIMAGE_ID='ami 1' SUBNET_ID=subnet-1\n${text}`;
	return execFileSync('sh', ['-eu', '-s'], {input: script, encoding: 'utf8'}).split('\0').slice(0, -1);
}

/** The value of an option. */
function option(given: readonly string[], name: string): string | undefined {
	return given[given.indexOf(name) + 1];
}

const target = (id: string) => ({CapacityReservationTarget: {CapacityReservationId: id}});

describe('RunInstances', () => {
	test('into a block names market type, reservation and what is free', () => {
		expect(made(samples.block, 'run-instances').text.split('\n')).toEqual([
			'# cr-0e, 16 × p5.48xlarge in us-east-1a',
			'aws ec2 run-instances \\',
			'  --region us-east-1 \\',
			'  --instance-type p5.48xlarge \\',
			'  --count 2 \\',
			`  --image-id "\${IMAGE_ID:?}" \\`,
			`  --subnet-id "\${SUBNET_ID:?}" \\`,
			'  --instance-market-options MarketType=capacity-block \\',
			`  --capacity-reservation-specification '{"CapacityReservationTarget":{"CapacityReservationId":"cr-0e"}}'`,
			'',
		]);
	});

	test.each([
		['odcr', null],
		['open', null],
		['grouped', null],
		['interruptible', 'MarketType=interruptible-capacity-reservation'],
		['block', 'MarketType=capacity-block'],
		['scheduled', 'MarketType=capacity-block'],
		['ultraserver', 'MarketType=capacity-block'],
	] as const)('into %s is read by a shell as it is meant', (name, market) => {
		const row: Reservation = samples[name];
		const given = words(made(row, 'run-instances').text);
		expect(given.slice(0, 6)).toEqual(['ec2', 'run-instances', '--region', 'us-east-1', '--instance-type', row.instanceType]);
		expect(option(given, '--image-id')).toBe('ami 1');
		expect(given.includes('--instance-market-options') ? option(given, '--instance-market-options') : null).toBe(market);
		expect(JSON.parse(option(given, '--capacity-reservation-specification') ?? '')).toEqual(target(row.id ?? ''));
	});

	test('into a cluster placement group and dedicated tenancy says so', () => {
		const given = words(made(samples.grouped, 'run-instances').text);
		expect(JSON.parse(option(given, '--placement') ?? '')).toEqual({GroupName: 'train "a"', Tenancy: 'dedicated'});
		expect(words(made(samples.odcr, 'run-instances').text)).not.toContain('--placement');
	});

	test('does nothing before an image and a subnet were named', () => {
		const script = `aws() { echo called; }\n${made(samples.odcr, 'run-instances').text}`;
		expect(() => execFileSync('sh', ['-s'], {input: script, encoding: 'utf8', stdio: 'pipe'})).toThrow(/IMAGE_ID/);
	});

	test('of a coming block is for its whole size, and not yet', () => {
		expect(option(words(made(samples.scheduled, 'run-instances').text), '--count')).toBe('32');
		expect(made(samples.scheduled, 'run-instances').notes).toContain(
			'cr-0f is scheduled: launches into it fail before 2026-12-01 11:30 UTC.',
		);
	});
});

describe('launch template data', () => {
	test('is the JSON of the EC2 API', () => {
		expect(JSON.parse(made(samples.block, 'launch-template').text)).toEqual({
			InstanceType: 'p5.48xlarge',
			InstanceMarketOptions: {MarketType: 'capacity-block'},
			CapacityReservationSpecification: target('cr-0e'),
		});
		expect(JSON.parse(made(samples.odcr, 'launch-template').text)).toEqual({
			InstanceType: 'p5.48xlarge',
			CapacityReservationSpecification: target('cr-0a'),
		});
		expect(JSON.parse(made(samples.grouped, 'launch-template').text)).toMatchObject({
			Placement: {GroupName: 'train "a"', Tenancy: 'dedicated'},
		});
		expect(JSON.parse(made(samples.interruptible, 'launch-template').text)).toMatchObject({
			InstanceMarketOptions: {MarketType: 'interruptible-capacity-reservation'},
		});
	});
});

describe('an EKS node group', () => {
	test('of a block is a CloudFormation template with its launch template', () => {
		expect(parse(made(samples.scheduled, 'eks').text)).toEqual({
			AWSTemplateFormatVersion: '2010-09-09',
			Parameters: {
				ClusterName: {Type: 'String'},
				NodeRoleArn: {Type: 'String'},
				SubnetIds: {Type: 'List<AWS::EC2::Subnet::Id>', Description: 'Subnets in us-east-1a only'},
				AmiType: {Type: 'String', Default: 'AL2023_x86_64_NVIDIA'},
			},
			Resources: {
				LaunchTemplate: {
					Type: 'AWS::EC2::LaunchTemplate',
					Properties: {
						LaunchTemplateData: {
							InstanceType: 'p5.48xlarge',
							InstanceMarketOptions: {MarketType: 'capacity-block'},
							CapacityReservationSpecification: target('cr-0f'),
						},
					},
				},
				NodeGroup: {
					Type: 'AWS::EKS::Nodegroup',
					Properties: {
						ClusterName: {Ref: 'ClusterName'},
						NodeRole: {Ref: 'NodeRoleArn'},
						Subnets: {Ref: 'SubnetIds'},
						AmiType: {Ref: 'AmiType'},
						CapacityType: 'CAPACITY_BLOCK',
						LaunchTemplate: {Id: {Ref: 'LaunchTemplate'}, Version: {'Fn::GetAtt': ['LaunchTemplate', 'LatestVersionNumber']}},
						ScalingConfig: {MinSize: 0, MaxSize: 32, DesiredSize: 0},
					},
				},
			},
		});
	});

	test('of an ODCR has the capacity type ON_DEMAND and its placement', () => {
		expect(parse(made(samples.grouped, 'eks').text)).toMatchObject({
			Resources: {
				LaunchTemplate: {Properties: {LaunchTemplateData: {Placement: {GroupName: 'train "a"', Tenancy: 'dedicated'}}}},
				NodeGroup: {Properties: {CapacityType: 'ON_DEMAND'}},
			},
		});
	});

	test.each([
		['p5.48xlarge', 'AL2023_x86_64_NVIDIA'],
		['trn2.48xlarge', 'AL2023_x86_64_NEURON'],
		['inf2.xlarge', 'AL2023_x86_64_NEURON'],
		['g5g.xlarge', 'AL2023_ARM_64_NVIDIA'],
		['p6e-gb200.36xlarge', 'AL2023_ARM_64_NVIDIA'],
		['g4dn.xlarge', 'AL2023_x86_64_NVIDIA'],
	])('of %s has images of %s', (instanceType, image) => {
		expect(parse(made({...samples.odcr, instanceType}, 'eks').text)).toMatchObject({Parameters: {AmiType: {Default: image}}});
	});

	test('of a type without accelerators has plain images, for Graviton too', () => {
		const image = (instanceType: string) =>
			parse(made({...samples.odcr, instanceType, accelerator: null}, 'eks').text).Parameters.AmiType.Default;
		expect([image('m7i.large'), image('m7g.large'), image('im4gn.xlarge')]).toEqual([
			'AL2023_x86_64_STANDARD',
			'AL2023_ARM_64_STANDARD',
			'AL2023_ARM_64_STANDARD',
		]);
	});

	test('is not for interruptible reservations', () => {
		expect(refused(samples.interruptible, 'eks')).toBe(
			'EKS managed node groups have no capacity type for interruptible reservations. Karpenter 1.10 and self-managed nodes can use them.',
		);
	});
});

describe('Karpenter', () => {
	test('selects the reservation by its id and runs in nothing else', () => {
		const [nodeClass, nodePool, ...others] = parseAllDocuments(made(samples.block, 'karpenter').text).map((document) => document.toJS());
		expect(others).toEqual([]);
		expect(nodeClass).toEqual({
			apiVersion: 'karpenter.k8s.aws/v1',
			kind: 'EC2NodeClass',
			metadata: {name: 'cr-0e'},
			spec: {
				role: 'KarpenterNodeRole-CLUSTER',
				amiSelectorTerms: [{alias: 'al2023@latest'}],
				subnetSelectorTerms: [{tags: {'karpenter.sh/discovery': 'CLUSTER'}}],
				securityGroupSelectorTerms: [{tags: {'karpenter.sh/discovery': 'CLUSTER'}}],
				capacityReservationSelectorTerms: [{id: 'cr-0e'}],
			},
		});
		expect(nodePool).toEqual({
			apiVersion: 'karpenter.sh/v1',
			kind: 'NodePool',
			metadata: {name: 'cr-0e'},
			spec: {
				template: {
					spec: {
						nodeClassRef: {group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'cr-0e'},
						requirements: [
							{key: 'karpenter.sh/capacity-type', operator: 'In', values: ['reserved']},
							{key: 'karpenter.k8s.aws/capacity-reservation-id', operator: 'In', values: ['cr-0e']},
							{key: 'node.kubernetes.io/instance-type', operator: 'In', values: ['p5.48xlarge']},
							{key: 'topology.kubernetes.io/zone', operator: 'In', values: ['us-east-1a']},
						],
					},
				},
				disruption: {consolidationPolicy: 'WhenEmpty', consolidateAfter: '10m'},
			},
		});
	});

	test.each([
		['odcr', '1.3'],
		['block', '1.6'],
		['interruptible', '1.10'],
	] as const)('uses %s since %s', (name, version) => {
		expect(made(samples[name], 'karpenter').notes[0]).toBe(
			`Replace CLUSTER; it needs Karpenter ${version} or newer with the feature gate ReservedCapacity.`,
		);
	});

	test('is given the placement group, and no zone that is unknown', () => {
		const [nodeClass] = parseAllDocuments(made(samples.grouped, 'karpenter').text).map((document) => document.toJS());
		expect(nodeClass.spec.placementGroupSelector).toEqual({name: 'train "a"'});
		expect(made({...samples.odcr, availabilityZone: null}, 'karpenter').text).not.toContain('topology.kubernetes.io/zone');
	});

	test('is not for P6e-GB200 UltraServers', () => {
		expect(refused(samples.ultraserver, 'karpenter')).toContain('dynamic resource allocation');
	});
});

describe('ParallelCluster', () => {
	const queue = (text: string) => parse(text).Scheduling.SlurmQueues[0];

	test('has all instances of a block as static nodes, without a placement group', () => {
		expect(parse(made(samples.scheduled, 'parallelcluster').text)).toEqual({
			Scheduling: {
				Scheduler: 'slurm',
				SlurmQueues: [
					{
						Name: 'block',
						CapacityType: 'CAPACITY_BLOCK',
						Networking: {SubnetIds: ['SUBNET_ID'], PlacementGroup: {Enabled: false}},
						ComputeResources: [
							{
								Name: 'p5-48xlarge',
								InstanceType: 'p5.48xlarge',
								MinCount: 32,
								MaxCount: 32,
								CapacityReservationTarget: {CapacityReservationId: 'cr-0f'},
							},
						],
					},
				],
			},
		});
	});

	test('launches into an ODCR on demand, in its placement group', () => {
		expect(queue(made(samples.odcr, 'parallelcluster').text)).toMatchObject({
			CapacityType: 'ONDEMAND',
			Networking: {SubnetIds: ['SUBNET_ID']},
			ComputeResources: [{MinCount: 0, MaxCount: 4}],
		});
		expect(queue(made(samples.grouped, 'parallelcluster').text).Networking.PlacementGroup).toEqual({Name: 'train "a"'});
	});

	test('is not for interruptible reservations', () => {
		expect(refused(samples.interruptible, 'parallelcluster')).toBe('ParallelCluster has no capacity type for interruptible reservations.');
	});
});

describe('SkyPilot', () => {
	test('prefers open reservations, and names others', () => {
		expect(parse(made(samples.open, 'skypilot').text)).toEqual({aws: {prioritize_reservations: true}});
		expect(parse(made(samples.odcr, 'skypilot').text)).toEqual({aws: {specific_reservations: ['cr-0a']}});
		expect(parse(made(samples.block, 'skypilot').text)).toEqual({aws: {specific_reservations: ['cr-0e']}});
	});

	test('has no documented way into the others', () => {
		expect([
			refused(samples.interruptible, 'skypilot'),
			refused(samples.ultraserver, 'skypilot'),
			refused(samples.grouped, 'skypilot'),
		]).toEqual([
			'SkyPilot does not document how to launch into interruptible reservations.',
			'SkyPilot does not document how to launch into UltraServers.',
			'cr-0c is in a cluster placement group, and SkyPilot does not document how to launch into one.',
		]);
	});
});

test('SageMaker is searched for a plan of the same size and length', () => {
	expect(words(made(samples.scheduled, 'sagemaker').text)).toEqual(
		'sagemaker search-training-plan-offerings --region us-east-1 --instance-type ml.p5.48xlarge --instance-count 32 --duration-hours 168 --target-resources training-job'.split(
			' ',
		),
	);
});

test('SageMaker is not searched for what it sells no training plans of', () => {
	const row = reservation({instanceType: 'inf2.xlarge', state: 'active'});
	expect(refused(row, 'sagemaker')).toBe(
		'SageMaker cannot use EC2 reservations, and of inf2.xlarge it sells no training plans (as of November 2026).',
	);
});

describe('notes', () => {
	const notes = (row: Reservation) => made(row, 'run-instances').notes.join('\n');

	test('say what the kind of reservation asks for', () => {
		expect(notes(samples.block)).toContain('A Capacity Block takes no placement group');
		expect(notes(samples.block)).toContain(
			'AWS terminates its instances from 2026-11-26 11:00 UTC on, before the end at 2026-11-26 11:30 UTC.',
		);
		expect(notes(samples.ultraserver)).toContain('AWS terminates its instances from 2026-11-26 10:30 UTC on');
		expect(notes(samples.ultraserver)).toContain('put them into a resource group');
		expect(notes(samples.interruptible)).toContain('a notice of 2 minutes');
		expect(notes(samples.open)).toContain('It is open');
		expect(notes({...samples.odcr, instancePlatform: 'SUSE Linux'})).toContain(
			'The subnet must be in us-east-1a, and the image must be for SUSE Linux.',
		);
		expect(notes({...samples.odcr, availableInstanceCount: 0})).toContain('Nothing of it is free now');
		expect(notes({...samples.odcr, endDate: {kind: 'limited', at: new Date('2026-12-19T23:59:00Z')}})).toContain(
			'run on as On-Demand ones',
		);
	});
});

describe('nothing is made', () => {
	test.each(['expired', 'cancelled', 'failed', 'delayed', 'unavailable', 'hibernating', null])('of one that is %s', (state) => {
		for (const kind of snippetKinds) {
			expect(refused({...samples.odcr, state}, kind)).toBe(`cr-0a is ${state ?? 'in an unknown state'}: nothing can be launched into it.`);
		}
	});

	test.each([
		{id: null},
		{id: 'file:///etc/passwd'},
		{id: '--dry-run'},
		{id: 'cr-0a"; rm -rf ~'},
		{id: 'cr-0a\n- evil: true'},
		{instanceType: '$(id)'},
		{instanceType: null},
		{region: 'us-east-1 --x'},
	])('from %o, which is not of the usual form', (parts) => {
		for (const kind of snippetKinds) {
			expect(refused(reservation({...parts}), kind)).toContain('so that no launch can name it');
		}
	});
});

test('every kind has a word and a title', () => {
	expect(snippetKinds.map((kind) => isSnippetKind(kind) && snippetTitles[kind].length > 0)).toEqual(snippetKinds.map(() => true));
	expect(isSnippetKind('nomad')).toBe(false);
	expect(snippetsOf(samples.odcr, account).map(({kind}) => kind)).toEqual(snippetKinds);
});

/** Text that someone put into AWS to be run elsewhere. */
const hostile = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.constantFrom(
		'"\nkey: evil',
		"'; rm -rf ~; '",
		'$(id)',
		'`id`',
		`\${file("/etc/passwd")}`,
		'{{ evil }}',
		'*/ x',
		'---\nkind: Evil',
		'!!js/function x',
		'\u2028x: 1',
	),
);

test('whatever AWS sends, a snippet is read back as the document that it is', () => {
	const rows = fc.record({
		tags: hostile.map((Name): Reservation['tags'] => ({Name})),
		availabilityZone: hostile,
		instancePlatform: hostile,
		tenancy: hostile,
		placementGroupArn: hostile.map((name) => `arn:aws:ec2:us-east-1:1:placement-group/${name}`),
	});
	const shape = (snippet: Snippet) => {
		switch (snippet.language) {
			case 'json':
				return Object.keys(JSON.parse(snippet.text)).join();
			case 'yaml':
				return parseAllDocuments(snippet.text)
					.map((document) => (document.errors.length === 0 ? Object.keys(document.toJS()).join() : 'broken'))
					.join('; ');
			default:
				return '';
		}
	};

	fc.assert(
		fc.property(rows, (parts) => {
			const row = {...samples.odcr, ...parts};
			const name = row.placementGroupArn?.split(':placement-group/')[1] || undefined;
			expect(JSON.parse(made(row, 'launch-template').text).Placement?.GroupName).toBe(name);
			expect(parse(made(row, 'eks').text).Resources.LaunchTemplate.Properties.LaunchTemplateData.Placement?.GroupName).toBe(name);
			expect(parse(made(row, 'parallelcluster').text).Scheduling.SlurmQueues[0].Networking.PlacementGroup?.Name).toBe(name);
			expect(shape(made(row, 'eks'))).toBe('AWSTemplateFormatVersion,Parameters,Resources');
			expect(shape(made(row, 'karpenter'))).toBe('apiVersion,kind,metadata,spec; apiVersion,kind,metadata,spec');
			expect(shape(made(row, 'parallelcluster'))).toBe('Scheduling');
			expect(parse(made({...row, placementGroupArn: null}, 'skypilot').text)).toEqual({aws: {specific_reservations: ['cr-0a']}});
		}),
	);
});

test('a shell runs nothing but the one command, whatever AWS sends', () => {
	for (const text of fc.sample(hostile, {numRuns: 40, seed: 7})) {
		const clean = text.replaceAll('\0', '');
		const row = {...samples.odcr, tags: {Name: clean}, placementGroupArn: `arn:aws:ec2:us-east-1:1:placement-group/g${clean}`};
		const given = words(made(row, 'run-instances').text);
		expect(given.slice(0, 2)).toEqual(['ec2', 'run-instances']);
		expect(given).toHaveLength(16);
		expect(JSON.parse(option(given, '--placement') ?? '')).toEqual({
			GroupName: Buffer.from(`g${clean.split(':placement-group/')[0]}`).toString(),
		});
	}
});

test('any reservation of an account makes snippets or says why not', () => {
	fc.assert(
		fc.property(reservations, (rows) => {
			for (const given of rows.flatMap((row) => snippetKinds.map((kind) => snippetOf(row, kind, account)))) {
				expect(isSnippet(given) ? given.text.endsWith('\n') : given.because.length > 0).toBe(true);
			}
		}),
	);
});
