import {expect, test} from 'vitest';
import {endOf, isBilledTo, nameOf} from '../../../source/core/reservations/reservation.js';
import {splitByKind} from '../../../source/core/reservations/split-by-kind.js';
import {block, reservation} from '../../helpers/reservation.js';

test('the name is the Name tag, and an empty one is none', () => {
	expect(nameOf(reservation({tags: {Name: 'train-llm-a'}}))).toBe('train-llm-a');
	expect(nameOf(reservation({tags: {Name: ''}}))).toBe(null);
	expect(nameOf(reservation({tags: {name: 'x'}}))).toBe(null);
});

test('only a limited end is an instant', () => {
	const at = new Date('2026-12-19T23:59:00Z');
	expect(endOf(reservation({endDate: {kind: 'limited', at}}))).toEqual(at);
	expect(endOf(reservation({endDate: {kind: 'unlimited'}}))).toBe(null);
	expect(endOf(reservation({endDate: {kind: 'unknown'}}))).toBe(null);
});

test('the billing owner pays before the owner does', () => {
	const shared = reservation({ownerId: '111111111111', unusedReservationBillingOwnerId: '222222222222'});
	expect(isBilledTo(shared, '111111111111')).toBe(false);
	expect(isBilledTo(shared, '222222222222')).toBe(true);
	expect(isBilledTo(reservation({ownerId: '111111111111'}), '111111111111')).toBe(true);
	expect(isBilledTo(reservation({ownerId: null}), '111111111111')).toBe(null);
	expect(isBilledTo(reservation(), null)).toBe(null);
});

test('the two kinds part in the order they came', () => {
	const rows = [block({id: 'cr-1'}), reservation({id: 'cr-2'}), block({id: 'cr-3'}), reservation({id: 'cr-4'})];
	const {odcrs, blocks} = splitByKind(rows);
	expect(odcrs.map(({id}) => id)).toEqual(['cr-2', 'cr-4']);
	expect(blocks.map(({id}) => id)).toEqual(['cr-1', 'cr-3']);
});
