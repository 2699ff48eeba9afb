import type {CachedSnapshot} from '../../source/core/regions/cached-snapshot.js';
import {type CacheIdentity, cacheKey} from '../../source/files/cache-key.js';
import {block, reservation} from '../helpers/reservation.js';

export const identity: CacheIdentity = {profile: null, accessKeyId: 'ASIAIOSFODNN7EXAMPLE', endpointUrl: null, partition: 'aws'};
export const key = cacheKey(identity);
export const savedAt = new Date('2026-11-23T10:13:00.250Z');

/** Two regions, one of them empty. */
export function sample(): CachedSnapshot {
	return {
		savedAt,
		accountId: '123456789012',
		directory: {
			origin: 'ec2',
			regions: [
				{name: 'us-east-1', isEnabled: true},
				{name: 'me-south-1', isEnabled: false},
			],
		},
		regions: [
			{
				region: 'us-east-1',
				fetchedAt: new Date('2026-11-23T10:12:58Z'),
				reservations: [
					reservation({tags: {Name: 'train'}, capacityAllocations: [{allocationType: 'used', count: 3, metadata: {az: 'a'}}]}),
					block(),
				],
			},
			{region: 'eu-west-1', fetchedAt: new Date('2026-11-23T10:12:59Z'), reservations: []},
		],
		facts: new Map([
			['p5.48xlarge', {name: 'H100', countPerInstance: 8, memoryMib: 81_920}],
			['m7i.large', null],
		]),
	};
}

/** One region of so many reservations. */
export function large(count: number): CachedSnapshot {
	const reservations = Array.from({length: count}, (_, index) => reservation({id: `cr-${index.toString(16).padStart(17, '0')}`}));
	return {...sample(), regions: [{region: 'us-east-1', fetchedAt: savedAt, reservations}]};
}
