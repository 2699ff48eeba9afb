import type {AcceleratorFacts} from '../reservations/accelerator.js';
import type {Reservation} from '../reservations/reservation.js';
import type {RegionDirectory} from './source.js';

/** The last good answer of a region. */
export type CachedRegion = {readonly region: string; readonly fetchedAt: Date; readonly reservations: readonly Reservation[]};

/** What the app saw last, kept for its next start. Has no credentials, no profile and no endpoint in it. */
export type CachedSnapshot = {
	readonly savedAt: Date;
	/** Whose reservations these are, `null` when it was not known; to be dropped when STS names another account. */
	readonly accountId: string | null;
	readonly directory: RegionDirectory | null;
	/** Regions that have answered, with their last good rows; each once. */
	readonly regions: readonly CachedRegion[];
	readonly facts: AcceleratorFacts;
};
