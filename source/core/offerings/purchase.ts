import {lengthText} from '../words/length-text.js';
import {momentText} from '../words/moment-text.js';
import {shellQuote} from '../words/shell-quote.js';
import type {Offering} from './offering.js';
import {instancesOf} from './offering-price.js';

/** Platforms that a Capacity Block can be bought for (EC2 User Guide, "Capacity Blocks for ML"). */
export const blockPlatforms = ['Linux/UNIX', 'Red Hat Enterprise Linux', 'RHEL with HA', 'SUSE Linux', 'Ubuntu Pro'] as const;

/**
The line that buys the offering, to be run by a person; `null` without an id, or with one or a region that is no plain word, which the
AWS CLI could take for an option or a file.
*/
export function purchaseLine({id, region}: Pick<Offering, 'id' | 'region'>, platform: string = blockPlatforms[0]): string | null {
	return id === null || !isPlainId(id) || !isPlainId(region)
		? null
		: `aws ec2 purchase-capacity-block --region ${region} --capacity-block-offering-id ${id} --instance-platform ${shellQuote(platform)}`;
}

/** The line that extends an owned block by an extension offering. */
export function extensionLine(region: string, reservationId: string | null, offeringId: string | null): string | null {
	return reservationId === null || offeringId === null || ![region, reservationId, offeringId].every(isPlainId)
		? null
		: `aws ec2 purchase-capacity-block-extension --region ${region} --capacity-reservation-id ${reservationId} --capacity-block-extension-offering-id ${offeringId}`;
}

/** What whoever runs the line agrees to: the fee, and that there is no way back (EC2 User Guide, "Capacity Blocks pricing and billing"). */
export function purchaseTerms(offering: Offering): readonly string[] {
	const {instanceType, ultraserverType, availabilityZone, region, startDate, endDate, durationHours} = offering;
	const count = offering.ultraserverType === null ? instancesOf(offering) : offering.ultraserverCount;
	const what = `${count ?? 'an unknown number'} × ${ultraserverType ?? instanceType ?? 'an unknown type'} in ${availabilityZone ?? region}`;
	const length = durationHours === null ? '' : `, ${lengthText(durationHours)}`;
	return [
		`${feeText(offering)} is charged at once and in full for ${what}, ${dateText(startDate)} to ${dateText(endDate)}${length}; operating system fees come on top.`,
		'A Capacity Block cannot be cancelled, moved or resized, and its fee is not paid back. It can be extended.',
		'AWS terminates the instances 30 min before the end (60 min for P6e-GB200).',
	];
}

/** `USD 8,467.20`: what AWS wrote, with separators. */
export function feeText({upfrontFee, currencyCode}: Pick<Offering, 'upfrontFee' | 'currencyCode'>): string {
	return upfrontFee === null ? 'An unknown fee' : [currencyCode, separated(upfrontFee.text)].filter((part) => part !== null).join(' ');
}

/** The digits are AWS's own: no rounding. Zeros after the cents say nothing. */
function separated(amount: string): string {
	return /^\d+(?:\.\d+)?$/.test(amount)
		? amount.replace(/(\.\d\d)0+$/, '$1').replaceAll(/\B(?<!\.\d*)(?=(?:\d{3})+(?:\.|$))/g, ',')
		: amount;
}

function dateText(date: Date | null): string {
	return date === null ? 'an unknown date' : momentText(date);
}

function isPlainId(text: string): boolean {
	return /^[a-z][a-z0-9-]*$/i.test(text);
}
