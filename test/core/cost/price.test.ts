import {expect, test} from 'vitest';
import {builtinPrice} from '../../../source/core/cost/builtin-prices.js';
import {pricedPlace, priceKey} from '../../../source/core/cost/price.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {reservation} from '../../helpers/reservation.js';

const p5 = {instanceType: 'p5.48xlarge', region: 'us-east-1', tenancy: 'default'} as const;

test('a Linux instance is priced by its type, region and tenancy', () => {
	expect(pricedPlace(reservation())).toEqual(p5);
	expect(pricedPlace(reservation({tenancy: 'dedicated', availabilityZone: null}))).toEqual({...p5, tenancy: 'dedicated'});
});

test.each<readonly [string, Partial<Reservation>]>([
	['of a platform with a licence', {instancePlatform: 'Windows'}],
	['of an unknown platform', {instancePlatform: null}],
	['in a Local Zone', {availabilityZone: 'us-east-1-atl-2a'}],
	['in a zone of another region', {availabilityZone: 'us-west-2a'}],
	['on an Outpost', {outpostArn: 'arn:aws:outposts:us-east-1:123456789012:outpost/op-1'}],
	['of an unknown tenancy', {tenancy: null}],
	['of an unknown type', {instanceType: null}],
	['of a type that is none', {instanceType: 'p5 *'}],
])('no list price of a region holds for one %s', (_, difference) => {
	expect(pricedPlace(reservation(difference))).toBeNull();
});

test('the key tells type, region and tenancy apart', () => {
	const places = [p5, {...p5, instanceType: 'p5.4xlarge'}, {...p5, region: 'us-east-2'}, {...p5, tenancy: 'dedicated' as const}];
	expect(new Set(places.map(priceKey)).size).toBe(4);
});

test('the built-in table names its day, and has no price for what it does not know', () => {
	expect(builtinPrice(p5)).toEqual({usdPerHour: 55.04, source: {kind: 'builtin', publishedOn: '2026-07-20'}});
	expect(builtinPrice({...p5, tenancy: 'dedicated'})).toBeNull();
	expect(builtinPrice({...p5, region: 'ap-south-1'})).toBeNull();
	expect(builtinPrice({...p5, region: 'toString'})).toBeNull();
	expect(builtinPrice({...p5, instanceType: 'trn2.48xlarge'})).toBeNull();
	expect(builtinPrice({...p5, instanceType: 'constructor'})).toBeNull();
});
