import type {Reservation} from '../reservations/reservation.js';
import {sizeOf} from '../reservations/usage.js';
import {lengthText} from '../words/length-text.js';
import {besideHeld} from './beside-held.js';
import type {Offering} from './offering.js';
import {instancesOf} from './offering-price.js';
import {mostInstancesTogether} from './plan-offerings.js';

const hour = 3_600_000;

/** Further apart two blocks have nothing to do with each other. */
const nearMs = 14 * 24 * hour;

/** How an offering sits beside held blocks, the most important first: `with ×24 us-east-1a`, `3 d after ×24 us-east-1a`. Empty: none is near. */
export function besideWords(offering: Offering, held: readonly Reservation[]): readonly string[] {
	const {overlaps, after, before} = besideHeld(offering, held);
	const near = overlaps.toSorted((one, other) => distance(one, offering) - distance(other, offering)).map(blockWords);
	return [
		...(near.length === 0 ? [] : [`with ${near.slice(0, 2).join(', ')}${near.length > 2 ? ` +${near.length - 2}` : ''}`]),
		...(after === null || after.gapMs > nearMs ? [] : [`${gapWords(after.gapMs)} after ${blockWords(after.block)}`]),
		...(before === null || before.gapMs > nearMs ? [] : [`${gapWords(before.gapMs)} before ${blockWords(before.block)}`]),
	];
}

/** The nearer one is the one that can be of use: the same zone, then the same region. */
function distance(block: Reservation, {availabilityZone, region}: Offering): number {
	return block.availabilityZone === availabilityZone ? 0 : block.region === region ? 1 : 2;
}

/** A sentence when some offering and the blocks held beside it are more than an organisation may have; `null`: none is, as far as is known. */
export function togetherWords(offerings: readonly Offering[], held: readonly Reservation[]): string | null {
	const together = offerings.map((offering) => {
		const beside = besideHeld(offering, held).overlaps.reduce((sum, block) => sum + (sizeOf(block) ?? 0), 0);
		return beside === 0 ? 0 : beside + (instancesOf(offering) ?? 0);
	});
	const most = Math.max(0, ...together);
	return most <= mostInstancesTogether
		? null
		: `With the blocks held beside it there would be ${most} instances: AWS allows an organisation ${mostInstancesTogether} in all blocks of a day.`;
}

function blockWords(block: Reservation): string {
	return `×${sizeOf(block) ?? '?'} ${block.availabilityZone ?? block.region}`;
}

function gapWords(gapMs: number): string {
	return gapMs === 0 ? 'right' : lengthText(gapMs / hour);
}
