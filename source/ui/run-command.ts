import type {Reservation} from '../core/reservations/reservation.js';
import {centreOnNow, pan, zoom, zoomAnchor} from '../core/timeline/timeline.js';
import {isSnippet, snippetKinds, snippetTitles} from '../snippets/snippet.js';
import type {CapacityStore} from '../store/create-store.js';
import {selectAllRows, selectCursor, selectEvent, selectOffering} from '../store/selectors.js';
import {selectWindow} from '../store/timeline-selectors.js';
import type {CapacityState} from '../store/types.js';
import type {Glyphs} from './glyphs.js';
import {lineToType} from './guide/advice-lines.js';
import type {Command} from './keys/binding.js';
import type {Layout} from './layout.js';
import {lineToBuy} from './offerings/offering-lines.js';
import {rowsOnPage} from './page-rows.js';
import {sortKeysShown} from './table/sort-keys-shown.js';
import {chosenSnippet} from './use/chosen-snippet.js';
import {shownText, snippetHeadRows} from './use/snippet-lines.js';
import {plural} from './words.js';

/** Where a command acts. */
export type CommandContext = {
	readonly store: CapacityStore;
	readonly layout: Layout;
	readonly glyphs: Glyphs;
	/** Columns of the timeline's bars; 0 in the other panes. */
	readonly timelineColumns: number;
	/** How far the open screen can be scrolled. */
	readonly mostScroll: number;
	/** See `UiSettings`. */
	readonly ownFlags: string;
	readonly copy: (text: string) => void;
	readonly quit: (exitCode: number) => void;
	readonly suspend: () => void;
};

type Effect = (state: CapacityState, context: CommandContext) => void;

const effects: Readonly<Record<Command, Effect>> = {
	down: move(1),
	up: move(-1),
	'page-down': (state, context) => move(pageOf(state, context))(state, context),
	'page-up': (state, context) => move(-pageOf(state, context))(state, context),
	first: move(Number.NEGATIVE_INFINITY),
	last: move(Number.POSITIVE_INFINITY),
	'pane-odcrs': (state) => state.showPane('odcrs'),
	'pane-blocks': (state) => state.showPane('blocks'),
	'pane-timeline': (state) => state.showPane('timeline'),
	'pane-events': (state) => state.showPane('events'),
	'pane-offerings': (state) => state.showPane('offerings'),
	'pane-guide': (state) => state.showPane('guide'),
	jump,
	'next-pane': (state) => state.stepPane(1),
	'previous-pane': (state) => state.stepPane(-1),
	search: (state) => state.startSearch(),
	details: (state) => selectCursor(state, state.pane).reservation !== null && state.showScreen('details'),
	back: (state) => state.goBack(),
	'gpu-only': (state) => state.toggleFilter('gpuOnly'),
	'available-only': (state) => state.toggleFilter('availableOnly'),
	'troubled-only': (state) => state.toggleFilter('troubledOnly'),
	'ended-too': (state) => state.toggleFilter('includeEnded'),
	'clear-filters': (state) => state.clearFilters(),
	regions: (state) => state.showScreen('regions'),
	'next-sort': (state, {layout}) => state.stepSort(sortKeysShown(state, layout.mainColumns)),
	'invert-sort': (state) => state.invertSort(),
	follow: (state) => state.toggleFollow(),
	'local-time': (state) => state.toggleLocalTime(),
	'dated-odcrs': (state) => state.toggleDatedOdcrs(),
	'pan-left': panBy(-1 / 8),
	'pan-right': panBy(1 / 8),
	'zoom-in': zoomBy(1),
	'zoom-out': zoomBy(-1),
	now: (state, {timelineColumns}) => state.setWindow(centreOnNow(selectWindow(state, timelineColumns), timelineColumns, state.now)),
	'fit-all': (state) => state.setWindow(null),
	refresh: (state) => state.refresh(),
	pause: (state) => state.togglePause(),
	'copy-id': copy((reservation) => reservation.id),
	'copy-arn': copy((reservation) => reservation.arn),
	'edit-offerings': (state) => state.editForm('type'),
	'open-offering': (state) => selectOffering(state) !== null && state.showScreen('offering'),
	'sort-offerings': (state) => state.stepOfferingSort(),
	'largest-offering': (state) => void state.searchOfferings(true),
	'copy-purchase': copyPurchase,
	extensions: (state) => void state.searchExtensions(),
	use: (state) => state.showUse(),
	'read-snippet': (state) => chosenSnippet(state) !== null && state.showScreen('snippet'),
	'previous-snippet': (state) => state.moveUse(-1, snippetKinds.length),
	'next-snippet': (state) => state.moveUse(1, snippetKinds.length),
	'copy-snippet': copySnippet,
	answer: (state) => state.openAnswer(),
	'previous-answer': (state) => state.stepAnswer(-1),
	'next-answer': (state) => state.stepAnswer(1),
	'guide-comparison': (state) => state.showGuidePage(state.guide.page === 'comparison' ? 'questions' : 'comparison'),
	'guide-scenarios': (state) => state.showGuidePage(state.guide.page === 'scenarios' ? 'questions' : 'scenarios'),
	'guide-offerings': (state) => void state.searchForAnswers(),
	'copy-line': copyLine,
	help: (state) => state.showScreen(state.screen === 'help' ? 'main' : 'help'),
	quit: (_, {quit}) => quit(0),
	interrupt: (_, {quit}) => quit(130),
	suspend: (_, {suspend}) => suspend(),
};

/** Does what a key asks for. */
export function runCommand(command: Command, context: CommandContext): void {
	effects[command](context.store.getState(), context);
}

/** Moves the cursor; where the screen is a text, scrolls it. */
function move(delta: number): Effect {
	return (state, {layout, glyphs, mostScroll}) => {
		if (state.screen === 'use') {
			state.moveUse(delta, snippetKinds.length);
			return;
		}

		if (state.screen === 'main' && state.pane === 'guide') {
			state.moveGuide(delta, mostScroll);
			return;
		}

		if (isText(state, layout)) {
			state.scrollBy(delta, mostScroll);
		} else {
			state.moveCursor(delta, rowsOnPage(state, layout, glyphs));
		}
	};
}

function isText({screen}: CapacityState, {sideColumns}: Layout): boolean {
	return ['help', 'snippet', 'offering'].includes(screen) || (screen === 'details' && sideColumns === 0);
}

/** Of a text one line less than there is room for, since the last one tells how much more there is; a snippet's head stays where it is. */
function pageOf(state: CapacityState, {layout, glyphs}: CommandContext): number {
	const isGuide = state.screen === 'main' && state.pane === 'guide';
	return isGuide || isText(state, layout)
		? Math.max(1, layout.bodyRows - 1 - (state.screen === 'snippet' ? snippetHeadRows : 0))
		: rowsOnPage(state, layout, glyphs);
}

/** `share` of what is visible, negative for earlier. */
function panBy(share: number): Effect {
	return (state, {timelineColumns}) =>
		state.setWindow(pan(selectWindow(state, timelineColumns), Math.sign(share) * Math.ceil(Math.abs(share) * timelineColumns)));
}

function zoomBy(steps: number): Effect {
	return (state, {timelineColumns}) => {
		const window = selectWindow(state, timelineColumns);
		const anchor = zoomAnchor(selectCursor(state, 'timeline').reservation, window, timelineColumns, state.now);
		state.setWindow(zoom(window, steps, anchor, timelineColumns));
	};
}

/** From an event to the reservation that it tells of. */
function jump(state: CapacityState): void {
	const event = selectEvent(state);
	if (event?.type === 'reservation') {
		state.jumpTo(event.change.key);
	} else if (event?.type === 'region') {
		state.showScreen('regions');
	}
}

function copy(textOf: (reservation: Reservation) => string | null): Effect {
	return (state, context) => {
		const text = reservationTextUnderCursor(state, textOf);
		if (text === null) {
			state.showNotice('Nothing to copy here.');
			return;
		}

		context.copy(text);
		state.showNotice(`Copied ${text}`);
	};
}

/** The line alone: the fee and the terms stand beside it on the screen. */
function copyPurchase(state: CapacityState, context: CommandContext): void {
	const offering = selectOffering(state);
	copyText(offering === null ? null : lineToBuy(offering), state, context);
}

/** The line that the advice ends in. */
function copyLine(state: CapacityState, context: CommandContext): void {
	copyText(state.guide.page === 'questions' ? lineToType(state, context.ownFlags) : null, state, context);
}

function copyText(line: string | null, state: CapacityState, context: CommandContext): void {
	if (line === null) {
		state.showNotice('Nothing to copy here.');
		return;
	}

	context.copy(line);
	state.showNotice(`Copied ${line}`);
}

/** As it is shown. */
function copySnippet(state: CapacityState, context: CommandContext): void {
	const given = chosenSnippet(state);
	if (given === null || !isSnippet(given)) {
		state.showNotice('Nothing to copy here.');
		return;
	}

	const text = shownText(given, context.glyphs);
	context.copy(text);
	state.showNotice(`Copied ${plural(text.split('\n').length - 1, 'line')}: ${snippetTitles[given.kind]}`);
}

/** In the events pane it is the reservation that the event tells of, as long as it is there. */
function reservationTextUnderCursor(state: CapacityState, textOf: (reservation: Reservation) => string | null): string | null {
	const event = state.pane === 'events' ? selectEvent(state) : null;
	const key = event?.type === 'reservation' ? event.change.key : null;
	const told = key === null ? null : (selectAllRows(state).find((row) => row.key === key) ?? null);
	const reservation = told ?? selectCursor(state, state.pane).reservation;
	return reservation === null ? null : textOf(reservation);
}
