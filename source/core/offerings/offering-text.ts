import {lengthText} from '../words/length-text.js';
import {momentText} from '../words/moment-text.js';
import type {Offering} from './offering.js';
import {instancesOf} from './offering-price.js';
import {feeText} from './purchase.js';

/** What can be bought, in one phrase: which, how many instances, where, from when, for how long and for how much. */
export function offeringText(offering: Offering): string {
	const {id, key, availabilityZone, region, startDate, durationHours: hours} = offering;
	const when = startDate === null ? 'an unknown date' : momentText(startDate);
	const length = hours === null ? 'an unknown length' : lengthText(hours);
	return `${id ?? key}, ${instancesOf(offering) ?? '?'} instances in ${availabilityZone ?? region} from ${when} for ${length}, ${feeText(offering)} up front`;
}
