import {createTruffle, durationHours, freeOf, sizeOf, usableUntil} from 'truffle-capacity';

const truffle = createTruffle({regions: ['us-east-1', 'us-west-2']});

// Capacity Blocks for training
const blocks = await truffle.capacity({kind: 'block', instanceTypes: ['p5.48xlarge']});
for (const block of blocks.reservations) {
	console.log(`Capacity Block: ${block.capacityBlockId}, ${block.state}`);
	console.log(`  Instances: ${sizeOf(block)} × ${block.instanceType}`);
	console.log(`  Duration: ${durationHours(block)} hours, usable until ${usableUntil(block)?.toISOString()}`);
}

// ODCRs for inference
const odcrs = await truffle.capacity({kind: 'odcr', instanceTypes: ['inf2.*', 'g6.xlarge'], availableOnly: true, minCapacity: 10});
for (const odcr of odcrs.reservations) {
	console.log(`ODCR: ${odcr.id}, ${freeOf(odcr)} of ${sizeOf(odcr)} × ${odcr.instanceType} free in ${odcr.availabilityZone}`);
}

if (!odcrs.isComplete) {
	const failed = odcrs.regions.filter((region) => region.status !== 'ok' && region.status !== 'empty');
	console.error(`Not counted: ${failed.map((region) => region.region).join(', ')}`);
}

// Before training: is there room for 32 instances for a week?
const run = await truffle.check({instanceType: 'p5.48xlarge', count: 32, days: 7});
console.log([run.words.headline, ...run.words.reasons, ...run.words.caveats].join('\n'));

const [place] = run.fits.flatMap((fit) => fit.uses);
if (place?.source.reservation.id) {
	const snippet = await truffle.snippet({id: place.source.reservation.id, kind: 'run-instances'});
	console.log('text' in snippet ? snippet.text : snippet.because);
}
