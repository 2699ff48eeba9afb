import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Offering, offeringHours, parseFee} from '../../../source/core/offerings/offering.js';
import {acceleratorsOf, instancesOf, pricePerAcceleratorHour, pricePerInstanceHour} from '../../../source/core/offerings/offering-price.js';
import {isOfferingSortKey, offeringSortKeys, sortOfferings} from '../../../source/core/offerings/sort-offerings.js';
import {offering} from '../../helpers/offering.js';

describe('the fee', () => {
	test('keeps its digits exactly', () => {
		expect(parseFee('8467.2000')).toEqual({text: '8467.2000', amount: 8467.2});
		expect(parseFee('0')).toEqual({text: '0', amount: 0});
	});

	test.each(['', '-1', '1e5', '1,000', 'Infinity', '$5', '1.', null])('is unknown when AWS sends %j', (text) => {
		expect(parseFee(text)).toBeNull();
	});

	test('is divided by instances, accelerators and the real length', () => {
		expect([pricePerInstanceHour(offering()), pricePerAcceleratorHour(offering())]).toEqual([40, 5]);
		const short = offering({durationHours: offeringHours(6, 35, null, null), instanceCount: 2, upfrontFee: parseFee('526.67')});
		expect(pricePerInstanceHour(short)).toBeCloseTo(40, 3);
	});

	test('has no price for an hour where a part of it is unknown, nor for accelerators that are not there', () => {
		const prices = (parts: Partial<Offering>) => [pricePerInstanceHour(offering(parts)), pricePerAcceleratorHour(offering(parts))];
		expect(prices({upfrontFee: null})).toEqual([null, null]);
		expect(prices({durationHours: null})).toEqual([null, null]);
		expect(prices({instanceCount: null})).toEqual([null, null]);
		expect(prices({accelerator: null})).toEqual([40, null]);
		expect(prices({accelerator: {name: null, countPerInstance: null, memoryMib: null}})).toEqual([40, null]);
	});
});

test('the real length is what AWS says, else from start to end', () => {
	const start = new Date('2026-11-24T04:55:00Z');
	const end = new Date('2026-11-24T11:30:00Z');
	expect(offeringHours(6, 35, start, end)).toBeCloseTo(6.5833, 3);
	expect(offeringHours(null, null, start, end)).toBeCloseTo(6.5833, 3);
	expect(offeringHours(24, null, null, null)).toBe(24);
	expect([offeringHours(0, 0, null, null), offeringHours(null, null, end, start), offeringHours(null, 30, null, null)]).toEqual([
		null,
		null,
		null,
	]);
});

test('UltraServers are counted in instances and accelerators, as far as their type is known', () => {
	const parts = {
		instanceType: 'p6e-gb200.36xlarge',
		instanceCount: null,
		ultraserverCount: 2,
		accelerator: {name: 'GB200', countPerInstance: 4, memoryMib: null},
	};
	const known = offering({...parts, ultraserverType: 'u-p6e-gb200x72'});
	expect([instancesOf(known), acceleratorsOf(known)]).toEqual([36, 144]);
	const unknown = offering({...parts, ultraserverType: 'u-trn9x999'});
	expect([instancesOf(unknown), acceleratorsOf(unknown)]).toEqual([null, null]);
});

describe('sorting', () => {
	const cheap = offering({
		id: 'cbo-cheap',
		upfrontFee: parseFee('100'),
		durationHours: 1,
		instanceCount: 1,
		startDate: new Date('2026-12-03T11:30:00Z'),
	});
	const dear = offering({id: 'cbo-dear', startDate: new Date('2026-12-02T11:30:00Z')});
	const early = offering({id: 'cbo-early', upfrontFee: parseFee('215040.01'), startDate: new Date('2026-12-01T04:00:00Z')});
	const unknown = offering({id: 'cbo-unknown', upfrontFee: null, startDate: null});
	const ids = (offerings: readonly Offering[]) => offerings.map(({id}) => id);

	test('by fee, by start and by the price for a GPU-hour, what is unknown last', () => {
		const all = [unknown, dear, early, cheap];
		expect(ids(sortOfferings(all, 'price'))).toEqual(['cbo-cheap', 'cbo-dear', 'cbo-early', 'cbo-unknown']);
		expect(ids(sortOfferings(all, 'start'))).toEqual(['cbo-early', 'cbo-dear', 'cbo-cheap', 'cbo-unknown']);
		expect(ids(sortOfferings(all, 'gpu-hour'))).toEqual(['cbo-dear', 'cbo-early', 'cbo-cheap', 'cbo-unknown']);
	});

	test('does not compare amounts of different currencies', () => {
		const yuan = offering({id: 'cbo-cn', region: 'cn-north-1', currencyCode: 'CNY', upfrontFee: parseFee('999999')});
		expect(ids(sortOfferings([cheap, yuan, dear], 'price'))).toEqual(['cbo-cn', 'cbo-cheap', 'cbo-dear']);
	});

	test('knows its words', () => {
		expect(['price', 'start', 'gpu-hour', 'fee', 'toString'].map(isOfferingSortKey)).toEqual([true, true, true, false, false]);
	});

	test('loses none, invents none, and does not depend on the order given', () => {
		const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, {nil: null});
		const any = fc
			.array(
				fc.record({
					id: orNull(fc.constantFrom('cbo-1', 'cbo-2', 'cbo-10')),
					region: fc.constantFrom('us-east-1', 'us-west-2'),
					availabilityZone: orNull(fc.constantFrom('us-east-1a', 'us-east-1b')),
					instanceType: orNull(fc.constantFrom('p5.4xlarge', 'p5.48xlarge')),
					instanceCount: orNull(fc.nat(3)),
					startDate: orNull(fc.constantFrom(new Date(0), new Date(1))),
					durationHours: orNull(fc.constantFrom(0, 24, 6.5)),
					upfrontFee: orNull(fc.constantFrom('1', '1.0', '2').map(parseFee)),
					currencyCode: orNull(fc.constantFrom('USD', 'CNY')),
					accelerator: orNull(
						fc.constantFrom({name: 'H100', countPerInstance: 8, memoryMib: null}, {name: null, countPerInstance: null, memoryMib: null}),
					),
				}),
				{maxLength: 20},
			)
			.map((parts) => parts.map((part, place) => offering({...part, key: `key-${place}`})));
		fc.assert(
			fc.property(any, fc.constantFrom(...offeringSortKeys), fc.func(fc.integer()), (offerings, key, shuffle) => {
				const sorted = sortOfferings(offerings, key);
				expect(new Set(sorted)).toEqual(new Set(offerings));
				expect(sorted.length).toBe(offerings.length);
				const shuffled = offerings.toSorted((one, other) => shuffle(one.key) - shuffle(other.key));
				expect(sortOfferings(shuffled, key).map((each) => each.key)).toEqual(sorted.map((each) => each.key));
			}),
		);
	});
});
