import {type History, latestOf, sampleAt} from './history.js';

export type SparklineOptions = {
	/** Columns. */
	readonly width: number;
	/** The last column ends here. */
	readonly now: Date;
	/** How far back the first column begins, in milliseconds. */
	readonly spanMs: number;
	readonly isAscii: boolean;
};

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const ascii = ['_', '.', ':', '-', '=', '+', '*', '#'] as const;

/**
The use of a reservation over time, one character a column: what held when the column's slice of time ended, blank where
nothing was known.

Lowest means none used and highest means full, of the total at that time; everything between is between. Where no total is
known, the most that was used stands in for it.
*/
export function sparkline(history: History, {width, now, spanMs, isAscii}: SparklineOptions): string {
	const glyphs = isAscii ? ascii : blocks;
	const most = history.samples.reduce((highest, {used}) => Math.max(highest, used ?? 0), 0);
	const columns = Array.from({length: Math.max(0, width)}, (_, column) => {
		const isLast = column === width - 1;
		const end = new Date(now.getTime() - spanMs + (spanMs * (column + 1)) / width);
		const {used, total} = (isLast ? latestOf(history) : sampleAt(history, end)) ?? {used: null, total: null};
		return used === null ? ' ' : (glyphs[levelOf(used, total ?? most, glyphs.length)] ?? ' ');
	});
	return columns.join('');
}

function levelOf(used: number, total: number, levels: number): number {
	if (used <= 0) {
		return 0;
	}

	return used >= total ? levels - 1 : Math.min(levels - 2, Math.max(1, Math.floor((used * levels) / total)));
}
