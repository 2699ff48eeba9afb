import type {CheckRequest} from './check-request.js';
import type {CheckSource} from './check-sources.js';

/**
Reservations that one run can use together, best first: one Capacity Block, one cluster placement group, one zone; where the
placement is `any` also all blocks, all ODCRs, and everything.
*/
export type CheckPlace = {
	readonly kind: 'block' | 'placement-group' | 'zone' | 'blocks' | 'odcrs' | 'all';
	readonly sources: readonly CheckSource[];
};

/**
All places, each kind in the order of the rows.

One run has one machine image, so that reservations of different platforms, tenancies or Outposts are never together.
*/
export function placesOf(sources: readonly CheckSource[], {placement}: Pick<CheckRequest, 'placement'>): readonly CheckPlace[] {
	const blocks = sources.filter(({reservation}) => reservation.kind === 'block');
	const odcrs = sources.filter(({reservation}) => reservation.kind === 'odcr');
	const grouped = odcrs.filter(({reservation}) => reservation.placementGroupArn !== null);
	const close = [
		...group('block', blocks, ({reservation: {region, capacityBlockId, key}}) => [region, capacityBlockId ?? key]),
		...group('placement-group', grouped, ({reservation}) => [reservation.placementGroupArn]),
		...group('zone', odcrs, ({reservation: {region, availabilityZone, key}}) => [region, availabilityZone ?? key]),
	];
	return placement === 'cluster'
		? close
		: [...close, ...group('blocks', blocks, () => []), ...group('odcrs', odcrs, () => []), ...group('all', sources, () => [])];
}

function group(
	kind: CheckPlace['kind'],
	sources: readonly CheckSource[],
	placeOf: (source: CheckSource) => readonly (string | null)[],
): readonly CheckPlace[] {
	const places = new Map<string, CheckSource[]>();
	for (const source of sources) {
		const {instancePlatform, tenancy, outpostArn} = source.reservation;
		const key = JSON.stringify([...placeOf(source), instancePlatform, tenancy, outpostArn]);
		const members = places.get(key);
		if (members === undefined) {
			places.set(key, [source]);
		} else {
			members.push(source);
		}
	}

	return [...places.values()].map((members) => ({kind, sources: members}));
}
