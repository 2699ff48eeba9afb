import type {Clock, Timers} from '../ports.js';
import type {Reservation} from '../reservations/reservation.js';
import {askRegion, type OnCall} from './ask-region.js';
import {type ExtensionPlan, planExtension} from './extension.js';
import type {ExtensionOffering} from './extension-offering.js';
import {hasOffered, type OfferingsResult} from './offerings-result.js';
import type {OfferingsSource} from './offerings-source.js';
import type {PaceKeeper} from './pace-keeper.js';

export type ExtensionOptions = {
	readonly source: Pick<OfferingsSource, 'findExtensions'>;
	/** A block that is held. */
	readonly block: Reservation;
	/** As asked for, before it is rounded to a length that AWS sells. */
	readonly hours: number;
	readonly keeper: PaceKeeper;
	/** For one answer. */
	readonly timeoutMs: number;
	readonly clock: Clock;
	/** For that deadline. */
	readonly timers: Timers;
	readonly signal: AbortSignal;
	readonly onCall?: OnCall;
};

export type ExtensionSearch =
	/** AWS was not asked: it does not extend the block, or not yet. */
	| {readonly kind: 'not-asked'; readonly block: Reservation; readonly plan: Exclude<ExtensionPlan, {readonly kind: 'ask'}>}
	| {
			readonly kind: 'searched';
			readonly block: Reservation;
			readonly plan: Extract<ExtensionPlan, {readonly kind: 'ask'}>;
			readonly generatedAt: Date;
			readonly result: OfferingsResult<ExtensionOffering>;
	  };

/** What would extend a block, asked for no faster than AWS allows. Rejects only with the reason of the signal. */
export async function searchExtensions(options: ExtensionOptions): Promise<ExtensionSearch> {
	const {source, block, hours, clock, onCall = () => {}} = options;
	const plan = planExtension(block, hours, clock());
	if (plan.kind !== 'ask') {
		return {kind: 'not-asked', block, plan};
	}

	const {region, accelerator} = block;
	const result = await askRegion({
		...options,
		region,
		onCall,
		ask: async (paced) => source.findExtensions(region, plan.call, paced),
	});
	return {
		kind: 'searched',
		block,
		plan,
		generatedAt: clock(),
		// The block's own facts come from AWS, those of a fresh answer from the built-in table.
		result: hasOffered(result) ? {...result, offerings: result.offerings.map((offering) => ({...offering, accelerator}))} : result,
	};
}
