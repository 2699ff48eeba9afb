import fc from 'fast-check';
import type {CachedSnapshot} from '../../source/core/regions/cached-snapshot.js';
import type {RegionDirectory} from '../../source/core/regions/source.js';
import {anyAccelerator, anyReservationsIn, anyText, anyTime, orNull} from '../helpers/any-reservation.js';

const name = fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', '', '7', 'Größe', '"\\'));

const entries = fc.array(fc.record({name: anyText, isEnabled: fc.boolean()}), {maxLength: 3});
const directory: fc.Arbitrary<RegionDirectory> = fc.oneof(
	entries.map((regions) => ({origin: 'ec2', regions}) as const),
	fc.tuple(entries, anyText).map(([regions, note]) => ({origin: 'builtin', regions, note}) as const),
);

const regions: fc.Arbitrary<CachedSnapshot['regions']> = fc.uniqueArray(anyText, {maxLength: 4}).chain((names) =>
	fc.tuple(
		...names.map((region) =>
			fc.record({
				region: fc.constant(region),
				fetchedAt: anyTime,
				reservations: anyReservationsIn(region, 4, anyTime),
			}),
		),
	),
);

/** Any snapshot that an app could have. */
export const snapshots: fc.Arbitrary<CachedSnapshot> = fc.record({
	savedAt: anyTime,
	accountId: orNull(anyText),
	directory: orNull(directory),
	regions,
	facts: fc.array(fc.tuple(name, orNull(anyAccelerator)), {maxLength: 3}).map((pairs) => new Map(pairs)),
});
