import {expect, test} from 'vitest';
import type {Price} from '../../../source/core/cost/price.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {costFacts} from '../../../source/ui/details/cost-facts.js';
import {unicodeGlyphs} from '../../../source/ui/glyphs.js';
import type {CellContext} from '../../../source/ui/table/column.js';
import {block, reservation} from '../../helpers/reservation.js';

const listed: Price = {usdPerHour: 55.04, source: {kind: 'price-list', publishedOn: '2026-11-20'}};
const idle = {since: new Date('2026-11-23T07:10:00Z'), instanceHours: 9};

function factsWith(price: Price | null, differs: Partial<Reservation> = {}, since: typeof idle | null = idle) {
	const prices = new Map(price === null ? [] : [['us-east-1/p5.48xlarge/default', price] as const]);
	return costFacts(reservation({availableInstanceCount: 3, ...differs}), contextWith(prices), since).map(
		({label, text}) => `${label}: ${text}`,
	);
}

function contextWith(prices: CellContext['prices']): CellContext {
	const now = new Date('2026-11-23T10:13:00Z');
	return {now, zone: 'utc', glyphs: unicodeGlyphs, accountId: '123456789012', prices, barWidth: 8, isStale: false};
}

test('what is idle costs so much an hour, and so much since it went idle, by whose price', () => {
	expect(factsWith(listed)).toEqual([
		'IDLE COST: $165.12 per hour: 3 idle × $55.0400; $495.36 since it went idle, Nov 23 07:10 UTC',
		': Linux On-Demand list price, without discounts, Savings Plans and Reserved Instances (AWS Price List of 2026-11-20)',
	]);
	expect(factsWith({...listed, source: {kind: 'builtin', publishedOn: '2026-07-20'}}, {}, null)).toEqual([
		'IDLE COST: $165.12 per hour: 3 idle × $55.0400; since when is not known',
		': Linux On-Demand list price, without discounts, Savings Plans and Reserved Instances (built-in table of 2026-07-20)',
	]);
});

test('why a cost is unknown is said', () => {
	expect(factsWith(null)).toEqual(['IDLE COST: unknown: no On-Demand list price is known']);
	expect(factsWith({...listed, usdPerHour: null})).toEqual([
		'IDLE COST: unknown: AWS lists no On-Demand price of p5.48xlarge in us-east-1',
	]);
	expect(factsWith(listed, {instancePlatform: 'Windows'})).toEqual([
		'IDLE COST: unknown: only Linux instances in the zones of a region are priced here',
	]);
});

test('nothing is said of what is full, of what another account pays for, of blocks, and before prices were looked for', () => {
	expect(factsWith(listed, {availableInstanceCount: 0})).toEqual([]);
	expect(factsWith(listed, {ownerId: '210987654321'})).toEqual([]);
	expect(costFacts(block({availableInstanceCount: 3}), contextWith(new Map()), null)).toEqual([]);
	expect(costFacts(reservation(), contextWith(null), null)).toEqual([]);
});
