import {durationHours, usableUntil} from '../reservations/expiry.js';
import type {Reservation} from '../reservations/reservation.js';
import {listed} from '../words/listed.js';
import {type CheckRequest, neededHours} from './check-request.js';
import type {CheckFit} from './find-fit.js';

/** Reservations that a sentence names before it counts the rest. */
const mostNamed = 3;

/** What the fit does not promise. */
export function fitCaveats(fit: CheckFit, request: CheckRequest): readonly string[] {
	return [...usesCaveats(fit, request), ...placeCaveats(fit)];
}

/** What the network between its instances does not promise; of no interest to a service. */
export function placeCaveats({place: {kind}}: CheckFit): readonly string[] {
	switch (kind) {
		case 'zone':
			return ['One zone, but no cluster placement group and no UltraCluster: that the instances are close together is not promised.'];
		case 'blocks':
		case 'odcrs':
		case 'all':
			return ['The instances are not in one place: the network between them is that between zones or blocks.'];
		case 'block':
		case 'placement-group':
			return [];
	}
}

/** What the reservations do not promise. */
export function usesCaveats({uses}: CheckFit, request: CheckRequest): readonly string[] {
	const reservations = uses.map(({source}) => source.reservation);
	const named = (rows: readonly Reservation[]): string =>
		listed(
			rows.map(({id, key}) => id ?? key),
			mostNamed,
		);
	const open = reservations.filter(({kind, instanceMatchCriteria}) => kind === 'odcr' && instanceMatchCriteria === 'open');
	const unpaid = reservations.filter(({state}) => state === 'payment-pending');
	const drained = reservations.filter((row) => row.kind === 'block' && isCutByDrain(row, request));
	const platforms = [...new Set(reservations.flatMap(({instancePlatform}) => instancePlatform ?? []))].filter(
		(platform) => platform !== 'Linux/UNIX',
	);
	return [
		...(drained.length === 0
			? []
			: [
					`AWS terminates the instances of ${named(drained)} before its end: the last half hour of its days (hour for P6e-GB200) cannot be used.`,
				]),
		...(unpaid.length === 0 ? [] : [`${named(unpaid)} is not paid yet: AWS releases it when the payment fails within 12 hours.`]),
		...(open.length === 0
			? []
			: [`${named(open)} ${open.length === 1 ? 'is' : 'are'} open: any matching launch may take the instances first.`]),
		...(platforms.length === 0 ? [] : [`The machine image must be for ${listed(platforms)}.`]),
	];
}

/** Its days hold the run only with the drain counted. */
function isCutByDrain(row: Reservation, request: CheckRequest): boolean {
	const length = durationHours(row);
	const usable = usableUntil(row);
	const start = row.startDate;
	return (
		length !== null &&
		usable !== null &&
		start !== null &&
		request.length.unit === 'days' &&
		(usable.getTime() - start.getTime()) / 3_600_000 < neededHours(request)
	);
}
