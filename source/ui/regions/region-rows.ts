import {wantedRegions} from '../../store/selectors.js';
import type {CapacityState, RegionState} from '../../store/types.js';

/** One line of the picker. */
export type RegionRow = {
	readonly name: string;
	readonly isEnabled: boolean;
	readonly isMarked: boolean;
	/** `null`: not asked yet. */
	readonly state: RegionState | null;
};

/** All regions of the account that match the typed text, marked or not: those that failed first, those that are not enabled last. */
export function regionRows(state: CapacityState): readonly RegionRow[] {
	const marked = new Set(wantedRegions(state));
	const listed = state.directory?.regions ?? [];
	const unlisted = [...state.regions.keys()].filter((name) => !listed.some((region) => region.name === name));
	const rows = [...listed, ...unlisted.map((name) => ({name, isEnabled: true}))].map(({name, isEnabled}): RegionRow => {
		const isMarked = marked.has(name);
		return {name, isEnabled, isMarked, state: state.regions.get(name) ?? null};
	});
	return rows
		.filter((row) => row.name.includes(state.regionPicker.text.toLowerCase()))
		.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}

function rank({state, isEnabled}: RegionRow): number {
	return state?.answer.status === 'failed' ? 0 : isEnabled ? 1 : 2;
}
