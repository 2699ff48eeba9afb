import {
	type _InstanceType,
	DescribeInstanceTypesCommand,
	type DescribeInstanceTypesCommandInput,
	paginateDescribeInstanceTypes,
} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import {findScenario} from '../../../source/demo/find-scenario.js';
import type {WireReservation} from '../../../source/demo/scenario.js';
import {ec2, openEndpoint, scenarioWith} from '../open-endpoint.js';

test('describes GPUs, whole and in fractions', async () => {
	const [fraction, whole] = await describe({InstanceTypes: ['p5.48xlarge', 'g6f.xlarge']});

	expect(whole).toEqual({
		InstanceType: 'p5.48xlarge',
		CurrentGeneration: true,
		BareMetal: false,
		SupportedUsageClasses: ['on-demand', 'spot', 'capacity-block'],
		VCpuInfo: {DefaultVCpus: 192},
		MemoryInfo: {SizeInMiB: 2_097_152},
		NetworkInfo: {EfaSupported: true, EfaInfo: {MaximumEfaInterfaces: 32}},
		PlacementGroupInfo: {SupportedStrategies: ['cluster', 'partition', 'spread']},
		GpuInfo: {
			Gpus: [{Name: 'H100', Manufacturer: 'NVIDIA', Count: 8, Workloads: ['ml-ai'], MemoryInfo: {SizeInMiB: 81_920}}],
			TotalGpuMemoryInMiB: 655_360,
		},
	});
	expect(fraction?.GpuInfo).toEqual({
		Gpus: [
			{
				Name: 'L4',
				Manufacturer: 'NVIDIA',
				Count: 0,
				LogicalGpuCount: 1,
				GpuPartitionSize: 0.125,
				Workloads: ['ml-ai'],
				MemoryInfo: {SizeInMiB: 2861},
			},
		],
		TotalGpuMemoryInMiB: 2861,
	});
});

test('describes Neuron devices, for inference also as inference accelerators', async () => {
	const [inferentia, trainium] = await describe({InstanceTypes: ['trn1.32xlarge', 'inf2.24xlarge']});

	expect(trainium?.NeuronInfo).toEqual({
		NeuronDevices: [{Name: 'Trainium', Count: 16, CoreInfo: {Count: 2, Version: 2}, MemoryInfo: {SizeInMiB: 32_768}}],
		TotalNeuronDeviceMemoryInMiB: 524_288,
	});
	expect(trainium?.InferenceAcceleratorInfo).toBeUndefined();
	expect(inferentia?.NeuronInfo?.NeuronDevices?.[0]).toMatchObject({Name: 'Inferentia2', Count: 6});
	expect(inferentia?.InferenceAcceleratorInfo).toEqual({
		Accelerators: [{Name: 'Inferentia2', Manufacturer: 'AWS', Count: 6, MemoryInfo: {SizeInMiB: 32_768}}],
		TotalInferenceMemoryInMiB: 196_608,
	});
});

test('puts everything else where the API does', async () => {
	const types = await describe({InstanceTypes: ['dl1.24xlarge', 'dl2q.24xlarge', 'f2.6xlarge', 'm7i.metal-24xl', 'vt1.6xlarge']});

	expect(
		types.map((type) => [
			type.InstanceType,
			type.GpuInfo?.Gpus?.[0]?.Name ?? null,
			type.InferenceAcceleratorInfo?.Accelerators?.[0]?.Name ?? null,
			type.FpgaInfo?.Fpgas?.[0]?.Count ?? null,
			type.MediaAcceleratorInfo?.Accelerators?.[0]?.Count ?? null,
			type.NeuronInfo ?? null,
		]),
	).toEqual([
		['dl1.24xlarge', 'Gaudi HL-205', null, null, null, null],
		['dl2q.24xlarge', null, 'AI100', null, null, null],
		['f2.6xlarge', null, null, 1, null, null],
		['m7i.metal-24xl', null, null, null, null, null],
		['vt1.6xlarge', null, null, null, 2, null],
	]);
});

test('filters by name and by usage class', async () => {
	expect(await names({Filters: [{Name: 'supported-usage-class', Values: ['capacity-block']}]})).toEqual([
		'p4d.24xlarge',
		'p4de.24xlarge',
		'p5.48xlarge',
		'p5.4xlarge',
		'p5e.48xlarge',
		'p5en.48xlarge',
		'p6-b200.48xlarge',
		'p6-b300.48xlarge',
		'p6e-gb200.36xlarge',
		'trn1.32xlarge',
		'trn2.3xlarge',
		'trn2.48xlarge',
		'trn2u.48xlarge',
	]);
	expect(await names({Filters: [{Name: 'instance-type', Values: ['trn2*', 'inf2.xl*', 'p9.superxlarge']}]})).toEqual([
		'inf2.xlarge',
		'trn2.3xlarge',
		'trn2.48xlarge',
		'trn2u.48xlarge',
	]);
	expect(await names({Filters: [{Name: 'current-generation', Values: ['false']}]})).toEqual([]);
});

test.each<readonly [string, string, readonly string[]]>([
	['supported-usage-class', 'spot', ['inf2.xlarge', 'm7i.metal-24xl', 'p5.48xlarge', 'p6-b200.48xlarge']],
	['bare-metal', 'true', ['m7i.metal-24xl']],
	['vcpu-info.default-vcpus', '192', ['p5.48xlarge', 'p6-b200.48xlarge']],
	['memory-info.size-in-mib', '16384', ['inf2.xlarge']],
	['network-info.efa-supported', 'false', ['inf2.xlarge', 'm7i.metal-24xl']],
	['network-info.efa-info.maximum-efa-interfaces', '8', ['p6-b200.48xlarge']],
])('filters by %s %s', async (Name, value, types) => {
	const some = ['p5.48xlarge', 'p6-b200.48xlarge', 'p6e-gb200.36xlarge', 'inf2.xlarge', 'm7i.metal-24xl'] as const;

	expect(await names({InstanceTypes: [...some], Filters: [{Name, Values: [value]}]})).toEqual(types);
});

test('where there is a market, a region has the types as Capacity Blocks that it sells', async () => {
	const pools = ['us-east-1a', 'us-east-1-atl-2a', 'eu-west-1b'].map((availabilityZone, index) => ({
		instanceType: ['p5.48xlarge', 'p6-b300.48xlarge', 'p4d.24xlarge'][index] ?? '',
		availabilityZone,
		size: 0,
		rate: 1,
	}));
	const regions = ['us-east-1', 'eu-west-1'].map((name) => ({name, optInStatus: 'opt-in-not-required' as const}));
	const endpoint = await openEndpoint(scenarioWith({regions, market: {pools}}));
	const soldIn = async (region: string) => {
		const command = new DescribeInstanceTypesCommand({Filters: [{Name: 'supported-usage-class', Values: ['capacity-block']}]});
		const {InstanceTypes = []} = await ec2(endpoint, region).send(command);
		return InstanceTypes.map(({InstanceType, SupportedUsageClasses}) => `${InstanceType} ${SupportedUsageClasses}`);
	};

	expect(await soldIn('us-east-1')).toEqual([
		'p5.48xlarge on-demand,spot,capacity-block',
		'p6-b300.48xlarge on-demand,spot,capacity-block',
		'p6e-gb200.36xlarge capacity-block',
		'trn2u.48xlarge capacity-block',
	]);
	expect((await soldIn('eu-west-1'))[0]).toBe('p4d.24xlarge on-demand,spot,capacity-block');
});

test('refuses types that it does not know, and names them', async () => {
	await expect(describe({InstanceTypes: ['p5.48xlarge', 'p9.superxlarge', 'x'] as _InstanceType[]})).rejects.toMatchObject({
		name: 'InvalidInstanceType',
		message: 'The following supplied instance types do not exist: [p9.superxlarge, x]',
		$metadata: {httpStatusCode: 400},
	});
});

test('pages between 5 and 100 types', async () => {
	const endpoint = await openEndpoint(scenarioWith());
	const client = ec2(endpoint);
	const paged: (string | undefined)[] = [];
	for await (const {InstanceTypes = []} of paginateDescribeInstanceTypes({client, pageSize: 5}, {})) {
		expect(InstanceTypes.length).toBeLessThanOrEqual(5);
		paged.push(...InstanceTypes.map(({InstanceType}) => InstanceType));
	}

	expect(paged.length).toBeGreaterThan(80);
	expect(new Set(paged).size).toBe(paged.length);
	for (const MaxResults of [4, 101]) {
		await expect(describe({MaxResults})).rejects.toMatchObject({
			name: 'InvalidParameterValue',
			message: `Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value between 5 and 100.`,
		});
	}
});

test.each(['guide', 'cluster', 'market', 'faults', 'scale-2000'])('knows every type of the scenario %s', async (name) => {
	const scenario = findScenario(name);
	if (scenario === null) {
		throw new Error(`No scenario ${name}.`);
	}

	const types = new Set<string>();
	for (const region of scenario.regions) {
		const rows = scenario.reservationsIn(region.name);
		for (let index = 0; index < rows.length; index++) {
			const row = rows.at(index);
			const reservation: WireReservation | null | undefined = typeof row === 'function' ? row(new Date('2028-01-01T00:00:00Z')) : row;
			types.add(String(reservation?.['instanceType']));
		}
	}

	expect(types.size).toBeGreaterThan(0);
	await expect(describe({InstanceTypes: [...types] as _InstanceType[]})).resolves.toHaveLength(types.size);
});

async function describe(input: DescribeInstanceTypesCommandInput) {
	const {InstanceTypes = []} = await ec2(await openEndpoint(scenarioWith())).send(new DescribeInstanceTypesCommand(input));
	return InstanceTypes;
}

async function names(input: DescribeInstanceTypesCommandInput): Promise<readonly (string | undefined)[]> {
	return (await describe(input)).map(({InstanceType}) => InstanceType);
}
