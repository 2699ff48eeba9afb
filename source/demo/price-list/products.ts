import {builtinPrices as onDemandPrices, builtinPriceDate as priceDate} from '../../core/cost/builtin-prices.js';
import {type DemoAccelerator, type DemoInstanceType, demoInstanceTypes} from '../instance-types.js';

/** One entry of `PriceList`, as JSON.parse gives it. */
export type Product = {
	readonly product: {
		readonly productFamily: string;
		readonly attributes: Readonly<Record<string, string>>;
		readonly sku: string;
	};
	readonly serviceCode: string;
	readonly terms: {readonly OnDemand: Readonly<Record<string, Term>>};
	readonly version: string;
	readonly publicationDate: string;
};

type Term = {
	readonly priceDimensions: Readonly<Record<string, PriceDimension>>;
	readonly sku: string;
	readonly effectiveDate: string;
	readonly offerTermCode: string;
	readonly termAttributes: Readonly<Record<string, string>>;
};

type PriceDimension = {
	readonly unit: string;
	readonly endRange: string;
	readonly description: string;
	readonly appliesTo: readonly string[];
	readonly rateCode: string;
	readonly beginRange: string;
	readonly pricePerUnit: {readonly USD: string};
};

/** The products that AWS lists for one instance type, which differ in these attributes. */
type Kind = {
	readonly capacitystatus: string;
	readonly marketoption: string;
	readonly operation: string;
	readonly usage: string;
	readonly purpose: string;
	/** The list price, or nothing. */
	readonly isFree: boolean;
};

const onDemand = {marketoption: 'OnDemand', operation: 'RunInstances'};
const used: Kind = {...onDemand, capacitystatus: 'Used', usage: 'BoxUsage', purpose: 'On Demand', isFree: false};
const unused: Kind = {
	...onDemand,
	capacitystatus: 'UnusedCapacityReservation',
	usage: 'UnusedBox',
	purpose: 'Unused Reservation',
	isFree: false,
};
const allocated: Kind = {
	...onDemand,
	capacitystatus: 'AllocatedCapacityReservation',
	usage: 'Reservation',
	purpose: 'Reservation',
	isFree: true,
};
/** Running in a Capacity Block costs nothing more; only `marketoption` tells this product from the one with the price. */
const inBlock: Kind = {
	capacitystatus: 'Used',
	marketoption: 'CapacityBlock',
	operation: 'RunInstances:CB',
	usage: 'BoxUsage',
	purpose: 'Capacity Block',
	isFree: true,
};

/** AWS's names, and what usage types begin with. */
const places: Readonly<Record<string, {readonly location: string; readonly prefix: string}>> = {
	'us-east-1': {location: 'US East (N. Virginia)', prefix: ''},
	'us-east-2': {location: 'US East (Ohio)', prefix: 'USE2-'},
	'us-west-2': {location: 'US West (Oregon)', prefix: 'USW2-'},
	'eu-west-1': {location: 'EU (Ireland)', prefix: 'EU-'},
};

const onDemandTerm = 'JRTCKXETXF';
const hourlyRate = '6YS6EN2CT7';

/** The products of the demo's price list that are wanted, by region and instance type: Linux without further software, shared tenancy. */
export function* listProducts(isWanted: (instanceType: string, region: string) => boolean = () => true): Generator<Product> {
	for (const [region, prices] of Object.entries(onDemandPrices)) {
		for (const type of demoInstanceTypes.values()) {
			if (!isWanted(type.instanceType, region)) {
				continue;
			}

			const price = prices[type.instanceType];
			if (price !== undefined) {
				yield describe(type, region, used, price);
				yield describe(type, region, unused, price);
				yield describe(type, region, allocated, price);
			}

			if (type.usageClasses.includes('capacity-block') && region.startsWith('us-')) {
				yield describe(type, region, inBlock, 0);
			}
		}
	}
}

function describe(type: DemoInstanceType, region: string, kind: Kind, listPrice: number): Product {
	const sku = skuOf(type, region, kind);
	const price = kind.isFree ? 0 : listPrice;
	const term = `${sku}.${onDemandTerm}`;
	const rateCode = `${term}.${hourlyRate}`;
	return {
		product: {
			productFamily: /\.metal/.test(type.instanceType) ? 'Compute Instance (bare metal)' : 'Compute Instance',
			attributes: attributesOf(type, region, kind),
			sku,
		},
		serviceCode: 'AmazonEC2',
		terms: {
			OnDemand: {
				[term]: {
					priceDimensions: {
						[rateCode]: {
							unit: 'Hrs',
							endRange: 'Inf',
							description: `$${writePrice(price)} per ${kind.purpose} Linux ${type.instanceType} Instance Hour`,
							appliesTo: [],
							rateCode,
							beginRange: '0',
							pricePerUnit: {USD: price.toFixed(10)},
						},
					},
					sku,
					effectiveDate: `${priceDate.slice(0, 8)}01T00:00:00Z`,
					offerTermCode: onDemandTerm,
					termAttributes: {},
				},
			},
		},
		version: `${priceDate.replaceAll('-', '')}000000`,
		publicationDate: `${priceDate}T00:00:00Z`,
	};
}

function attributesOf(type: DemoInstanceType, region: string, kind: Kind): Readonly<Record<string, string>> {
	const {location = region, prefix = ''} = places[region] ?? {};
	const {instanceType, vcpus, memoryGib, accelerator} = type;
	const isReservation = kind === unused || kind === allocated;
	return {
		...familyOf(accelerator),
		instanceType,
		currentGeneration: 'Yes',
		vcpu: String(vcpus),
		memory: `${memoryGib} GiB`,
		...(accelerator === null || accelerator.count === 0 ? {} : {gpu: String(accelerator.count)}),
		operatingSystem: 'Linux',
		licenseModel: 'No License required',
		preInstalledSw: 'NA',
		tenancy: 'Shared',
		capacitystatus: kind.capacitystatus,
		marketoption: kind.marketoption,
		operation: kind.operation,
		usagetype: `${prefix}${kind.usage}:${instanceType}`,
		...(isReservation ? {instancesku: skuOf(type, region, used)} : {}),
		location,
		locationType: 'AWS Region',
		regionCode: region,
		availabilityzone: 'NA',
		processorArchitecture: '64-bit',
		servicecode: 'AmazonEC2',
		servicename: 'Amazon Elastic Compute Cloud',
	};
}

function familyOf(accelerator: DemoAccelerator | null): Readonly<Record<string, string>> {
	switch (accelerator?.kind) {
		case 'neuron':
			return {instanceFamily: 'Machine Learning ASIC Instances', instanceFamilyCategory: 'Accelerated Computing'};
		case 'gpu':
			return {instanceFamily: 'GPU instance', instanceFamilyCategory: 'Accelerated Computing'};
		default:
			return {};
	}
}

/** Made up, but of AWS's form and always the same (FNV-1a, drawn out by a linear congruence: quick, since there are many). */
function skuOf({instanceType}: DemoInstanceType, region: string, {usage, marketoption}: Kind): string {
	let state = 0x811c9dc5;
	for (const character of `${region}/${usage}/${marketoption}/${instanceType}`) {
		state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
	}

	let sku = '';
	while (sku.length < 16) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		sku += '23456789ABCDEFGHJKMNPQRSTUVWXYZ'.charAt((state >>> 8) % 31);
	}

	return sku;
}

/** `55.04`, `21.50`, `0.8048`: at least two decimal places, as in AWS's descriptions. */
function writePrice(price: number): string {
	const text = String(price);
	return (text.split('.')[1]?.length ?? 0) < 2 ? price.toFixed(2) : text;
}
