import {expect, test} from 'vitest';
import {isKnownState, lifecycleOf, reservationStates} from '../../../source/core/reservations/lifecycle.js';

test('each of the 13 states has its class', () => {
	expect(reservationStates.map((state) => [state, lifecycleOf(state)])).toEqual([
		['active', 'live'],
		['pending', 'upcoming'],
		['scheduled', 'upcoming'],
		['assessing', 'upcoming'],
		['payment-pending', 'upcoming'],
		['delayed', 'troubled'],
		['cancelling', 'troubled'],
		['unavailable', 'troubled'],
		['failed', 'troubled'],
		['payment-failed', 'troubled'],
		['expired', 'ended'],
		['cancelled', 'ended'],
		['unsupported', 'ended'],
	]);
});

test.each([['hibernating'], ['ACTIVE'], [''], ['toString'], ['__proto__'], [null]])(
	'a state that is not known (%o) is troubled',
	(state) => {
		expect(isKnownState(state)).toBe(false);
		expect(lifecycleOf(state)).toBe('troubled');
	},
);
