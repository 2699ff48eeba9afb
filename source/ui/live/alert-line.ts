import {drainWarning} from '../../core/countdown.js';
import {usableUntil} from '../../core/expiry.js';
import {endOf, type Reservation} from '../../core/reservation.js';
import {sizeOf} from '../../core/usage.js';
import {formatDuration} from '../../format/duration.js';
import {selectShown} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, fitLine, type Line, plain} from '../line.js';

/** The one thing that cannot wait: credentials that have expired, else the block that AWS takes back next. `null`: there is none. */
export function alertLine(state: CapacityState, glyphs: Glyphs, width: number): Line | null {
	const text = expiryText(state) ?? drainText(state, glyphs);
	return text === null ? null : fitLine([plain(' '), bold(`! ${forTerminal(text, glyphs)}`, 'bad')], width, glyphs.cut);
}

/** AWS's own words and the command to run; rows that were read before stay on the screen with their age. */
function expiryText({observation, events}: CapacityState): string | null {
	if (observation.expired === null) {
		return null;
	}

	const event = events.find((each) => each.type === 'credentials' && each.what === 'expired');
	return event?.type === 'credentials' && event.what === 'expired' ? event.message : null;
}

function drainText(state: CapacityState, glyphs: Glyphs): string | null {
	const warned = selectShown(state, 'blocks').rows.filter((block) => drainWarning(block, state.now) !== null);
	const [first] = warned.toSorted((one, other) => endTime(one) - endTime(other));
	if (first === undefined) {
		return null;
	}

	const warning = drainWarning(first, state.now);
	const block = `${first.instanceType ?? glyphs.dash} ${glyphs.times}${sizeOf(first) ?? '?'} ${first.availabilityZone ?? first.region}`;
	const until = usableUntil(first);
	const when =
		warning?.isTerminating === false && until !== null ? ` drains in ${formatDuration(until.getTime() - state.now.getTime())}` : '';
	return warning === null ? null : `${block}${when}: ${warning.text}`;
}

function endTime(reservation: Reservation): number {
	return endOf(reservation)?.getTime() ?? Number.POSITIVE_INFINITY;
}
