import type {Offering} from '../offerings/offering.js';
import {instancesOf} from '../offerings/offering-price.js';
import {drainMinutes} from '../reservations/expiry.js';
import {ultraServerOf} from '../reservations/ultraservers.js';
import {type CheckRequest, neededHours} from './check-request.js';

const hour = 3_600_000;

/** Whether the run fits into a block that could be bought and that starts no sooner than `now`. */
export function fitsOffering(offering: Offering, request: Omit<CheckRequest, 'placement'>, now: Date): boolean {
	const {startDate, durationHours} = offering;
	const instanceType = offering.instanceType ?? ultraServerOf(offering.ultraserverType)?.instanceType ?? null;
	const instances = instancesOf(offering);
	if (startDate === null || startDate < now || durationHours === null || instances === null) {
		return false;
	}

	const usable = request.length.unit === 'days' ? durationHours : durationHours - drainMinutes(instanceType) / 60;
	const end = startDate.getTime() + neededHours(request) * hour;
	return (
		instanceType === request.instanceType &&
		instances >= request.count &&
		usable >= neededHours(request) &&
		(request.by === null || end <= request.by.getTime()) &&
		(request.regions === null || request.regions.includes(offering.region))
	);
}

/** The search for such blocks, for hours that are sold: hours that must be usable need a block that is longer by the drain. */
export function soldHours(request: Pick<CheckRequest, 'length' | 'instanceType'>): number {
	return neededHours(request) + (request.length.unit === 'days' ? 0 : drainMinutes(request.instanceType) / 60);
}
