import {selectAllRows} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import type {Glyphs} from '../glyphs.js';
import {askedHours} from './asked.js';
import type {OfferingContext} from './offering-columns.js';

/** What offerings are drawn by. */
export function offeringContext(state: CapacityState, glyphs: Glyphs): OfferingContext {
	const {now, isLocalTime, looking} = state;
	return {now, zone: isLocalTime ? 'local' : 'utc', glyphs, held: selectAllRows(state), hours: askedHours(looking)};
}
