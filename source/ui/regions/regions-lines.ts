import {formatAge} from '../../format/duration.js';
import {padEnd, padStart, wrapText} from '../../format/fit-text.js';
import {isStale} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {blankLine, bold, fitLine, type Line, plain, type Segment, toned} from '../line.js';
import type {UiSettings} from '../ui-settings.js';
import {failureWords} from '../words.js';
import type {RegionRow} from './region-rows.js';

/** Lines kept free under the list for what the region under the cursor said. */
const messageRows = 4;
const wideColumns = 70;

/** The picker: `height` lines, the cursor always among them. */
export function regionsLines(
	state: CapacityState,
	rows: readonly RegionRow[],
	settings: UiSettings,
	width: number,
	height: number,
): readonly Line[] {
	const {glyphs} = settings;
	const statusWidth = width < wideColumns ? 14 : 24;
	const index = Math.min(state.regionPicker.index, rows.length - 1);
	const listRows = height - 2 - messageRows;
	const top = Math.max(0, Math.min(index - Math.floor(listRows / 2), rows.length - listRows));
	const list = rows.slice(top, top + listRows).map((row, offset) => rowLine(row, top + offset === index, statusWidth, state, settings));
	const nothing: Line = [plain(`  No region has "${state.regionPicker.text}" in its name.`)];
	const lines = [promptLine(state, rows, glyphs.caret), headingLine(statusWidth), ...(rows.length === 0 ? [nothing] : list)];
	const padding = Array.from({length: Math.max(0, height - messageRows - lines.length)}, () => blankLine);
	return [...lines, ...padding, ...messageLines(state, rows[index], width)]
		.slice(0, height)
		.map((line) => fitLine(line, width, glyphs.cut));
}

function promptLine(state: CapacityState, rows: readonly RegionRow[], caret: string): Line {
	const marked = rows.filter((row) => row.isMarked).length;
	const note = state.directory?.origin === 'builtin' ? '   built-in list' : '';
	return [
		plain('  '),
		bold('Regions'),
		plain(`   ${marked} marked`),
		toned('warn', note),
		plain('   '),
		plain(state.regionPicker.text),
		toned('accent', caret),
	];
}

function headingLine(statusWidth: number): Line {
	return [toned('dim', `      ${'REGION'.padEnd(18)}${'STATUS'.padEnd(statusWidth)} ODCRS  BLOCKS     AGE  EVERY`)];
}

function rowLine(row: RegionRow, isSelected: boolean, statusWidth: number, state: CapacityState, {glyphs, intervalMs}: UiSettings): Line {
	const mark = row.isMarked ? glyphs.on : ' ';
	const name: Segment = isSelected
		? bold(padEnd(row.name, 18))
		: row.isEnabled
			? plain(padEnd(row.name, 18))
			: toned('dim', padEnd(row.name, 18));
	const region = row.state;
	const known = region !== null && region.fetchedAt !== null ? region : null;
	const blocks = known?.rows.filter((reservation) => reservation.kind === 'block').length;
	const age = known?.fetchedAt == null ? glyphs.dash : formatAge(state.now.getTime() - known.fetchedAt.getTime());
	return [
		plain(' '),
		isSelected ? toned('accent', glyphs.cursor) : plain(' '),
		plain(`[${mark}] `),
		name,
		...fitLine([statusSegment(row)], statusWidth, glyphs.cut),
		plain(padStart(known === null ? glyphs.dash : String(known.rows.length - (blocks ?? 0)), 6)),
		plain(padStart(blocks === undefined ? glyphs.dash : String(blocks), 8)),
		plain(padStart(age, 8)),
		plain('  '),
		everySegment(row, state, intervalMs, glyphs.dash),
	];
}

function statusSegment({state, isEnabled, isMarked}: RegionRow): Segment {
	if (state === null || (state.answer.status === 'waiting' && state.askedAt === null)) {
		return toned('dim', isEnabled ? (isMarked ? 'not asked yet' : 'left out') : 'not enabled');
	}

	switch (state.answer.status) {
		case 'waiting':
			return toned('accent', 'reading');
		case 'ok':
			return plain(state.askedAt === null ? (state.rows.length === 0 ? 'ok, empty' : 'ok') : 'ok, reading');
		case 'failed': {
			const word = failureWords[state.answer.failure.status];
			return isStale(state) ? toned('warn', `stale: ${word}`) : toned('bad', word);
		}
	}
}

function everySegment(row: RegionRow, state: CapacityState, intervalMs: number, dash: string): Segment {
	if (!row.isMarked || row.state === null || state.isPaused) {
		return toned('dim', row.isMarked && state.isPaused ? 'paused' : dash);
	}

	const rest = row.state.restsUntil === null ? 0 : row.state.restsUntil.getTime() - state.now.getTime();
	return rest > 0 ? toned('warn', `backing off, next in ${formatAge(rest)}`) : plain(formatAge(intervalMs));
}

/** What the region under the cursor said, in full; else why the list is what it is. */
function messageLines(state: CapacityState, row: RegionRow | undefined, width: number): readonly Line[] {
	const failure = row?.state?.answer.status === 'failed' ? row.state.answer.failure : null;
	const note = state.directory?.origin === 'builtin' ? state.directory.note : null;
	const text =
		failure === null ? note : `${row?.name}: ${failure.message}${failure.requestId === null ? '' : ` (request ${failure.requestId})`}`;
	const disabled = row !== undefined && !row.isEnabled ? `${row.name}: this account has not enabled the region, so it is not asked.` : '';
	return [blankLine, ...wrapText(text ?? disabled, width - 4).map((line): Line => [plain(`  ${line}`)])].slice(0, messageRows);
}
