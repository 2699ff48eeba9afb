import {nextMoment} from '../../core/reservations/expiry.js';
import {lifecycleOf} from '../../core/reservations/lifecycle.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {acceleratorsIn, percentOf, sizeOf, usageOf} from '../../core/reservations/usage.js';
import {formatDuration} from '../../format/duration.js';
import {usageBar} from '../../format/usage-bar.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {type Line, plain, type Segment, type Tone, toned} from '../line.js';
import type {CellContext} from './column.js';

const minute = 60_000;

/** From when a drain is a warning. */
export const drainWarningMs = 60 * minute;
const soonMs = 24 * 60 * minute;

const stateTones = {live: 'plain', upcoming: 'warn', troubled: 'bad', ended: 'dim'} as const satisfies Record<string, Tone>;

export function textCell(text: string | null, {glyphs}: CellContext): Line {
	return [text === null || text === '' ? unknown(glyphs) : plain(forTerminal(text, glyphs))];
}

export function countCell(count: number | null, {glyphs}: CellContext): Line {
	return [count === null ? unknown(glyphs) : plain(String(count))];
}

/** The state, with `~` in front when it is of an earlier refresh. */
export function stateCell(reservation: Reservation, {glyphs, isStale}: CellContext): Line {
	const state = reservation.state === null ? glyphs.dash : forTerminal(reservation.state, glyphs);
	return [toned(stateTones[lifecycleOf(reservation.state)], isStale ? `~${state}` : state)];
}

/** How many accelerators of which model: `256 H100`. */
export function acceleratorCell(reservation: Reservation, {glyphs}: CellContext): Line {
	const {accelerator} = reservation;
	if (accelerator === null) {
		return [unknown(glyphs)];
	}

	const count = acceleratorsIn(reservation, sizeOf(reservation));
	return [plain(`${count ?? '?'} ${forTerminal(accelerator.name ?? '?', glyphs)}`)];
}

/** Free instances; `↩` in front where the owner can take them back at any time. */
export function freeCell(reservation: Reservation, {glyphs}: CellContext): Line {
	const free = usageOf(reservation)?.available ?? null;
	if (free === null) {
		return [unknown(glyphs)];
	}

	const mark = reservation.interruptible === true ? glyphs.reclaimable : '';
	return [free > 0 ? toned('good', `${mark}${free}`) : toned('dim', `${mark}${free}`)];
}

export function barCell(reservation: Reservation, {barWidth, glyphs}: CellContext): Line {
	const usage = usageOf(reservation);
	if (usage === null || usage.used === null || usage.total === null || usage.total === 0) {
		return [unknown(glyphs)];
	}

	const bar = usageBar(usage.used, usage.total, barWidth, glyphs.isAscii);
	return [toned('dim', bar.used), toned('good', bar.free)];
}

export function percentCell(reservation: Reservation): Line {
	const usage = usageOf(reservation);
	const percent = usage === null ? null : percentOf(usage.used, usage.total);
	return percent === null ? [] : [plain(`${percent}%`)];
}

/** `47m left !`, `in 1d 1h`; for a block that drains: until its end, when the last instance is gone. */
export function countdownCell(reservation: Reservation, {now, glyphs}: CellContext): Line {
	const moment = nextMoment(reservation, now);
	if (moment === null) {
		return [unknown(glyphs)];
	}

	switch (moment.kind) {
		case 'starts':
			return [toned('warn', moment.in >= 0 ? `in ${formatDuration(moment.in)}` : `late ${formatDuration(moment.in)}`)];
		case 'draining':
			return [toned('bad', moment.in >= 0 ? 'draining !' : 'ended !')];
		case 'drains':
		case 'ends': {
			const text = moment.in >= 0 ? `${formatDuration(moment.in)} left` : `${formatDuration(moment.in)} over`;
			return [moment.in <= drainWarningMs ? toned('bad', `${text} !`) : toned(moment.in <= soonMs ? 'warn' : 'plain', text)];
		}
	}
}

function unknown(glyphs: Glyphs): Segment {
	return toned('dim', glyphs.dash);
}
