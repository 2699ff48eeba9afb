import {ApiError} from '../api-error.js';
import {compileFilters, type FilterFields} from '../filters.js';
import {type DemoAccelerator, type DemoInstanceType, demoInstanceTypes} from '../instance-types.js';
import {readPage} from '../paging.js';
import {readFilters, readList, readMaxResults} from '../query-request.js';
import type {World} from '../world.js';
import {writeElement, type XmlRecord} from '../xml.js';
import type {Action} from './action.js';

const filterFields: FilterFields<DemoInstanceType> = {
	'instance-type': ({instanceType}) => instanceType,
	'supported-usage-class': ({usageClasses}) => usageClasses,
	'current-generation': () => 'true',
};

export const describeInstanceTypes: Action = {
	parameters: ['InstanceType', 'Filter', 'MaxResults', 'NextToken'],
	answer,
};

function answer(parameters: URLSearchParams, {region}: World): Iterable<string> {
	const limit = readMaxResults(parameters, {least: 5, most: 100, fallback: 100});
	const matches = compileFilters(readFilters(parameters), filterFields);
	const names = readNames(parameters);
	const {resources, nextToken} = readPage({
		rows: [...demoInstanceTypes.values()],
		pick: (entry) => ((names === null || names.has(entry.instanceType)) && matches(entry) ? entry : null),
		limit,
		token: parameters.get('NextToken'),
		scope: `DescribeInstanceTypes/${region.name}`,
	});
	return [writeElement('instanceTypeSet', resources.map(describe)), ...(nextToken === null ? [] : [writeElement('nextToken', nextToken)])];
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
		supportedUsageClasses: usageClasses,
		vCpuInfo: {defaultVCpus: vcpus},
		memoryInfo: {sizeInMiB: memoryGib * 1024},
		networkInfo: efaInterfaces === 0 ? {efaSupported: false} : {efaSupported: true, efaInfo: {maximumEfaInterfaces: efaInterfaces}},
		placementGroupInfo: {supportedStrategies: ['cluster', 'partition', 'spread']},
		...(accelerator === null ? {} : describeAccelerator(accelerator)),
	};
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
