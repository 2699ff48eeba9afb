import {durationHours, endsBeforeStart, nextMoment, usableUntil} from '../../core/reservations/expiry.js';
import {endOf, isUnlimited, type Reservation} from '../../core/reservations/reservation.js';
import {acceleratorsIn, sizeOf, usageOf} from '../../core/reservations/usage.js';
import {formatClock, formatDateTime, formatDay, formatZone} from '../../format/date.js';
import {formatDuration, formatLength} from '../../format/duration.js';
import {forTerminal} from '../glyphs.js';
import {firstThatFits, joinLines, type Line, plain, toned} from '../line.js';
import {drainWarningMs} from '../table/cells.js';
import type {CellContext} from '../table/column.js';
import {usableVerb} from '../words.js';

/** The bar under the cursor in words, in two lines of at most `width` columns: what it is, and exactly when. */
export function selectedLines(reservation: Reservation, context: CellContext, width: number): readonly [Line, Line] {
	return [firstThatFits(whatLines(reservation, context), width), firstThatFits(whenLines(reservation, context), width)];
}

/** First with everything; then without the id, which the details have too; then without the accelerators. */
function whatLines(reservation: Reservation, {glyphs, isStale}: CellContext): readonly Line[] {
	const size = sizeOf(reservation);
	const {accelerator} = reservation;
	const usage = usageOf(reservation);
	const use = usage === null || usage.used === null ? '' : `, ${usage.used} of ${usage.total ?? '?'} used`;
	const type = `${reservation.instanceType ?? glyphs.dash} ${glyphs.times}${size ?? '?'}`;
	const inside = accelerator === null ? null : `${acceleratorsIn(reservation, size) ?? '?'} ${accelerator.name ?? 'accelerators'}`;
	const zone = reservation.availabilityZone ?? reservation.region;
	const state = `${isStale ? '~' : ''}${reservation.state ?? 'state unknown'}${use}`;
	return [
		[type, inside, zone, reservation.id, state],
		[type, inside, zone, state],
		[type, zone, state],
	].map((parts) => {
		const shown = parts.filter((part) => part !== null).map((part): Line => [plain(forTerminal(part, glyphs))]);
		return [plain('  '), ...joinLines(shown, ` ${glyphs.separator} `)];
	});
}

function whenLines(reservation: Reservation, context: CellContext): readonly Line[] {
	const {now, zone, glyphs} = context;
	const {startDate: start} = reservation;
	const end = endOf(reservation);
	const hours = durationHours(reservation);
	const zoneOf = (date: Date) => ` ${formatZone(date, zone)}`;
	const day = (date: Date) => formatDateTime(date, now, zone);
	const isZoneSaidOnce = start !== null && end !== null && zoneOf(start) === zoneOf(end);
	const from = start === null ? 'start unknown' : `${day(start)}${isZoneSaidOnce ? '' : zoneOf(start)}`;
	const to = end === null ? (isUnlimited(reservation) ? 'until cancelled' : 'end unknown') : `${day(end)}${zoneOf(end)}`;
	const range = `  ${from} ${glyphs.arrow} ${to}`;
	const length = hours === null ? (endsBeforeStart(reservation) ? ', ends before it starts' : '') : `, ${formatLength(hours)}`;
	const [long, short, least, alone] = usable(reservation, context);
	return [
		[plain(`${range}${length}     `), ...long],
		[plain(`${range}${length}   `), ...short],
		[plain(`${range}  `), ...least],
		...(alone.length === 0
			? []
			: [
					[plain(`  ${from} ${glyphs.arrow} `), ...alone],
					[plain('  '), ...alone],
				]),
		[plain(range)],
	];
}

/** With all words; with fewer; with only the time; without what is said before it. Empty where there never was anything to use. */
function usable(reservation: Reservation, {now, zone}: CellContext): readonly [Line, Line, Line, Line] {
	const until = usableUntil(reservation);
	const end = endOf(reservation);
	const verb = usableVerb(reservation);
	if (until === null || end === null || verb === null) {
		return [[], [], [], []];
	}

	const moment = nextMoment(reservation, now);
	const isUrgent = moment !== null && moment.kind !== 'starts' && moment.in <= drainWarningMs;
	const left = moment?.kind === 'drains' ? `, ${formatDuration(moment.in)} left` : moment?.kind === 'draining' ? ', being terminated' : '';
	const local = zone === 'utc' && formatZone(until, 'local') !== 'UTC' ? ` (${formatClock(until, 'local')} local)` : '';
	const day = formatDateTime(until, now, zone);
	const at = `${day} ${formatZone(until, zone)}`;
	const isSameDay = formatDay(until, now, zone) === formatDay(end, now, zone);
	const line = (text: string): Line => [isUrgent ? toned('bad', `${text} !`) : plain(text)];
	return [
		line(`${verb} ${at}${local}${left}${moment?.kind === 'drains' ? '; then terminated' : ''}`),
		line(`${verb} ${day}${left}`),
		line(`${verb} ${isSameDay ? formatClock(until, zone) : day}${left}`),
		line(`${verb} ${at}${left}`),
	];
}
