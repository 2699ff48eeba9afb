import type {StateCreator} from 'zustand/vanilla';
import type {CapacityState, PriceActions, PriceState} from './types.js';

export const createPriceSlice: StateCreator<CapacityState, [], [], PriceState & PriceActions> = (set) => ({
	prices: null,

	setPrices(prices) {
		set({prices});
	},
});
