import {isOver} from '../../core/reservations/is-over.js';
import {cutStart} from '../../format/fit-text.js';
import {selectAnswersForm} from '../../store/guide-selectors.js';
import {selectOfferings} from '../../store/offerings-selectors.js';
import {hasReservations, selectCursor, selectEvent} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import type {Binding} from '../keys/binding.js';
import {appliesIn} from '../keys/command-for.js';
import {keymap} from '../keys/keymap.js';
import {hasSidePane} from '../layout.js';
import {firstThatFits, fitLine, joinLines, type Line, plain, spread, toned, widthOf} from '../line.js';
import {canFindLargest} from '../offerings/asked.js';
import {offeringSortLabels, sortLabels} from '../words.js';

const searched = 'a type, zone, accelerator, state, platform, owner, id or tag';

/** The last line: what can be pressed now; or the search as it is typed; or what just happened. */
export function footLine(state: CapacityState, glyphs: Glyphs, width: number): Line {
	if (state.searchInput !== null) {
		return searchField(state, glyphs, width);
	}

	if (state.guide.input !== null) {
		return answerFoot(glyphs, width);
	}

	if (state.notice !== null) {
		return fitLine([plain(' '), toned('accent', forTerminal(state.notice.text, glyphs))], width, glyphs.cut);
	}

	if (state.formField !== null) {
		return formFoot(glyphs, width);
	}

	if (state.screen === 'regions') {
		return pickerFoot(glyphs, width);
	}

	const bindings = keymap.filter((binding) => binding.foot !== undefined && appliesIn(binding, state) && isOfUse(binding, state));
	const back = backHints(state, width);
	const right = joinLines(
		bindings.filter((binding) => binding.foot?.side === 'right').map((binding) => hintOf(binding, state, glyphs, width)),
		'  ',
	);
	const hints = bindings
		.filter((binding) => binding.foot?.side !== 'right')
		.map((binding) => ({line: hintOf(binding, state, glyphs, width), priority: priorityOf(binding, state)}));
	const shown = mostImportant(hints, width - widthOf(right) - 4 - widthOf(joinLines(back, '  ')) - (back.length === 0 ? 0 : 2));
	const left = joinLines([...back, ...shown], '  ');
	return spread([plain(' '), ...left], [...right, plain(' ')], width, glyphs.cut);
}

type RankedHint = {readonly line: Line; readonly priority: number};

/** As many as fit, the most important first; of equal ones the earlier. What has the priority 0 is always among them. */
function mostImportant(hints: readonly RankedHint[], width: number): readonly Line[] {
	const shown = new Set<RankedHint>();
	let room = width + 2;
	for (const hint of hints.toSorted((one, other) => one.priority - other.priority)) {
		const columns = widthOf(hint.line) + 2;
		if (hint.priority === 0 || columns <= room) {
			shown.add(hint);
			room -= columns;
		}
	}

	return hints.filter((hint) => shown.has(hint)).map(({line}) => line);
}

/** Only what does something just now: on the page of the guide that is open, which esc leaves; with the offerings there are; of a block. */
function isOfUse({command}: Binding, state: CapacityState): boolean {
	const {pane, guide} = state;
	switch (pane) {
		case 'guide':
			return !idleOnPage[guide.page].some((name) => name === command);
		case 'offerings':
			return selectOfferings(state).length > 0 || !['open-offering', 'copy-purchase', 'sort-offerings'].includes(command);
		case 'blocks':
		case 'timeline': {
			const {reservation} = selectCursor(state, pane);
			// Where nothing is held the timeline's cursor is on what could be bought.
			return reservation === null
				? pane === 'blocks' || !['details', 'use', 'copy-id', 'extensions'].includes(command)
				: command !== 'extensions' || (reservation.kind === 'block' && !isOver(reservation));
		}

		case 'events':
			return command !== 'jump' || jumpText(state) !== null;
		case 'odcrs':
			return true;
	}
}

const idleOnPage = {
	questions: [],
	comparison: ['answer', 'copy-line', 'guide-comparison', 'guide-offerings'],
	scenarios: ['answer', 'copy-line', 'guide-scenarios', 'guide-offerings'],
} as const;

/** What leads on from nothing stays. */
function priorityOf({command, foot}: Binding, {looking, pane}: CapacityState): number {
	if (command === 'largest-offering' && canFindLargest(looking)) {
		return 0;
	}

	// In the guide the line to type is of more use.
	return command === 'refresh' && pane === 'guide' ? 2 : (foot?.priority ?? 0);
}

/** The end of what is typed is always there; the keys, and before the first letter what can be found, only where they have room. */
function searchField({query: {search}, pane}: CapacityState, glyphs: Glyphs, width: number): Line {
	const text = cutStart(forTerminal(search, glyphs), width - 4, glyphs.cut);
	const typed: Line = [toned('accent', ' /'), plain(text), toned('accent', glyphs.caret)];
	const keys: Line = [toned('dim', `${glyphs.enter} keep  esc undo  !word leaves out `)];
	const found: Line = search === '' && hasReservations(pane) ? [toned('dim', ` ${searched}`)] : [];
	const field = widthOf(typed) + widthOf(found) + widthOf(keys) + 2 <= width ? [...typed, ...found] : typed;
	return widthOf(field) + widthOf(keys) + 2 <= width ? spread(field, keys, width, glyphs.cut) : fitLine(field, width, glyphs.cut);
}

/** While an answer of the guide is typed. */
function answerFoot(glyphs: Glyphs, width: number): Line {
	return fitLine([plain(' '), toned('dim', `${glyphs.enter} keep  esc undo  empty takes it back`)], width, glyphs.cut);
}

/** While a field of the search for offerings is typed. */
function formFoot(glyphs: Glyphs, width: number): Line {
	const hints = [hint(`${glyphs.enter} search`), hint('tab next field'), hint('esc leave')];
	return fitLine([plain(' '), ...joinLines(hints, '  ')], width, glyphs.cut);
}

/** With fewer keys where there is less room; how to leave is always there. */
function pickerFoot(glyphs: Glyphs, width: number): Line {
	const [mark, all, move, find] = [
		hint('space mark'),
		hint('ctrl-a all or none'),
		[plain(`${glyphs.up} ${glyphs.down}`), toned('dim', ' move')],
		[plain('type'), toned('dim', ' to find')],
	];
	const variants = [
		[mark, all, move, find],
		[mark, all, find],
		[mark, all],
	].map((hints) => [plain(' '), ...joinLines(hints, '  ')]);
	const done: Line = [...hint(`${glyphs.enter} done`), plain(' ')];
	return spread(firstThatFits(variants, width - widthOf(done) - 1), done, width, glyphs.cut);
}

/** Out of the screen, and on in it: what is longer than the screen must not look as if it ended there. */
function backHints({screen, pane, guide}: CapacityState, width: number): readonly Line[] {
	const back = hint('esc back');
	const move = (does: string): Line => [plain('j k'), toned('dim', ` ${does}`)];
	switch (screen) {
		case 'details':
			return [back, move(hasSidePane(width) ? 'row' : 'scroll')];
		case 'use':
			return [back, move('choose')];
		case 'snippet':
		case 'offering':
		case 'help':
			return [back, move('scroll')];
		case 'main':
			return pane === 'guide' && guide.page !== 'questions' ? [back, move('scroll')] : [];
		case 'regions':
			return [];
	}
}

function hintOf({keys, foot, command}: Binding, state: CapacityState, glyphs: Glyphs, width: number): Line {
	const text = foot?.text ?? '';
	const key = keys[0] === 'enter' ? glyphs.enter : keys[0];
	if (command === 'next-sort') {
		const sort = state.sorts[state.pane === 'odcrs' ? 'odcr' : 'block'];
		return hint(`s sort: ${sortLabels[sort.key]} ${sort.descending ? glyphs.down : glyphs.up}`);
	}

	if (command === 'jump') {
		return hint(`${key} ${jumpText(state) ?? text}`);
	}

	if (command === 'sort-offerings') {
		return hint(`s sort: ${offeringSortLabels[state.offeringSort]}`);
	}

	if (command === 'guide-offerings') {
		return hint(`o ${guideOfferingsText(state, width)}`);
	}

	if (command === 'pause') {
		return hint(state.isPaused ? 'p go on' : 'p pause');
	}

	if (command === 'dated-odcrs') {
		return hint(`o ${text} ${state.showsDatedOdcrs ? glyphs.on : glyphs.off}`);
	}

	return hint(text.startsWith(`${key} `) ? text : `${key} ${text}`);
}

/** Where the event under the cursor leads; `null`: nowhere. */
function jumpText(state: CapacityState): string | null {
	const event = selectEvent(state);
	switch (event?.type) {
		case 'reservation':
			return event.change.what === 'gone' ? null : 'go to the reservation';
		case 'region':
			return 'go to the regions';
		case 'credentials':
		case 'note':
		case undefined:
			return null;
	}
}

/** Whether the key searches at once, or opens the form for what was not answered. */
function guideOfferingsText(state: CapacityState, width: number): string {
	const {type, count, days} = selectAnswersForm(state);
	const isWhole = type !== '' && count !== '' && days !== '';
	return isWhole ? (width < 100 ? 'search' : 'search offerings') : width < 80 ? 'form' : 'offerings';
}

/** The key plain, what it does dim. */
function hint(text: string): Line {
	const space = text.indexOf(' ');
	return [plain(text.slice(0, space)), toned('dim', text.slice(space))];
}
