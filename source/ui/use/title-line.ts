import {lifecycleOf} from '../../core/reservations/lifecycle.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {sizeOf} from '../../core/reservations/usage.js';
import {selectStaleRegions} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {stateTones} from '../details/details-lines.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, firstThatFits, type Line, plain, spread, toned, widthOf} from '../line.js';

/** Which reservation it is, and its state: `Use p5.48xlarge ×32 · us-east-1a · cr-0a1b   ● active`. */
export function titleLine(state: CapacityState, reservation: Reservation, glyphs: Glyphs, width: number): Line {
	const {instanceType, availabilityZone, region, id} = reservation;
	const stale = selectStaleRegions(state).has(region) ? '~' : '';
	const what = `${instanceType ?? glyphs.dash} ${glyphs.times}${sizeOf(reservation) ?? '?'}`;
	const name = id ?? 'no id';
	const variants = [[what, availabilityZone ?? region, name], [what, name], [name]].map(
		(words): Line => [plain('  Use '), bold(forTerminal(words.join(` ${glyphs.separator} `), glyphs))],
	);
	const tone = stateTones[lifecycleOf(reservation.state)];
	const right: Line = [toned(tone, `${glyphs.on} ${stale}${forTerminal(reservation.state ?? 'state unknown', glyphs)}`), plain(' ')];
	return spread(firstThatFits(variants, width - widthOf(right) - 1), right, width, glyphs.cut);
}
