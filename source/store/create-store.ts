import {createStore, type StoreApi} from 'zustand/vanilla';
import type {CachedSnapshot} from '../core/regions/cached-snapshot.js';
import {stateFromCache} from './cached-state.js';
import {createDataSlice} from './data-slice.js';
import {createGuideSlice} from './guide-slice.js';
import {createOfferingsSlice} from './offerings-slice.js';
import {createPriceSlice} from './price-slice.js';
import type {CapacityState, StorePorts} from './types.js';
import {createViewSlice, type InitialView} from './view-slice.js';

export type CapacityStore = StoreApi<CapacityState>;

/** What a store begins with. */
export type StoreOptions = {
	/** The regions asked for by name; `null`: every enabled one. */
	readonly marked?: readonly string[] | null;
	readonly view?: InitialView;
	/** Shown until live rows replace it, region by region. */
	readonly cached?: CachedSnapshot | null;
};

/** A store over `ports`. It does nothing until `start`. */
export function createCapacityStore(ports: StorePorts, {marked = null, view = {}, cached = null}: StoreOptions = {}): CapacityStore {
	return createStore<CapacityState>()((...tools) => ({
		...createDataSlice(ports, marked, cached === null ? null : stateFromCache(cached))(...tools),
		...createViewSlice(view)(...tools),
		...createPriceSlice(...tools),
		...createGuideSlice(...tools),
		...createOfferingsSlice(ports)(...tools),
	}));
}
