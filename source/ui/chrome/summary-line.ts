import {sourcesShort, usdShort} from '../../core/cost/cost-words.js';
import type {IdleTotal} from '../../core/cost/idle-cost.js';
import {mostEvents} from '../../core/events/events.js';
import {sizeOf} from '../../core/reservations/usage.js';
import type {Amount} from '../../core/rows/amount.js';
import {formatDuration} from '../../format/duration.js';
import {selectIdleTotal} from '../../store/cost-selectors.js';
import {selectEventEntries, selectShownEvents} from '../../store/event-selectors.js';
import {type Shown, selectBlockSummary, selectOdcrSummary, selectShown} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {guideHeading} from '../guide/guide-heading.js';
import {hasRead} from '../has-read.js';
import type {Layout} from '../layout.js';
import {blankLine, bold, firstThatFits, joinLines, type Line, plain, spread, toned, widthOf} from '../line.js';
import {offeringsSummary} from '../offerings/offerings-summary.js';
import {drainWarningMs} from '../table/cells.js';
import {timelineSummary} from '../timeline/timeline-summary.js';
import {plural, sizeText} from '../words.js';
import {placeText} from './place-text.js';

const airyColumns = 100;

/** The line over the rows: what they amount to, how many are hidden, and which ones these are where not all have room. */
export function summaryLine(
	state: CapacityState,
	glyphs: Glyphs,
	{columns, mainColumns, bodyRows}: Pick<Layout, 'columns' | 'mainColumns' | 'bodyRows'>,
): Line {
	if (state.pane === 'guide') {
		return guideHeading(state, glyphs, columns);
	}

	const right: Line = [...rightParts(hiddenIn(state), placeText(state, glyphs, {columns, mainColumns, bodyRows})), plain(' ')];
	const gap = columns >= airyColumns ? '     ' : '   ';
	const variants = variantsOf(state, glyphs, mainColumns).map((parts) => [plain('  '), ...joinLines(parts, gap)]);
	const left = hasRead(state) || state.pane === 'offerings' ? firstThatFits(variants, columns - widthOf(right) - 1) : blankLine;
	return spread(left, right, columns, glyphs.cut);
}

/** That nothing is hidden gives way to where the list is. */
function rightParts(hidden: ReturnType<typeof hiddenIn>, place: string | null): Line {
	const hiddenPart: Line = hidden === null ? [] : [hidden.isAny ? plain(hidden.text) : toned('dim', hidden.text)];
	if (place === null) {
		return hiddenPart;
	}

	return hidden?.isAny === true ? [toned('dim', place), plain('  '), ...hiddenPart] : [toned('dim', place)];
}

/** `null`: nothing can be hidden there. */
function hiddenIn(state: CapacityState): ReturnType<typeof hiddenText> | null {
	switch (state.pane) {
		case 'events':
			return hiddenEvents(state);
		case 'offerings':
		case 'guide':
			return null;
		case 'odcrs':
		case 'blocks':
		case 'timeline':
			return hiddenText(selectShown(state, state.pane));
	}
}

function hiddenText({hidden, endedHidden}: Shown): {readonly text: string; readonly isAny: boolean} {
	return hidden > 0 && hidden === endedHidden
		? {text: `${hidden} ended hidden`, isAny: true}
		: {text: `${hidden} hidden`, isAny: hidden > 0};
}

function hiddenEvents(state: CapacityState): ReturnType<typeof hiddenText> {
	const hidden = selectEventEntries(state).length - selectShownEvents(state).length;
	return {text: `${hidden} hidden`, isAny: hidden > 0};
}

/** First with all words, then with fewer. */
function variantsOf(state: CapacityState, glyphs: Glyphs, mainColumns: number): readonly (readonly Line[])[] {
	switch (state.pane) {
		case 'odcrs':
			return odcrVariants(state);
		case 'blocks':
			return blockVariants(state, glyphs);
		case 'timeline':
			return timelineSummary(state, glyphs, mainColumns);
		case 'events':
			return eventVariants(state);
		case 'offerings':
			return offeringsSummary(state, glyphs);
		case 'guide':
			return [];
	}
}

function eventVariants(state: CapacityState): readonly (readonly Line[])[] {
	const all = plural(selectEventEntries(state).length, 'event');
	const isBounded = state.events.length >= mostEvents;
	return [[[plain(isBounded ? `the newest ${all} since the app was opened` : `${all} since the app was opened`)]], [[plain(all)]]];
}

function odcrVariants(state: CapacityState): readonly (readonly Line[])[] {
	const summary = selectOdcrSummary(state);
	const {live, freePercent, idle, upcoming, troubled} = summary;
	const coming: readonly Line[] = upcoming === 0 ? [] : [[toned('warn', `${upcoming} coming`)]];
	const trouble: readonly Line[] = troubled === 0 ? [] : [[toned('bad', `${troubled} troubled`)]];
	const unknown: readonly Line[] = live.unknown === 0 || live.total === null ? [] : [[plain(`${live.unknown} of unknown use`)]];
	const share = freePercent === null ? '' : `, ${freePercent} %`;
	const free = (words: string): Line =>
		live.available === null || live.total === null
			? [plain(`${live.reservations} live, free instances unknown`)]
			: [
					bold(String(live.available.instances), live.available.instances > 0 ? 'good' : 'plain'),
					plain(` of ${live.total.instances} ${words}${share}`),
				];
	// What stays when words have to leave: a sum never stands without what is not in it.
	const few: Line = unknown.length === 0 ? free('free') : [...free('free'), plain(`, ${live.unknown} unknown`)];
	const billed = (text: (amount: Amount) => string): readonly Line[] =>
		idle === null || idle.instances === 0 ? [] : [[toned('warn', text(idle))]];
	const cost = costText(selectIdleTotal(state));
	const allWords = billed((amount) => `${idleText(amount, live.total)} idle and billed`);
	const fewWords = billed((amount) => `${idleText(amount, null)} idle, billed`);
	// Without the sum that follows elsewhere, ", billed" would look as if something had been cut off.
	const instances = billed((amount) => `${amount.instances} idle and billed`);
	return [
		...(cost === null
			? []
			: [
					[
						free('instances free'),
						...billed((amount) => `${idleText(amount, live.total)} idle and billed, ${cost}`),
						...trouble,
						...coming,
						...unknown,
					],
					[free('free'), ...billed((amount) => `${idleText(amount, null)} idle, billed ${cost}`), ...trouble, ...coming, ...unknown],
					[few, ...billed((amount) => `${amount.instances} idle, billed ${cost}`), ...trouble, ...coming],
					[few, ...billed((amount) => `${amount.instances} idle, billed ${cost}`), ...trouble],
					// How much is idle says more than that it is billed, which the price tells.
					[few, ...billed((amount) => `${amount.instances} idle, ${cost}`), ...trouble],
				]),
		[free('instances free'), ...allWords, ...trouble, ...coming, ...unknown],
		[free('free'), ...fewWords, ...trouble, ...coming, ...unknown],
		[few, ...fewWords, ...trouble],
		[few, ...instances, ...trouble],
		[few, ...instances],
		[few, ...billed((amount) => `${amount.instances} idle, billed`)],
		[few],
	];
}

/** `$440.32/h (AWS list)`, `over` it where some of it has no price; `null`: none is known. */
function costText(total: IdleTotal | null): string | null {
	return total === null || total.usdPerHour === null
		? null
		: `${total.unpriced > 0 ? 'over ' : ''}${usdShort(total.usdPerHour)}/h (${sourcesShort(total.sources)})`;
}

/** In accelerators where there are any and their number is known, else in instances. `total`: out of which. */
function idleText({instances, accelerators}: Amount, total: Amount | null): string {
	if (accelerators === null || accelerators === 0) {
		return plural(instances, 'instance');
	}

	const all = total?.accelerators ?? null;
	return all === null ? plural(accelerators, 'accelerator') : `${accelerators} of ${all} accelerators`;
}

function blockVariants(state: CapacityState, glyphs: Glyphs): readonly (readonly Line[])[] {
	const {live, coming, next, troubled} = selectBlockSummary(state);
	const unfilled = live.available?.instances ?? 0;
	const trouble: readonly Line[] = troubled === 0 ? [] : [[toned('bad', `${troubled} troubled`)]];
	const liveLine = (isLong: boolean): Line => [
		bold(`${live.reservations} live`),
		plain(`: ${sizeText(live.total?.instances ?? null, live.unknown, isLong)}`),
		...(unfilled === 0 ? [] : [plain(', '), toned('good', `${unfilled} not filled`)]),
	];
	const comingLine = (isLong: boolean): readonly Line[] =>
		coming.reservations === 0
			? []
			: [[toned('warn', `${coming.reservations} coming: ${sizeText(coming.instances, coming.unknown, isLong)}`)]];
	const nextLine = nextText(next, state.now, glyphs);
	return [
		[liveLine(true), ...comingLine(true), ...nextLine, ...trouble],
		[liveLine(false), ...comingLine(false), ...nextLine, ...trouble],
		[liveLine(true), ...comingLine(true), ...trouble],
		[liveLine(false), ...comingLine(false), ...trouble],
		[liveLine(false), ...trouble],
		[liveLine(false)],
	];
}

const verbs = {starts: 'starts', drains: 'drains', ends: 'ends', draining: 'is gone'} as const;

function nextText(next: ReturnType<typeof selectBlockSummary>['next'], now: Date, glyphs: Glyphs): readonly Line[] {
	if (next === null) {
		return [];
	}

	const {reservation, moment} = next;
	const left = moment.at.getTime() - now.getTime();
	const family = forTerminal(reservation.instanceType?.split('.')[0] ?? glyphs.dash, glyphs);
	const text = `next: ${family} ${glyphs.times}${sizeOf(reservation) ?? '?'} ${verbs[moment.kind]} in ${formatDuration(left)}`;
	const isUrgent = moment.kind !== 'starts' && left <= drainWarningMs;
	return [[isUrgent ? toned('bad', `${text} !`) : plain(text)]];
}
