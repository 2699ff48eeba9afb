import {capacity, freeOf, sizeOf, usableUntil} from 'truffle-capacity';

const blocks = await capacity({kind: 'block', instanceTypes: ['p5.48xlarge'], regions: ['us-east-1']});
for (const block of blocks.reservations) {
	console.log(`${block.capacityBlockId}: ${sizeOf(block)} × ${block.instanceType}, ${block.state}`);
	console.log(`  usable until ${usableUntil(block)?.toISOString()}`);
}

const inference = await capacity({kind: 'odcr', instanceTypes: ['inf2.*', 'g6.xlarge'], availableOnly: true, minCapacity: 10});
for (const odcr of inference.reservations) {
	console.log(`${odcr.id}: ${freeOf(odcr)} of ${sizeOf(odcr)} free in ${odcr.availabilityZone}`);
}

if (!inference.isComplete) {
	const failed = inference.regions.filter((region) => region.status !== 'ok' && region.status !== 'empty');
	console.error(`Not counted: ${failed.map((region) => region.region).join(', ')}`);
}
