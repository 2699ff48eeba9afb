import {cutText} from '../../format/fit-text.js';
import {selectShownEvents} from '../../store/event-selectors.js';
import {selectOfferings} from '../../store/offerings-selectors.js';
import {hasReservations, selectCoverage, selectShown} from '../../store/selectors.js';
import type {CapacityState, Pane} from '../../store/types.js';
import {panes} from '../../store/view-slice.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {hasRead} from '../has-read.js';
import {paneKey} from '../keys/command-for.js';
import {bold, joinLines, type Line, plain, spread, toned, widthOf} from '../line.js';
import {plural} from '../words.js';

/** What stands for the panes that are not open: title and count, the title, or the number alone. */
type OtherTabs = 'count' | 'title' | 'number';

type Variant = {readonly gap: string; readonly others: OtherTabs; readonly chips: Line};

type Chip = {readonly long: string; readonly short: string; readonly isActive: boolean};

/** The second line: which pane this is, and what is filtered. An active filter is never left out. */
export function tabLine(state: CapacityState, glyphs: Glyphs, width: number): Line {
	const chips = chipsOf(state, glyphs);
	const active = chips.filter((chip) => chip.isActive);
	const mixed = joinLines(
		chips.map((chip) => (chip.isActive ? long(chip) : short(chip))),
		'  ',
	);
	const few = joinLines(chips.map(short), ' ');
	const fewest = joinLines(active.map(short), ' ');
	const variants: readonly Variant[] = [
		{gap: '    ', others: 'count', chips: joinLines(chips.map(long), '   ')},
		{gap: '  ', others: 'count', chips: joinLines(chips.map(long), '  ')},
		{gap: '   ', others: 'count', chips: mixed},
		// What a filter is set to says more than what the other panes count.
		...(active.length === 0 ? [] : [{gap: '  ', others: 'title', chips: mixed} as const]),
		...(active.length < 2 ? [] : [{gap: '  ', others: 'number', chips: mixed} as const]),
		{gap: '   ', others: 'count', chips: few},
		{gap: '  ', others: 'title', chips: few},
		{gap: '  ', others: 'title', chips: fewest},
		{gap: '  ', others: 'number', chips: fewest},
	];
	const drawn = variants.map(({gap, others, chips}) => ({
		tabs: tabsOf(state, glyphs, gap, others),
		chips: [...chips, plain(' ')],
	}));
	const fitting = drawn.find(({tabs, chips}) => widthOf(tabs) + 2 + widthOf(chips) <= width) ?? drawn.at(-1);
	return fitting === undefined ? [] : spread(fitting.tabs, fitting.chips, width, glyphs.cut);
}

/** Columns of a filter's value; the foot and the command line have all of it. */
const longestValue = 24;

const titles = {
	odcrs: 'ODCRs',
	blocks: 'Blocks',
	timeline: 'Timeline',
	events: 'Events',
	offerings: 'Offerings',
	guide: 'Guide',
} as const satisfies Record<Pane, string>;

/** Without colour it is the mark that says which pane is open; it stands in the blank before the tab, so that nothing moves. */
function tabsOf(state: CapacityState, glyphs: Glyphs, gap: string, others: OtherTabs): Line {
	return panes.flatMap((pane, index): Line => {
		const isOpen = pane === state.pane;
		const blanks = (index === 0 ? '  ' : gap).slice(0, isOpen ? -1 : undefined);
		const key = paneKey(pane);
		const count = countOf(state, pane);
		if (isOpen) {
			return [plain(blanks), bold(`${glyphs.openTab}${key} ${titles[pane]}`, 'accent'), bold(count)];
		}

		return others === 'number'
			? [plain(`${blanks}${key}`)]
			: [plain(`${blanks}${key} ${titles[pane]}`), ...(others === 'count' ? [toned('dim', count)] : [])];
	});
}

function countOf(state: CapacityState, pane: Pane): string {
	switch (pane) {
		case 'timeline':
		case 'guide':
			return '';
		case 'events':
			return hasRead(state) ? positive(selectShownEvents(state).length) : '';
		case 'offerings':
			return positive(selectOfferings(state).length);
		case 'odcrs':
		case 'blocks':
			return hasRead(state) ? ` ${selectShown(state, pane).rows.length}` : '';
	}
}

function positive(count: number): string {
	return count === 0 ? '' : ` ${count}`;
}

function chipsOf(state: CapacityState, glyphs: Glyphs): readonly Chip[] {
	const {query, marked} = state;
	const toggle = (key: string, word: string, isActive: boolean): Chip => {
		const mark = isActive ? glyphs.on : glyphs.off;
		return {long: `${key} ${word} ${mark}`, short: `${key}${mark}`, isActive};
	};
	const value = (word: string, short: string): Chip => ({long: `${word} ${glyphs.on}`, short: `${short}${glyphs.on}`, isActive: true});
	// The regions that the header counts: one that is merely not enabled is none of them.
	const {wanted} = selectCoverage(state);
	const text = (value: string) => forTerminal(cutText(value, longestValue, glyphs.cut), glyphs);
	// A chip that is off offers its key, where that does something.
	const isOffered = hasReservations(state.pane);
	return [
		...(query.gpuOnly || isOffered ? [toggle('u', 'GPU', query.gpuOnly)] : []),
		...(query.availableOnly || isOffered ? [toggle('a', 'available', query.availableOnly)] : []),
		...(query.troubledOnly ? [toggle('e', 'troubled', true)] : []),
		...(query.includeEnded ? [toggle('E', 'ended', true)] : []),
		...(query.activeOnly ? [value('active or scheduled', 'active')] : []),
		...(query.minCapacity === null ? [] : [value(`min ${query.minCapacity}`, `min${query.minCapacity}`)]),
		...(query.instanceTypes.length === 0 ? [] : [value(text(listed(query.instanceTypes)), 'types')]),
		marked === null
			? {long: wanted === 0 ? 'R regions' : `R ${plural(wanted, 'region')}`, short: wanted === 0 ? 'R' : `R${wanted}`, isActive: false}
			: {long: `R ${text(listed(marked))} ${glyphs.on}`, short: `R${marked.length}${glyphs.on}`, isActive: true},
		...(query.search === '' && (state.pane === 'guide' || state.pane === 'offerings') ? [] : [searchChip(query.search, text, glyphs)]),
	];
}

function searchChip(search: string, text: (value: string) => string, glyphs: Glyphs): Chip {
	return search === ''
		? {long: '/ search', short: '/', isActive: false}
		: {long: `/ ${text(search)} ${glyphs.on}`, short: `/${glyphs.on}`, isActive: true};
}

/** The first by name, the others by number. */
function listed(names: readonly string[]): string {
	return names.length === 0 ? 'none' : names.length === 1 ? String(names[0]) : `${names[0]} +${names.length - 1}`;
}

function long(chip: Chip): Line {
	return [chip.isActive ? toned('accent', chip.long) : toned('dim', chip.long)];
}

function short(chip: Chip): Line {
	return [chip.isActive ? toned('accent', chip.short) : toned('dim', chip.short)];
}
