import {createStore, type StoreApi} from 'zustand/vanilla';
import {createDataSlice} from './data-slice.js';
import type {CapacityState, StorePorts} from './types.js';
import {createViewSlice, type InitialView} from './view-slice.js';

export type CapacityStore = StoreApi<CapacityState>;

/** A store over `ports`; `marked` are the regions asked for by name, `null` for every enabled one. It does nothing until `start`. */
export function createCapacityStore(ports: StorePorts, marked: readonly string[] | null = null, view: InitialView = {}): CapacityStore {
	return createStore<CapacityState>()((...tools) => ({
		...createDataSlice(ports, marked)(...tools),
		...createViewSlice(view)(...tools),
	}));
}
