import type {Rows} from './paging.js';
import type {ReservationRow, Scenario, ScenarioRegion} from './scenario.js';

/** A scenario at one instant, as actions see it. */
export type World = {
	readonly scenario: Scenario;
	readonly now: Date;
	readonly region: ScenarioRegion;
	/** The rows of `region`. */
	readonly rows: Rows<ReservationRow>;
};
