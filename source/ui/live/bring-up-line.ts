import type {BringUp} from '../../core/events/bring-up.js';
import {percentOf} from '../../core/reservations/usage.js';
import type {Coming} from '../../core/rows/coming.js';
import {formatDuration} from '../../format/duration.js';
import {usageBar} from '../../format/usage-bar.js';
import {selectBringUp} from '../../store/live-selectors.js';
import {hasReservations} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {hasSidePane} from '../layout.js';
import {bold, firstThatFits, fitLine, joinLines, type Line, plain, toned} from '../line.js';
import {sizeText} from '../words.js';

/**
How far a cluster has come up: over the followed rows, or of the one reservation that has just started and only rises. `null`: there is
neither, or the screen is of something else.
*/
export function bringUpLine(state: CapacityState, glyphs: Glyphs, width: number): Line | null {
	const found = hasPlace(state, width) ? selectBringUp(state) : null;
	if (found === null) {
		return null;
	}

	const {rows, bringUp} = found;
	const isFollowed = state.followed.length > 0;
	const name = isFollowed ? String(rows.length) : forTerminal(rows[0]?.instanceType ?? glyphs.dash, glyphs);
	const title = isFollowed ? 'following' : 'bring-up';
	return fitLine(firstThatFits(variants(title, name, bringUp, glyphs), width), width, glyphs.cut);
}

/** Over rows of reservations; what was asked for, over the events and a reservation in full, too. */
function hasPlace({pane, screen, followed}: CapacityState, width: number): boolean {
	const isOverRows = screen === 'main' || (screen === 'details' && hasSidePane(width));
	return followed.length === 0
		? isOverRows && hasReservations(pane)
		: (isOverRows || screen === 'details') && (hasReservations(pane) || pane === 'events');
}

function variants(title: string, name: string, bringUp: BringUp, glyphs: Glyphs): readonly Line[] {
	const {used, total, coming, unknown} = bringUp;
	const head: Line = [plain('  '), bold(`${title} ${name}`, 'accent')];
	if (used === null || total === null) {
		const waiting = [...(unknown > 0 ? ['counts unknown'] : []), ...comingWords(coming)].join(', ');
		return [joinLines([head, [plain(waiting || 'not found')]], '   ')];
	}

	const bar = usageBar(used.instances, total.instances, 8, glyphs.isAscii);
	const others = unknown === 0 ? '' : `, ${unknown} unknown`;
	const count: Line = [bold(String(used.instances)), plain(` of ${total.instances} instances${others}`)];
	const accelerators: readonly Line[] =
		used.accelerators === null || total.accelerators === null || total.accelerators === 0
			? []
			: [[plain(`${used.accelerators} of ${total.accelerators} accelerators`)]];
	const percent = percentOf(used.instances, total.instances);
	const share: Line = [plain(bar.used), toned('dim', bar.free), plain(percent === null ? '' : ` ${percent} %`)];
	const pace: readonly Line[] = [...rateParts(bringUp), ...timeParts(bringUp)];
	return [
		joinLines([head, count, ...accelerators, share, ...pace], '   '),
		joinLines([head, count, share, ...pace], '   '),
		joinLines([head, count, share, ...pace.slice(0, 2)], '  '),
		joinLines([head, count, share], '  '),
		joinLines([[plain('  '), bold(title, 'accent')], count, share], '  '),
	];
}

function comingWords({reservations, instances, unknown}: Coming): readonly string[] {
	if (reservations === 0) {
		return [];
	}

	return [instances === null ? 'not started, size unknown' : `${sizeText(instances, unknown, true)} not started`];
}

function rateParts({perMinute, toFullMs}: BringUp): readonly Line[] {
	const rate: readonly Line[] =
		perMinute === null || perMinute === 0
			? []
			: [[toned(perMinute > 0 ? 'good' : 'warn', `${perMinute > 0 ? '+' : ''}${perMinute.toFixed(1)}/min`)]];
	const full: readonly Line[] = toFullMs === null ? [] : [[plain(toFullMs === 0 ? 'full' : `full in ${formatDuration(toFullMs)}`)]];
	return [...rate, ...full];
}

function timeParts({elapsedMs}: BringUp): readonly Line[] {
	return elapsedMs === null ? [] : [[toned('dim', `since ${formatDuration(elapsedMs)}`)]];
}
