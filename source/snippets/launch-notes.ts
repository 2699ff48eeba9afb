import {usableUntil} from '../core/reservations/expiry.js';
import {endOf} from '../core/reservations/reservation.js';
import {freeOf} from '../core/reservations/usage.js';
import {momentText} from '../core/words/moment-text.js';
import type {LaunchTarget} from './launch-target.js';

/** What every way of launching into the reservation has to respect. */
export function launchNotes(target: LaunchTarget): readonly string[] {
	const {reservation, mode, id, zone, isLive} = target;
	const {startDate, state, instancePlatform, instanceMatchCriteria, outpostArn} = reservation;
	const start = startDate === null ? 'its start' : momentText(startDate);
	const until = usableUntil(reservation);
	const platform = instancePlatform === null || instancePlatform === 'Linux/UNIX' ? 'Linux/UNIX' : instancePlatform;
	return [
		...(isLive ? [] : [`${id} is ${state}: launches into it fail before ${start}.`]),
		...(isLive && freeOf(reservation) === 0 ? ['Nothing of it is free now: launches fail until an instance of it ends.'] : []),
		`The subnet must be in ${zone ?? 'the zone of the reservation'}${outpostArn === null ? '' : ', on its Outpost'}, and the image must be for ${platform}.`,
		...modeNotes(target),
		...(mode === 'odcr' && instanceMatchCriteria === 'open' ? ['It is open: matching launches that do not name it use it as well.'] : []),
		...(until === null ? [] : [untilNote(target, until)]),
	];
}

function modeNotes({mode, placementGroup}: LaunchTarget): readonly string[] {
	switch (mode) {
		case 'odcr':
			return placementGroup === null
				? []
				: [`It is in the cluster placement group ${placementGroup}: only launches into that group use it.`];
		case 'block':
			return ['A Capacity Block takes no placement group: AWS places its instances close together.'];
		case 'ultraserver':
			return [
				'A block of UltraServers can have several reservations: launch into each of them, or put them into a resource group and name that instead.',
				'P6e-GB200 is in a Local Zone that the account must have opted in to, and needs an arm64 image.',
			];
		case 'interruptible':
			return ['Its owner can take it back at any moment: the instances are then terminated after a notice of 2 minutes.'];
	}
}

function untilNote({reservation, mode}: LaunchTarget, until: Date): string {
	const end = endOf(reservation);
	return mode === 'block' || mode === 'ultraserver'
		? `AWS terminates its instances from ${momentText(until)} on${end === null ? '' : `, before the end at ${momentText(end)}`}.`
		: `It ends ${momentText(until)}; its instances then run on as On-Demand ones.`;
}
