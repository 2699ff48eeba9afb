import type {WaitGoal} from '../../core/wait/wait-goal.js';
import {isoText} from '../../core/words/iso-text.js';
import {blockFields, reservationFields} from '../../report/row-fields.js';
import type {WaitReport} from './wait-for-goal.js';

/** The object of `wait -o json`: schema/wait-v1.schema.json. */
export function waitJson(
	{target, until}: WaitGoal,
	{outcome, because, numbers, reservations, rounds, startedAt, at, waitedMs}: WaitReport,
) {
	return {
		version: 1,
		verdict: outcome,
		because,
		for: until.kind,
		ids: target.kind === 'ids' ? target.ids : null,
		min_capacity: numbers.wanted,
		single: until.kind === 'available' ? until.isSingle : null,
		available_capacity: numbers.free,
		regions: {asked: numbers.regionsAsked, answered: numbers.regionsAnswered},
		rounds,
		started_at: isoText(startedAt),
		ended_at: isoText(at),
		waited_seconds: Math.floor(waitedMs / 1000),
		reservations: reservations.filter(({kind}) => kind === 'odcr').map(reservationFields),
		blocks: reservations.filter(({kind}) => kind === 'block').map(blockFields),
	};
}
