export type {Accelerator} from './core/accelerator.js';
export {CapacityError, type CapacityErrorReason, UnknownRegionError} from './core/errors.js';
export {drainMinutes, durationHours, type NextMoment, nextMoment, usableUntil} from './core/expiry.js';
export {groupOdcrs, type OdcrGroup} from './core/group-odcrs.js';
export {isKnownState, type Lifecycle, lifecycleOf, type ReservationState, reservationStates} from './core/lifecycle.js';
export {emptyQuery, matches, type Query, type QuerySplit, splitByQuery} from './core/query.js';
export {
	hasAnswered,
	isComplete,
	type RegionFailure,
	type RegionFailureStatus,
	type RegionResult,
	type RegionStatus,
} from './core/region-result.js';
export {
	type CapacityAllocation,
	type Commitment,
	type EndDate,
	endOf,
	type InterruptibleAllocation,
	type Interruption,
	isBilledTo,
	nameOf,
	type Reservation,
	type ReservationKind,
} from './core/reservation.js';
export {defaultSort, type Sort, type SortKey, sortBy, sortKeys, sortReservations} from './core/sort.js';
export type {RegionDirectory, RegionEntry} from './core/source.js';
export {splitByKind} from './core/split-by-kind.js';
export {type BlockSummary, type OdcrSummary, summariseBlocks, summariseOdcrs} from './core/summary.js';
export {
	fitAll,
	layoutTimeline,
	type Timeline,
	type TimelineRow,
	type TimelineSegment,
	type TimelineView,
	type TimelineWindow,
} from './core/timeline.js';
export {acceleratorsIn, freeOf, percentOf, sizeOf, type Usage, usageOf} from './core/usage.js';
export {type Capacity, type CapacityOptions, capacity} from './library/capacity.js';
