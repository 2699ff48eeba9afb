import {durationHours} from '../reservations/expiry.js';
import {endOf, type Reservation} from '../reservations/reservation.js';
import {momentText} from '../words/moment-text.js';
import {longestDays, roundLength} from './block-length.js';
import type {ExtensionCall} from './offerings-source.js';

/** Whether, and for how long, an owned block can be extended. */
export type ExtensionPlan =
	| {
			readonly kind: 'ask';
			/** Parameters of `ec2:DescribeCapacityBlockExtensionOfferings`. */
			readonly call: ExtensionCall;
			/** Extensions are sold until then. */
			readonly until: Date;
			readonly notes: readonly string[];
	  }
	| {readonly kind: 'too-early'; readonly from: Date; readonly because: string}
	| {readonly kind: 'never'; readonly because: string};

const hour = 3_600_000;
const day = 24 * hour;

/**
Plans the extension of a block by so many hours.

A block can be extended while it is active or scheduled, from 56 days to an hour before its end, by the lengths that blocks are sold
in, up to 182 days in all (EC2 User Guide, "Extend Capacity Blocks"). An extension that is not paid yet rules out another one, which
only AWS can tell.
*/
export function planExtension(block: Reservation, hours: number, now: Date): ExtensionPlan {
	const end = endOf(block);
	const length = roundLength(hours);
	if (block.kind !== 'block') {
		return {kind: 'never', because: 'Only a Capacity Block can be extended; the end of an ODCR is changed by modifying it.'};
	}

	if (length.kind === 'not-sold') {
		return {kind: 'never', because: length.because};
	}

	if (block.id === null || end === null || (block.state !== 'active' && block.state !== 'scheduled')) {
		return {
			kind: 'never',
			because: `A block can be extended while it is active or scheduled; this one is ${block.state ?? 'in an unknown state'}.`,
		};
	}

	const until = new Date(end.getTime() - hour);
	const from = new Date(end.getTime() - 56 * day);
	if (now >= until) {
		return {kind: 'never', because: `Extensions of this block were sold until ${momentText(until)}, an hour before its end.`};
	}

	if (now < from) {
		return {kind: 'too-early', from, because: `Extensions of this block are sold from ${momentText(from)} on, 56 days before its end.`};
	}

	const whole = durationHours(block);
	if (whole !== null && whole + length.hours > longestDays * 24) {
		return {kind: 'never', because: `A block and its extensions last at most ${longestDays} days together.`};
	}

	return {
		kind: 'ask',
		call: {capacityReservationId: block.id, capacityBlockExtensionDurationHours: length.hours},
		until,
		notes: length.note === null ? [] : [length.note],
	};
}
