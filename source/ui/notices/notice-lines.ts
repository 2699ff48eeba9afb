import type {CapacityError} from '../../core/errors.js';
import {flagMistakes} from '../../core/mistakes/flag-mistakes.js';
import {isBlockTypeBuiltin} from '../../core/offerings/block-types.js';
import {failureWords} from '../../core/regions/failure-words.js';
import {spanText} from '../../core/words/span-text.js';
import {wrapText} from '../../format/fit-text.js';
import {
	type Coverage,
	hasReservations,
	isWaitingFromCache,
	type Shown,
	selectCoverage,
	selectShown,
	wantedRegions,
} from '../../store/selectors.js';
import type {CapacityState, RegionState} from '../../store/types.js';
import {forTerminal} from '../glyphs.js';
import {blankLine, bold, fitLine, type Line, plain, toned} from '../line.js';
import type {UiSettings} from '../ui-settings.js';
import {plural} from '../words.js';

const slowMs = 3000;

/** What stands in a pane that has no rows: what was asked, what answered, what to do next. */
export function noticeLines(state: CapacityState, {glyphs}: UiSettings, width: number): readonly Line[] {
	return linesFor(state, glyphs.ellipsis)
		.map((line) => line.map((segment) => ({...segment, text: forTerminal(segment.text, glyphs)})))
		.flatMap((line) => (line.length === 1 && line[0] !== undefined ? wrapped(line[0], width - 4) : [line]))
		.map((line) => fitLine([plain('  '), ...line], width, glyphs.cut));
}

function linesFor(state: CapacityState, ellipsis: string): readonly Line[] {
	const coverage = selectCoverage(state);
	const shown = selectShown(state, hasReservations(state.pane) ? state.pane : 'odcrs');
	if (state.connection.status === 'failed') {
		return errorLines(state.connection.error);
	}

	if (state.marked !== null && state.marked.length === 0) {
		return [[bold('No region is marked.')], [plain('Mark regions with R, or press 0 for all of them.')]];
	}

	if (coverage.waiting > 0 || coverage.wanted === 0) {
		return readingLines(state, coverage, ellipsis);
	}

	if (shown.hidden > 0) {
		return hiddenLines(state, shown);
	}

	return coverage.answered === 0 ? failedLines(state) : emptyLines(state, coverage);
}

function errorLines(error: CapacityError): readonly Line[] {
	return [
		[bold(error.message)],
		...(error.hint ?? '').split('\n').map((text): Line => [plain(text)]),
		blankLine,
		[toned('dim', 'r tries again.')],
	];
}

function readingLines(state: CapacityState, coverage: Coverage, ellipsis: string): readonly Line[] {
	if (coverage.wanted === 0) {
		return [[plain(`Looking for credentials and regions${ellipsis}`)]];
	}

	const regions = wantedRegions(state)
		.map((name) => state.regions.get(name))
		.filter((region) => region !== undefined);
	const read = regions.filter((region) => !isWaitingFromCache(region));
	const soFar = plural(
		read.reduce((sum, {rows}) => sum + rows.length, 0),
		'reservation',
	);
	const slowest = regions
		.filter((region) => region.answer.status === 'waiting' && waitedMs(region, state.now) > slowMs)
		.toSorted((one, other) => waitedMs(other, state.now) - waitedMs(one, state.now));
	return [
		[
			bold(`Reading ${plural(coverage.wanted, 'region')}${ellipsis}`),
			plain(`  ${coverage.wanted - coverage.waiting} answered, ${soFar} so far`),
		],
		...slowest.slice(0, 3).map((region): Line => [toned('dim', `${region.region} is slow (${spanText(waitedMs(region, state.now))})`)]),
	];
}

/** What a key is said to bring back is what it does bring back: `0` clears `E`, too. */
function hiddenLines(state: CapacityState, {hidden, endedHidden, endedFiltered}: Shown): readonly Line[] {
	const filtered = hidden - endedHidden - endedFiltered;
	return [
		[bold(`No ${titleOf(state)} ${filtered + endedFiltered > 0 ? 'match the filters' : 'but ended ones'}.`)],
		...(filtered > 0 ? [[plain(`${filtered} hidden by filters; 0 clears the filters.`)]] : []),
		...(endedHidden > 0 ? [[plain(`${plural(endedHidden, 'ended one')} hidden: E shows them.`)]] : []),
		...(endedFiltered > 0 ? [[plain(`${plural(endedFiltered, 'ended one')} hidden by filters: 0 and then E shows them.`)]] : []),
		...typeMistakeLines(state),
	];
}

/** Where blocks are looked for of a type that has none, no clearing of filters finds any. */
function typeMistakeLines({pane, query, hasHints}: CapacityState): readonly Line[] {
	const {instanceTypes} = query;
	const asked = {kinds: pane === 'odcrs' ? 'odcr' : 'block', instanceTypes, hasFixedRun: false, isBlockType: isBlockTypeBuiltin} as const;
	return hasHints ? flagMistakes(asked).map(({text}): Line => [plain(`${text}; 1 shows the ODCRs.`)]) : [];
}

function failedLines(state: CapacityState): readonly Line[] {
	const failures = wantedRegions(state)
		.map((name) => state.regions.get(name)?.answer)
		.filter((answer) => answer?.status === 'failed')
		.map((answer) => answer.failure);
	const reasons = [...new Map(failures.map((failure) => [failure.status, failure])).values()];
	return [
		[bold(`None of ${plural(failures.length, 'region')} could be read.`)],
		...reasons.flatMap((failure): readonly Line[] => [
			blankLine,
			[
				toned(
					'bad',
					`${failureWords[failure.status]}, ${plural(failures.filter((other) => other.status === failure.status).length, 'region')}`,
				),
			],
			[plain(failure.message)],
		]),
		blankLine,
		[toned('dim', 'R shows each region, r tries again.')],
	];
}

function emptyLines(state: CapacityState, {answered, wanted}: Coverage): readonly Line[] {
	const account = state.accountId === null ? '' : ` of ${state.accountId}`;
	const isAll = answered === wanted;
	return isAll
		? [[bold(`No ${titleOf(state)} in ${plural(wanted, 'region')}${account}.`)]]
		: [
				[bold(`${answered} of ${plural(wanted, 'region')} answered; none of them has ${titleOf(state)}.`)],
				[plain('R shows what the others said.')],
			];
}

function titleOf(state: CapacityState): string {
	return state.pane === 'odcrs' ? 'On-Demand Capacity Reservations' : 'Capacity Blocks';
}

function waitedMs(region: RegionState, now: Date): number {
	return region.askedAt === null ? 0 : now.getTime() - region.askedAt.getTime();
}

function wrapped(segment: Line[number], width: number): readonly Line[] {
	return wrapText(segment.text, width).map((text) => [{...segment, text}]);
}
