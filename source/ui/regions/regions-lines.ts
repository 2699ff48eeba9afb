import {failureWords} from '../../core/regions/failure-words.js';
import {spanText} from '../../core/words/span-text.js';
import {formatInterval} from '../../format/duration.js';
import {cutStart, padEnd, padStart, wrapText} from '../../format/fit-text.js';
import {untilDueMs} from '../../store/due-regions.js';
import {isStale, isWaitingFromCache, selectCoverage, wantedRegions} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {blankLine, bold, fitLine, type Line, plain, type Segment, toned, widthOf} from '../line.js';
import type {UiSettings} from '../ui-settings.js';
import {connectionWords, plural} from '../words.js';
import {pickerIndex} from './picker-index.js';
import type {RegionRow} from './region-rows.js';

/** Lines kept free under the list for what the region under the cursor said; more where it said more. */
const usualMessageRows = 4;
const leastListRows = 3;

/** Columns of the parts of a row. `every`: with room for `backing off, next in 48 s`, for `in 48 s`, or for nothing. */
type Widths = {
	readonly name: number;
	readonly status: number;
	readonly blocks: number;
	readonly age: number;
	readonly every: 'long' | 'short' | null;
};

const widthsFrom: ReadonlyArray<Widths & {readonly columns: number}> = [
	{columns: 104, name: 18, status: 28, blocks: 8, age: 8, every: 'long'},
	{columns: 80, name: 16, status: 26, blocks: 8, age: 8, every: 'short'},
	{columns: 0, name: 16, status: 17, blocks: 7, age: 7, every: null},
];

/** The picker: `height` lines, the cursor always among them. */
export function regionsLines(
	state: CapacityState,
	rows: readonly RegionRow[],
	settings: UiSettings,
	width: number,
	height: number,
): readonly Line[] {
	const {glyphs} = settings;
	const widths = widthsFrom.find(({columns}) => width >= columns);
	if (widths === undefined) {
		return [];
	}

	const index = pickerIndex(state, rows);
	const whole = messageLines(state, rows[index], glyphs, width);
	const messageRows = Math.max(usualMessageRows, Math.min(whole.length, height - 2 - leastListRows));
	const message = cutMessage(whole, messageRows, glyphs);
	const listRows = height - 2 - messageRows;
	const top = Math.max(0, Math.min(index - Math.floor(listRows / 2), rows.length - listRows));
	const list = rows.slice(top, top + listRows).map((row, offset) => rowLine(row, top + offset === index, widths, state, settings));
	const nothing: Line = [plain(`  ${forTerminal(nothingText(state), glyphs)}`)];
	const place = list.length < rows.length ? `   ${top + 1}${glyphs.dash}${top + list.length} of ${rows.length}` : '';
	const lines = [promptLine(state, place, glyphs, width), headingLine(widths), ...(rows.length === 0 ? [nothing] : list)];
	const padding = Array.from({length: Math.max(0, height - messageRows - lines.length)}, () => blankLine);
	return [...lines, ...padding, ...message].slice(0, height).map((line) => fitLine(line, width, glyphs.cut));
}

function nothingText({connection, directory, regions, regionPicker}: CapacityState): string {
	if (directory !== null || regions.size > 0) {
		return `No region has "${regionPicker.text}" in its name.`;
	}

	return `No regions are known yet: ${connection.status === 'failed' ? connectionWords[connection.error.reason] : 'they are being looked for'}.`;
}

/** A long one does without the blank line. The picker does not scroll it: the rest needs more lines. */
function cutMessage(message: readonly Line[], most: number, glyphs: Glyphs): readonly Line[] {
	if (message.length <= most) {
		return message;
	}

	const words = message.slice(1);
	const more = plural(words.length - most + 1, 'more line');
	return words.length <= most ? words : [...words.slice(0, most - 1), [toned('dim', `  ${glyphs.ellipsis} ${more} in a larger terminal`)]];
}

/** Where the list is, when it has more regions than lines. The end of what is typed is always there. */
function promptLine(state: CapacityState, place: string, glyphs: Glyphs, width: number): Line {
	const note = state.directory?.origin === 'builtin' ? '   built-in list' : '';
	// Asked, but no region of this account: the header does not count them either.
	const marked = wantedRegions(state).length;
	const others = marked - selectCoverage(state).wanted;
	const title: Line = [
		plain('  '),
		bold('Regions'),
		plain(`   ${marked} marked${others > 0 ? `, ${others} of them not enabled` : ''}`),
		toned('dim', place),
		toned('warn', note),
		plain('   '),
	];
	const room = width - widthOf(title) - 2;
	return [...title, plain(cutStart(forTerminal(state.regionPicker.text, glyphs), room, glyphs.cut)), toned('accent', glyphs.caret)];
}

function headingLine({name, status, blocks, age, every}: Widths): Line {
	const columns = ['REGION'.padEnd(name), 'STATUS'.padEnd(status), ' ODCRS', 'BLOCKS'.padStart(blocks), 'AGE'.padStart(age)];
	return [toned('dim', `      ${columns.join('')}${every === null ? '' : '  EVERY'}`)];
}

function rowLine(row: RegionRow, isSelected: boolean, widths: Widths, state: CapacityState, settings: UiSettings): Line {
	const {glyphs} = settings;
	const mark = row.isMarked ? glyphs.on : ' ';
	const padded = padEnd(row.name, widths.name);
	const name: Segment = isSelected ? bold(padded) : row.isEnabled ? plain(padded) : toned('dim', padded);
	const region = row.state;
	const known = region !== null && region.fetchedAt !== null ? region : null;
	const blocks = known?.rows.filter((reservation) => reservation.kind === 'block').length;
	const age = known?.fetchedAt == null ? glyphs.dash : spanText(state.now.getTime() - known.fetchedAt.getTime());
	return [
		plain(' '),
		isSelected ? toned('accent', glyphs.cursor) : plain(' '),
		plain(`[${mark}] `),
		name,
		...fitLine([statusSegment(row, state)], widths.status, glyphs.cut),
		plain(padStart(known === null ? glyphs.dash : String(known.rows.length - (blocks ?? 0)), 6)),
		plain(padStart(blocks === undefined ? glyphs.dash : String(blocks), widths.blocks)),
		plain(padStart(age, widths.age)),
		...(widths.every === null ? [] : [plain('  '), everySegment(row, widths.every, state, settings)]),
	];
}

function statusSegment({state: region, isEnabled, isMarked}: RegionRow, state: CapacityState): Segment {
	if (region === null || (region.answer.status === 'waiting' && region.askedAt === null)) {
		const waiting = region !== null && isWaitingFromCache(region) ? 'cached' : 'not asked yet';
		return toned('dim', isEnabled ? (isMarked ? waiting : 'left out') : 'not enabled');
	}

	if (region.answer.status === 'failed') {
		const word = failureWords[region.answer.failure.status];
		return isStale(region, state) ? toned('warn', `stale: ${word}`) : toned('bad', word);
	}

	if (state.connection.status === 'failed' && isStale(region, state)) {
		return toned('warn', `stale: ${connectionWords[state.connection.error.reason]}`);
	}

	switch (region.answer.status) {
		case 'waiting':
			return toned('accent', isWaitingFromCache(region) ? 'cached, reading' : 'reading');
		case 'ok':
			return plain(region.askedAt === null ? (region.rows.length === 0 ? 'ok, empty' : 'ok') : 'ok, reading');
	}
}

function everySegment(row: RegionRow, wording: 'long' | 'short', state: CapacityState, {intervalMs, glyphs}: UiSettings): Segment {
	if (!row.isMarked || row.state === null || state.isPaused) {
		return toned('dim', row.isMarked && state.isPaused ? 'paused' : glyphs.dash);
	}

	const {cadence} = row.state;
	if (cadence === null) {
		return plain(formatInterval(intervalMs));
	}

	const why = wording === 'long' && cadence.reason !== 'matching' ? `  ${forTerminal(cadence.because, glyphs)}` : '';
	if (cadence.reason === 'failing' || cadence.reason === 'throttled') {
		return toned('warn', `${wording === 'long' ? 'backing off, next ' : ''}in ${spanText(untilDueMs(row.state, state.now))}`);
	}

	return plain(`${formatInterval(cadence.everyMs)}${why}`);
}

/** A blank line, then why nothing can be read, or what the region under the cursor said, in full; else why the list is what it is. */
function messageLines(state: CapacityState, row: RegionRow | undefined, glyphs: Glyphs, width: number): readonly Line[] {
	const {connection, directory} = state;
	const texts =
		connection.status === 'failed'
			? [connection.error.message, ...(connection.error.hint ?? '').split('\n')]
			: [regionText(row, state.now) ?? (directory?.origin === 'builtin' ? directory.note : '')];
	const lines = texts.flatMap((text) => wrapText(forTerminal(text, glyphs), width - 4));
	return [blankLine, ...lines.map((line): Line => [plain(`  ${line}`)])];
}

function regionText(row: RegionRow | undefined, now: Date): string | null {
	if (row?.state?.answer.status === 'failed') {
		const {failure} = row.state.answer;
		const isBackingOff = row.state.cadence?.reason === 'failing' || row.state.cadence?.reason === 'throttled';
		const next = isBackingOff ? ` Asked again in ${spanText(untilDueMs(row.state, now))}.` : '';
		// What a flag does for the next session, the key does here.
		const message = failure.message.replace('leave the region out with --regions', 'leave the region out with space');
		return `${row.name}: ${message}${next}${failure.requestId === null ? '' : ` (request ${failure.requestId})`}`;
	}

	return row !== undefined && !row.isEnabled ? `${row.name}: this account has not enabled the region, so it is not asked.` : null;
}
