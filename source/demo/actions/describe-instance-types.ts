import {ApiError} from '../api-error.js';
import {compileFilters, type FilterFields} from '../filters.js';
import {type DemoAccelerator, type DemoInstanceType, demoInstanceTypes} from '../instance-types.js';
import {isSoldAsBlock} from '../is-sold-as-block.js';
import {readPage} from '../paging.js';
import {readFilters, readList, readMaxResults} from '../query-request.js';
import type {World} from '../world.js';
import {writeElement, type XmlRecord} from '../xml.js';
import type {Action} from './action.js';

/** Those of the API's fifty whose fields are in the answer. */
const filterFields: FilterFields<DemoInstanceType> = {
	'bare-metal': ({instanceType}) => String(isMetal(instanceType)),
	'current-generation': () => 'true',
	'instance-type': ({instanceType}) => instanceType,
	'memory-info.size-in-mib': ({memoryGib}) => String(memoryGib * 1024),
	'network-info.efa-info.maximum-efa-interfaces': ({efaInterfaces}) => (efaInterfaces === 0 ? undefined : String(efaInterfaces)),
	'network-info.efa-supported': ({efaInterfaces}) => String(efaInterfaces > 0),
	'supported-usage-class': ({usageClasses}) => usageClasses,
	'vcpu-info.default-vcpus': ({vcpus}) => String(vcpus),
};

export const describeInstanceTypes: Action = {
	parameters: ['InstanceType', 'Filter', 'MaxResults', 'NextToken'],
	answer,
};

function answer(parameters: URLSearchParams, world: World): Iterable<string> {
	const limit = readMaxResults(parameters, {least: 5, most: 100, fallback: 100});
	const matches = compileFilters(readFilters(parameters), filterFields);
	const names = readNames(parameters);
	const {resources, nextToken} = readPage({
		rows: [...demoInstanceTypes.values()].map((entry) => withClassesOf(entry, world)),
		pick: (entry) => ((names === null || names.has(entry.instanceType)) && matches(entry) ? entry : null),
		limit,
		token: parameters.get('NextToken'),
		scope: `DescribeInstanceTypes/${world.region.name}`,
	});
	return [writeElement('instanceTypeSet', resources.map(describe)), ...(nextToken === null ? [] : [writeElement('nextToken', nextToken)])];
}

/**
Where a scenario has a market, a type has the class `capacity-block` in the regions that sell it.

Types that come in UltraServers only have it everywhere although the search refuses them: AWS does not say that this class and
what can be searched for are the same.
*/
function withClassesOf(entry: DemoInstanceType, world: World): DemoInstanceType {
	const isKept = !entry.usageClasses.includes('on-demand') || isSoldAsBlock(entry.instanceType, world);
	return isKept ? entry : {...entry, usageClasses: entry.usageClasses.filter((usage) => usage !== 'capacity-block')};
}

/** `null` when no types were asked for. */
function readNames(parameters: URLSearchParams): ReadonlySet<string> | null {
	const names = readList(parameters, 'InstanceType');
	const unknown = names.filter((name) => !demoInstanceTypes.has(name));
	if (unknown.length > 0) {
		throw new ApiError(400, 'InvalidInstanceType', `The following supplied instance types do not exist: [${unknown.join(', ')}]`);
	}

	return names.length === 0 ? null : new Set(names);
}

function describe({instanceType, usageClasses, vcpus, memoryGib, efaInterfaces, accelerator}: DemoInstanceType): XmlRecord {
	return {
		instanceType,
		currentGeneration: true,
		bareMetal: isMetal(instanceType),
		supportedUsageClasses: usageClasses,
		vCpuInfo: {defaultVCpus: vcpus},
		memoryInfo: {sizeInMiB: memoryGib * 1024},
		networkInfo: efaInterfaces === 0 ? {efaSupported: false} : {efaSupported: true, efaInfo: {maximumEfaInterfaces: efaInterfaces}},
		placementGroupInfo: {supportedStrategies: ['cluster', 'partition', 'spread']},
		...(accelerator === null ? {} : describeAccelerator(accelerator)),
	};
}

function isMetal(instanceType: string): boolean {
	return instanceType.includes('.metal');
}

function describeAccelerator(accelerator: DemoAccelerator): XmlRecord {
	const {kind, name, memoryMib, count} = accelerator;
	const memory = {sizeInMiB: memoryMib};
	switch (kind) {
		case 'gpu': {
			const {manufacturer, partition} = accelerator;
			const logical = partition === undefined ? {} : {logicalGpuCount: 1, gpuPartitionSize: partition};
			return {
				gpuInfo: {
					gpus: [{name, manufacturer, count, ...logical, workloadSet: ['ml-ai'], memoryInfo: memory}],
					totalGpuMemoryInMiB: memoryMib * (partition === undefined ? count : 1),
				},
			};
		}

		case 'neuron': {
			const {cores, coreVersion, isInference} = accelerator;
			return {
				neuronInfo: {
					neuronDevices: [{name, count, coreInfo: {count: cores, version: coreVersion}, memoryInfo: memory}],
					totalNeuronDeviceMemoryInMiB: memoryMib * count,
				},
				...(isInference ? describeInference({name, manufacturer: 'AWS', count, memoryMib}) : {}),
			};
		}

		case 'inference':
			return describeInference(accelerator);
		case 'media':
			return {
				mediaAcceleratorInfo: {
					accelerators: [{name, manufacturer: accelerator.manufacturer, count, memoryInfo: memory}],
					totalMediaMemoryInMiB: memoryMib * count,
				},
			};
		case 'fpga':
			return {
				fpgaInfo: {
					fpgas: [{name, manufacturer: accelerator.manufacturer, count, memoryInfo: memory}],
					totalFpgaMemoryInMiB: memoryMib * count,
				},
			};
	}
}

/** The only list of the API whose entries are `<member>` instead of `<item>`. */
function describeInference({
	name,
	manufacturer,
	count,
	memoryMib,
}: {
	readonly name: string;
	readonly manufacturer: string;
	readonly count: number;
	readonly memoryMib: number;
}): XmlRecord {
	return {
		inferenceAcceleratorInfo: {
			accelerators: {member: {count, name, manufacturer, memoryInfo: {sizeInMiB: memoryMib}}},
			totalInferenceMemoryInMiB: memoryMib * count,
		},
	};
}
