import type {Fault} from './faults.js';
import type {Market} from './market.js';
import type {Rows} from './paging.js';
import type {XmlRecord} from './xml.js';

/** One entry of `capacityReservationSet`, by the names of the EC2 Query protocol. */
export type WireReservation = XmlRecord;

/** A reservation as it always is, or as it is at an instant of the scenario's clock; `null` when it is not there then. */
export type ReservationRow = WireReservation | ((now: Date) => WireReservation | null);

/** One entry of `capacityBlockExtensionSet` as it is at an instant; `null` before it was bought. */
export type ExtensionRow = (now: Date) => XmlRecord | null;

export type ScenarioRegion = {
	readonly name: string;
	readonly optInStatus: 'opt-in-not-required' | 'opted-in' | 'not-opted-in';
	/** Milliseconds before an answer begins. */
	readonly latency?: number;
	/** The most reservations in a page, whatever `MaxResults` allows. */
	readonly pageLimit?: number;
};

/** A sample account: what its endpoint knows, and how it goes wrong. */
export type Scenario = {
	readonly name: string;
	/** What the scenario's clock shows when the endpoint starts. */
	readonly epoch: Date;
	readonly accountId: string;
	/** Every region that DescribeRegions lists, the ones not enabled too. */
	readonly regions: readonly ScenarioRegion[];
	/** A region's reservations in a lasting order. Asked once per region. */
	readonly reservationsIn: (region: string) => Rows<ReservationRow>;
	/** What was bought to extend blocks of a region, in a lasting order. */
	readonly extensionsIn?: (region: string) => Rows<ExtensionRow>;
	/** What AWS sells as Capacity Blocks; absent: what it has is sold out. */
	readonly market?: Market;
	readonly faults?: readonly Fault[];
};
