import {createContext, type ReactNode, useContext} from 'react';
import {useStore} from 'zustand';
import type {CapacityStore} from '../store/create-store.js';
import type {CapacityState} from '../store/types.js';
import type {UiSettings} from './ui-settings.js';

export type AppContextValue = {readonly store: CapacityStore; readonly settings: UiSettings};

const AppContext = createContext<AppContextValue | null>(null);

export function StoreProvider({store, settings, children}: AppContextValue & {readonly children: ReactNode}) {
	return <AppContext value={{store, settings}}>{children}</AppContext>;
}

/** The part of the state that `selector` picks; it must return the same reference while nothing changed. */
export function useCapacity<Picked>(selector: (state: CapacityState) => Picked): Picked {
	return useStore(useAppContext().store, selector);
}

export function useSettings(): UiSettings {
	return useAppContext().settings;
}

export function useAppContext(): AppContextValue {
	const value = useContext(AppContext);
	if (value === null) {
		throw new Error('A component that needs the store is outside of StoreProvider.');
	}

	return value;
}
