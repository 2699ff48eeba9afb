export type {CheckOutcome, CheckVerdict} from './core/check/check-capacity.js';
export type {CheckCoverage} from './core/check/check-coverage.js';
export type {CheckWords} from './core/check/check-words.js';
export type {CheckFit} from './core/check/find-fit.js';
export {CapacityError, type CapacityErrorReason, UnknownRegionError} from './core/errors.js';
export type {MergedOfferings} from './core/offerings/merge-offerings.js';
export type {Fee, Offering} from './core/offerings/offering.js';
export {pricePerAcceleratorHour, pricePerInstanceHour} from './core/offerings/offering-price.js';
export {purchaseLine, purchaseTerms} from './core/offerings/purchase.js';
export type {OfferingsSearch} from './core/offerings/search-offerings.js';
export type {OfferingSortKey} from './core/offerings/sort-offerings.js';
export {
	hasAnswered,
	isComplete,
	type RegionFailure,
	type RegionFailureStatus,
	type RegionResult,
	type RegionStatus,
} from './core/regions/region-result.js';
export type {RegionDirectory, RegionEntry} from './core/regions/source.js';
export type {Accelerator} from './core/reservations/accelerator.js';
export {drainMinutes, durationHours, type NextMoment, nextMoment, usableUntil} from './core/reservations/expiry.js';
export {isKnownState, type Lifecycle, lifecycleOf, type ReservationState, reservationStates} from './core/reservations/lifecycle.js';
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
} from './core/reservations/reservation.js';
export {splitByKind} from './core/reservations/split-by-kind.js';
export {acceleratorsIn, contradictionIn, freeOf, percentOf, sizeOf, type Usage, usageOf} from './core/reservations/usage.js';
export {groupOdcrs, type OdcrGroup} from './core/rows/group-odcrs.js';
export {emptyQuery, matches, type Query, type QuerySplit, splitByQuery} from './core/rows/query.js';
export {defaultSort, type Sort, type SortKey, sortBy, sortKeys, sortReservations} from './core/rows/sort.js';
export {type BlockSummary, type OdcrSummary, summariseBlocks, summariseOdcrs} from './core/rows/summary.js';
export {
	fitAll,
	layoutTimeline,
	type Timeline,
	type TimelineRow,
	type TimelineSegment,
	type TimelineView,
	type TimelineWindow,
} from './core/timeline/timeline.js';
export {type Capacity, type CapacityOptions, capacity} from './library/capacity.js';
export type {Check, CheckOptions} from './library/check.js';
export {createTruffle, type Truffle, type TruffleOptions} from './library/create-truffle.js';
export type {OfferingsOptions} from './library/offerings.js';
export type {SnippetOptions} from './library/snippet.js';
export type {WaitOptions, WaitReport} from './library/wait.js';
export {
	isSnippet,
	type NoSnippet,
	type Snippet,
	type SnippetKind,
	type SnippetLanguage,
	snippetKinds,
	snippetTitles,
} from './snippets/snippet.js';
export {snippetOf, snippetsOf} from './snippets/snippet-of.js';
export {terraformOf} from './snippets/terraform-of.js';
