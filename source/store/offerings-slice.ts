import type {StateCreator} from 'zustand/vanilla';
import type {CapacityError} from '../core/errors.js';
import type {OfferingsResult} from '../core/offerings/offerings-result.js';
import {createPaceKeeper} from '../core/offerings/pace-keeper.js';
import {type FormProblem, hoursOfForm, type OfferingsForm, readForm} from '../core/offerings/read-form.js';
import type {OfferingRequest} from '../core/offerings/request.js';
import {type ExtensionSearch, searchExtensions} from '../core/offerings/search-extensions.js';
import {type OfferingsSearch, type SearchEvent, searchOfferings} from '../core/offerings/search-offerings.js';
import type {SearchProgress} from '../core/offerings/search-progress.js';
import {type OfferingSortKey, offeringSortKeys} from '../core/offerings/sort-offerings.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {asCapacityError} from './as-capacity-error.js';
import {selectCursor} from './selectors.js';
import type {CapacityState, Cursor, StorePorts} from './types.js';

export type FormField = keyof OfferingsForm;

export const formFields = ['type', 'count', 'days', 'startAfter', 'endBy'] as const satisfies readonly FormField[];

/** What was looked for. */
export type AskedOfferings =
	| {readonly kind: 'search'; readonly request: OfferingRequest}
	/** More time for a block that is held. */
	| {readonly kind: 'extension'; readonly block: Reservation; readonly hours: number};

/** How far the latest search is. */
export type Looking =
	| {readonly status: 'never'}
	/** `results`: of the regions that have answered. */
	| {
			readonly status: 'searching';
			readonly asked: AskedOfferings;
			readonly progress: SearchProgress | null;
			readonly results: readonly OfferingsResult[];
	  }
	| {readonly status: 'searched'; readonly asked: AskedOfferings; readonly search: OfferingsSearch; readonly at: Date}
	| {readonly status: 'extended'; readonly asked: AskedOfferings; readonly search: ExtensionSearch; readonly at: Date}
	| {readonly status: 'failed'; readonly asked: AskedOfferings; readonly error: CapacityError};

export type OfferingsState = {
	readonly form: OfferingsForm;
	/** What of the form is being typed; `null`: nothing. */
	readonly formField: FormField | null;
	/** Why the form cannot be searched for; `null`: it can, or nobody tried. */
	readonly formProblem: FormProblem | null;
	/** What the form said before it was typed into; `null`: nobody types. */
	readonly formBefore: OfferingsForm | null;
	readonly looking: Looking;
	readonly offeringSort: OfferingSortKey;
};

export type OfferingsActions = {
	readonly editForm: (field: FormField) => void;
	/** Leaves the form as it was before it was typed into. */
	readonly leaveForm: () => void;
	readonly typeForm: (text: string) => void;
	/** Searches for what the form says; says what is wrong with it instead. `findsLargest`: the largest count too, when there is nothing. */
	readonly searchOfferings: (findsLargest: boolean) => Promise<void>;
	/** Looks for more time of the block under the cursor, by as many days as the form says. */
	readonly searchExtensions: () => Promise<void>;
	/** Ends a search that is under way; what had been found before it is there again. */
	readonly cancelSearch: () => void;
	readonly stepOfferingSort: () => void;
};

/** Offerings are searched for only when somebody asks: AWS allows one search in 6.7 seconds, and the account shares them. */
export function createOfferingsSlice(ports: StorePorts): StateCreator<CapacityState, [], [], OfferingsState & OfferingsActions> {
	return (set, get) => {
		const keeper = createPaceKeeper(ports);
		let running: AbortController | null = null;
		/** What there was before the search that is under way. */
		let before: {readonly looking: Looking; readonly cursor: Cursor} | null = null;

		/** A newer search overtakes an older one. */
		async function look(asked: AskedOfferings, run: (signal: AbortSignal) => Promise<Looking>): Promise<void> {
			running?.abort();
			const controller = new AbortController();
			running = controller;
			const {looking: earlier, cursors} = get();
			// A search that is overtaken has come to nothing.
			before = earlier.status === 'searching' ? before : {looking: earlier, cursor: cursors.offerings};
			set((state) => ({
				pane: 'offerings',
				screen: 'main',
				formField: null,
				formProblem: null,
				formBefore: null,
				notice: null,
				looking: {status: 'searching', asked, progress: null, results: []},
				cursors: {...state.cursors, offerings: {key: null, index: 0, top: 0}},
			}));
			let looking: Looking;
			try {
				looking = await run(controller.signal);
			} catch (error) {
				looking = {status: 'failed', asked, error: asCapacityError(error)};
			}

			if (running === controller) {
				running = null;
				set({looking});
			}
		}

		function note(event: SearchEvent): void {
			set(({looking}) => {
				if (looking.status !== 'searching') {
					return {};
				}

				return event.type === 'progress'
					? {looking: {...looking, progress: event.progress}}
					: {looking: {...looking, results: [...looking.results, event.result]}};
			});
		}

		return {
			form: {type: 'p5.48xlarge', count: '8', days: '7', startAfter: '', endBy: ''},
			formField: null,
			formProblem: null,
			formBefore: null,
			looking: {status: 'never'},
			offeringSort: 'price',

			editForm(formField) {
				set(({form, formBefore}) => ({formField, formBefore: formBefore ?? form, notice: null}));
			},

			leaveForm() {
				set(({form, formBefore}) => ({form: formBefore ?? form, formField: null, formProblem: null, formBefore: null, notice: null}));
			},

			typeForm(text) {
				set(({form, formField}) => (formField === null ? {} : {form: {...form, [formField]: text}, formProblem: null, notice: null}));
			},

			async searchOfferings(findsLargest) {
				const reading = readForm(get().form, get().marked, ports.clock());
				if (reading.kind === 'problem') {
					const {field, because} = reading;
					set(({form, formBefore}) => ({
						pane: 'offerings',
						screen: 'main',
						formField: field,
						formProblem: {field, because},
						formBefore: formBefore ?? form,
						notice: null,
					}));
					return;
				}

				const {request} = reading;
				const asked: AskedOfferings = {kind: 'search', request};
				await look(asked, async (signal) => {
					const search = await searchOfferings({
						source: await ports.openSource(),
						request,
						sort: get().offeringSort,
						findsLargest,
						directory: get().directory,
						keeper,
						timeoutMs: ports.timeoutMs,
						clock: ports.clock,
						timers: ports.timers,
						signal,
						onEvent: (event) => !signal.aborted && note(event),
					});
					return {status: 'searched', asked, search, at: ports.clock()};
				});
			},

			async searchExtensions() {
				const {reservation: block} = selectCursor(get(), get().pane);
				if (block === null || block.kind !== 'block') {
					get().showNotice('Only a Capacity Block can be extended.');
					return;
				}

				const hours = hoursOfForm(get().form) ?? 24;
				const asked: AskedOfferings = {kind: 'extension', block, hours};
				await look(asked, async (signal) => {
					const source = await ports.openSource();
					const {clock, timers, timeoutMs} = ports;
					const search = await searchExtensions({source, block, hours, keeper, timeoutMs, clock, timers, signal});
					return {status: 'extended', asked, search, at: clock()};
				});
			},

			cancelSearch() {
				running?.abort();
				running = null;
				const {looking} = get();
				if (looking.status === 'searching') {
					set((state) => ({
						looking: before?.looking ?? {status: 'never'},
						cursors: {...state.cursors, offerings: before?.cursor ?? state.cursors.offerings},
					}));
				}
			},

			stepOfferingSort() {
				set(({offeringSort}) => {
					const at = offeringSortKeys.indexOf(offeringSort);
					return {offeringSort: offeringSortKeys[(at + 1) % offeringSortKeys.length] ?? 'price', notice: null};
				});
			},
		};
	};
}
