import type {Reservation} from '../reservations/reservation.js';

/** What a list price is of: an instance with Linux, for an hour. `tenancy` is in EC2's words. */
export type PricedPlace = {readonly instanceType: string; readonly region: string; readonly tenancy: 'default' | 'dedicated'};

/** Who says so. `publishedOn`: the day of that price list, `YYYY-MM-DD`; `null`: AWS did not say. */
export type PriceSource =
	| {readonly kind: 'price-list'; readonly publishedOn: string | null}
	| {readonly kind: 'builtin'; readonly publishedOn: string};

/** `usdPerHour`: US dollars for an instance and hour; `null`: the source lists no On-Demand price, as of types that are sold as Capacity Blocks only. */
export type Price = {readonly usdPerHour: number | null; readonly source: PriceSource};

/** By `priceKey`. What is absent is not known. */
export type Prices = ReadonlyMap<string, Price>;

export const noPrices: Prices = new Map();

export function priceKey({instanceType, region, tenancy}: PricedPlace): string {
	return `${region}/${instanceType}/${tenancy}`;
}

/**
What its instances are priced as; `null` where no list price of a region's Linux instances holds: other platforms bring a licence,
Local Zones have prices of their own, and an Outpost is paid for as a whole.
*/
export function pricedPlace({
	instanceType,
	region,
	tenancy,
	instancePlatform,
	availabilityZone,
	outpostArn,
}: Reservation): PricedPlace | null {
	const isPriced =
		instancePlatform === 'Linux/UNIX' && outpostArn === null && (availabilityZone === null || isZoneOf(availabilityZone, region));
	return isPriced && instanceType !== null && typeSyntax.test(instanceType) && (tenancy === 'default' || tenancy === 'dedicated')
		? {instanceType, region, tenancy}
		: null;
}

const typeSyntax = /^[a-z0-9][a-z0-9.-]{1,63}$/;

/** `us-east-1a` is one of us-east-1; `us-east-1-atl-2a` is a Local Zone beside it. */
function isZoneOf(zone: string, region: string): boolean {
	return zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length));
}
