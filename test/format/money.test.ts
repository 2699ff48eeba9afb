import {expect, test} from 'vitest';
import {formatMoney, formatRate} from '../../source/format/money.js';

test('money has cents, and three places below 1', () => {
	expect([formatMoney(169_136.924, 'USD'), formatMoney(0.596, null), formatMoney(0, 'EUR')]).toEqual([
		'USD 169,136.92',
		'0.596',
		'EUR 0.00',
	]);
});

test('rates have three places, so that one of an instance has one of its accelerators', () => {
	expect([formatRate(11.8, 'USD'), formatRate(11.8 / 8, null), formatRate(11.799_99 / 8, null)]).toEqual(['USD 11.800', '1.475', '1.475']);
	expect(formatRate(1_234_567.8, null)).toBe('1,234,567.800');
});
