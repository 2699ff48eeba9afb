import type {ExtensionSearch} from '../../core/offerings/search-extensions.js';
import type {OfferingsSearch} from '../../core/offerings/search-offerings.js';
import type {CapacitySnapshot} from '../../core/regions/snapshot.js';

export const offeringsFormats = ['table', 'json', 'csv', 'yaml'] as const;

export type OfferingsFormat = (typeof offeringsFormats)[number];

/** What was looked for and found. `held`: the account's reservations, as far as they could be read. */
export type OfferingsReport = {
	readonly held: CapacitySnapshot;
	readonly isAscii: boolean;
	readonly now: Date;
} & (
	| {readonly kind: 'search'; readonly search: OfferingsSearch}
	/** `shortestLine`: the line to type that looks for the shortest extension. */
	| {readonly kind: 'extension'; readonly search: ExtensionSearch; readonly hours: number; readonly shortestLine: string}
);
