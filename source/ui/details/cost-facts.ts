import {costTerms, sourceText, usdText, usdUnitText} from '../../core/cost/cost-words.js';
import {type IdleCost, idleCostOf} from '../../core/cost/idle-cost.js';
import type {IdleSince} from '../../core/cost/idle-since.js';
import {pricedPlace} from '../../core/cost/price.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {formatDateTime, formatZone} from '../../format/date.js';
import type {CellContext} from '../table/column.js';
import type {Fact} from './facts.js';

/** What is idle of it costs, since when, and by whose price; none before prices were looked for. */
export function costFacts(reservation: Reservation, context: CellContext, idle: IdleSince | null): readonly Fact[] {
	const {prices, accountId, glyphs} = context;
	const cost = prices === null ? null : idleCostOf(reservation, prices, accountId);
	if (cost === null) {
		return [];
	}

	const {instances, price, usdPerHour} = cost;
	const each = price?.usdPerHour ?? null;
	return each === null || price === null || usdPerHour === null
		? [{label: 'IDLE COST', text: `unknown: ${whyUnknown(reservation, cost)}`}]
		: [
				{
					label: 'IDLE COST',
					text: `${usdText(usdPerHour)} per hour: ${instances} idle ${glyphs.times} ${usdUnitText(each)}; ${sinceText(each, idle, context)}`,
					tone: 'warn',
				},
				{label: '', text: `${costTerms} (${sourceText(price.source)})`},
			];
}

function whyUnknown(reservation: Reservation, {price}: IdleCost): string {
	if (pricedPlace(reservation) === null) {
		return 'only Linux instances in the zones of a region are priced here';
	}

	return price === null
		? 'no On-Demand list price is known'
		: `AWS lists no On-Demand price of ${reservation.instanceType} in ${reservation.region}`;
}

function sinceText(usdPerInstanceHour: number, idle: IdleSince | null, {now, zone}: CellContext): string {
	if (idle === null) {
		return 'since when is not known';
	}

	const since = `${formatDateTime(idle.since, now, zone)} ${formatZone(idle.since, zone)}`;
	return `${usdText(usdPerInstanceHour * idle.instanceHours)} since it went idle, ${since}`;
}
