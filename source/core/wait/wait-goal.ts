import type {ReservationKind} from '../reservations/reservation.js';
import type {Query} from '../rows/query.js';

/** Which reservations are waited for. */
export type WaitTarget =
	/** `cr-…` and `cb-…`; a block stands for all reservations that it owns. */
	| {readonly kind: 'ids'; readonly ids: readonly string[]}
	| {readonly kind: 'query'; readonly query: Query; readonly kinds: readonly ReservationKind[]};

/** What is waited for. */
export type WaitCondition =
	/** So many free instances, added up over the reservations, or in a single one of them. */
	| {readonly kind: 'available'; readonly minCapacity: number; readonly isSingle: boolean}
	/** State `active`: of every id that was named, or of one reservation that the query finds. */
	| {readonly kind: 'active'}
	/** Over, for whatever reason: every id that was named, or all that the query finds. */
	| {readonly kind: 'ended'};

export type WaitGoal = {readonly target: WaitTarget; readonly until: WaitCondition};
