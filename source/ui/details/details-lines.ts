import type {History} from '../../core/events/history.js';
import {sparkline} from '../../core/events/sparkline.js';
import type {Hint} from '../../core/mistakes/hint.js';
import {lifecycleOf} from '../../core/reservations/lifecycle.js';
import {nameOf, type Reservation} from '../../core/reservations/reservation.js';
import {acceleratorsIn, percentOf, sizeOf, usageOf} from '../../core/reservations/usage.js';
import {wrapText} from '../../format/fit-text.js';
import {usageBar} from '../../format/usage-bar.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {blankLine, bold, fitLine, type Line, plain, spread, type Tone, toned} from '../line.js';
import type {CellContext} from '../table/column.js';
import {plural} from '../words.js';
import {costFacts} from './cost-facts.js';
import {type DetailsAside, noAside} from './details-aside.js';
import {type Fact, factsOf} from './facts.js';

const labelWidth = 13;
const hour = 3_600_000;
export const stateTones = {live: 'good', upcoming: 'warn', troubled: 'bad', ended: 'dim'} as const satisfies Record<string, Tone>;

/** Everything known of one reservation, each line at most `width` columns. */
export function detailsLines(
	reservation: Reservation,
	context: CellContext,
	width: number,
	{history, idle, hints}: DetailsAside = noAside,
): readonly Line[] {
	const {glyphs} = context;
	const inner = width - 3;
	const facts = factsOf(reservation, {...context, arrow: glyphs.arrow});
	return [
		...titleLines(reservation, context, inner),
		blankLine,
		labelled('CAPACITY', capacityLine(reservation, glyphs)),
		...historyLines(history, context, inner),
		...[...costFacts(reservation, context, idle), ...hints.flatMap(hintFacts), ...facts].flatMap((fact) => factLines(fact, inner, glyphs)),
	].map((line) => fitLine([plain('  '), ...line], width, glyphs.cut));
}

function titleLines(reservation: Reservation, {glyphs, isStale}: CellContext, width: number): readonly Line[] {
	const size = sizeOf(reservation);
	const title = `${reservation.instanceType ?? glyphs.dash} ${glyphs.times}${size ?? '?'}`;
	const tone = stateTones[lifecycleOf(reservation.state)];
	const state = `${isStale ? '~' : ''}${forTerminal(reservation.state ?? 'state unknown', glyphs)}`;
	const zone = reservation.availabilityZone ?? reservation.region;
	const zoneId = reservation.availabilityZoneId === null ? '' : ` (${reservation.availabilityZoneId})`;
	const subtitle = [nameOf(reservation), `${zone}${zoneId}`, acceleratorText(reservation)].filter((part) => part !== null);
	return [
		spread([bold(forTerminal(title, glyphs))], [toned(tone, `${glyphs.on} ${state}`)], width, glyphs.cut),
		[plain(forTerminal(reservation.id ?? 'no id', glyphs))],
		...wrapText(forTerminal(subtitle.join(` ${glyphs.separator} `), glyphs), width).map((text): Line => [toned('dim', text)]),
	];
}

function acceleratorText(reservation: Reservation): string | null {
	const {accelerator} = reservation;
	if (accelerator === null) {
		return null;
	}

	const memory = accelerator.memoryMib === null ? '' : ` ${Math.round(accelerator.memoryMib / 1024)} GiB`;
	return `${acceleratorsIn(reservation, sizeOf(reservation)) ?? '?'} ${accelerator.name ?? 'accelerators'}${memory}`;
}

function capacityLine(reservation: Reservation, glyphs: Glyphs): Line {
	const usage = usageOf(reservation);
	if (usage === null) {
		const size = sizeOf(reservation);
		const amount = size === null ? 'unknown number of instances' : plural(size, 'instance');
		return [plain(`${amount}; use is known only of active reservations`)];
	}

	const {used, total, available} = usage;
	const free: Line = available === null ? [plain('free unknown')] : [toned(available > 0 ? 'good' : 'dim', `${available} free`)];
	if (used === null || total === null) {
		return [plain(`use unknown of ${total ?? 'unknown'}   `), ...free];
	}

	const bar = usageBar(used, total, 8, glyphs.isAscii);
	return [
		plain(`${used} of ${total} used  `),
		toned('dim', bar.used),
		toned('good', bar.free),
		plain(`  ${percentOf(used, total) ?? glyphs.dash} %   `),
		...free,
	];
}

/** The last hour of use, a column for every minute or two. */
function historyLines(history: History | null, {now, glyphs}: CellContext, width: number): readonly Line[] {
	if (history === null) {
		return [];
	}

	const columns = Math.min(60, width - labelWidth);
	return [labelled('LAST HOUR', [toned('accent', sparkline(history, {width: columns, now, spanMs: hour, isAscii: glyphs.isAscii}))])];
}

function factLines({label, text, tone = 'plain'}: Fact, width: number, glyphs: Glyphs): readonly Line[] {
	return wrapText(forTerminal(text, glyphs), width - labelWidth).map((part, index) =>
		labelled(index === 0 ? label : '', [toned(tone, part)]),
	);
}

/** What is so, why it may be a mistake, and how not to be told. */
function hintFacts({severity, text, reason, silence}: Hint): readonly Fact[] {
	return [
		{label: 'HINT', text, tone: severity === 'warning' ? 'warn' : 'plain'},
		{label: '', text: `${reason} Not to be told: ${silence}.`},
	];
}

function labelled(label: string, line: Line): Line {
	return [toned('dim', label.padEnd(labelWidth)), ...line];
}
