import type {Pane} from '../store/types.js';

/** Where things go, for a terminal size. */
export type Layout = {
	readonly columns: number;
	readonly rows: number;
	/** `full`: rules and air. `compact`: neither. `small`: what is needed and no more. */
	readonly density: 'full' | 'compact' | 'small';
	/** Lines between the head (header, tabs, summary) and the foot. */
	readonly bodyRows: number;
	/** Columns of the main part; less than `columns` where the details have a side pane. */
	readonly mainColumns: number;
	readonly sideColumns: number;
};

export const leastColumns = 60;
export const leastRows = 15;
const fullColumns = 100;
const fullRows = 30;
const sidePaneColumns = 140;

/** `null`: the terminal is too small for anything but saying so. */
export function layoutFor(columns: number, rows: number, isDetails: boolean, liveRows = 0): Layout | null {
	if (columns < leastColumns || rows < leastRows) {
		return null;
	}

	const density = columns >= fullColumns && rows >= fullRows ? 'full' : rows >= 20 ? 'compact' : 'small';
	const sideColumns = isDetails && hasSidePane(columns) ? Math.min(72, Math.floor(columns * 0.4)) : 0;
	return {
		columns,
		rows,
		density,
		// The first live line takes the place of the empty line, where there is one.
		bodyRows: rows - headRows[density] - footRows[density] - Math.max(0, liveRows - (density === 'full' ? 1 : 0)),
		mainColumns: columns - sideColumns,
		sideColumns,
	};
}

/** Whether the details stand beside the rows and not in their place. */
export function hasSidePane(columns: number): boolean {
	return columns >= sidePaneColumns;
}

/** Header, tabs and summary; with a rule and an empty line where there is room. */
export const headRows = {full: 5, compact: 3, small: 3} as const;

/** The line of keys, under a rule or an empty line where there is room. */
export const footRows = {full: 2, compact: 2, small: 1} as const;

/** Lines of the body that are not rows: the heading of a table; the axis and the selected bar's dates of the timeline; the selected event in full; a form of one line, heading and selected offering. The guide is one text. */
const otherLines = {odcrs: 1, blocks: 1, timeline: 5, events: 4, offerings: 6, guide: 0} as const satisfies Record<Pane, number>;

/** Reservations on a page of a pane; `rowsOnPage` knows what else takes room. */
export function pageRows(pane: Pane, bodyRows: number): number {
	return Math.max(1, bodyRows - otherLines[pane]);
}
