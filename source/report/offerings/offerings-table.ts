import {lengthText} from '../../core/length-text.js';
import {momentText} from '../../core/moment-text.js';
import {besideWords} from '../../core/offerings/beside-words.js';
import type {Offering} from '../../core/offerings/offering.js';
import {pricePerAcceleratorHour, pricePerInstanceHour} from '../../core/offerings/offering-price.js';
import type {Reservation} from '../../core/reservation.js';
import {formatMoney, formatRate} from '../../format/money.js';
import {boxTable} from '../box-table.js';

/** One row per offering, numbered as the lines that buy them. The count is the same for all. */
export function offeringsTable(offerings: readonly Offering[], held: readonly Reservation[], isAscii: boolean): readonly string[] {
	const currencies = [...new Set(offerings.map(({currencyCode}) => currencyCode))];
	const [currency = null] = currencies.length === 1 ? currencies : [];
	return boxTable(
		['#', 'AZ', 'Start UTC', 'End UTC', 'Length', currency === null ? 'Fee' : `Fee ${currency}`, 'Inst-h', 'Accel-h', 'Beside Held'],
		offerings.map((offering, index) => [String(index + 1), ...cells(offering, held, currency === null)]),
		isAscii,
	);
}

function cells(offering: Offering, held: readonly Reservation[], namesCurrency: boolean): readonly string[] {
	const {availabilityZone, region, startDate, endDate, durationHours, upfrontFee, currencyCode} = offering;
	const [beside = '–'] = besideWords(offering, held);
	return [
		availabilityZone ?? region,
		dateText(startDate),
		dateText(endDate),
		durationHours === null ? '–' : lengthText(durationHours),
		upfrontFee === null ? '–' : formatMoney(upfrontFee.amount, namesCurrency ? currencyCode : null),
		priceText(pricePerInstanceHour(offering)),
		priceText(pricePerAcceleratorHour(offering)),
		beside,
	];
}

function dateText(date: Date | null): string {
	return date === null ? '–' : momentText(date).replace(' UTC', '');
}

function priceText(price: number | null): string {
	return price === null ? '–' : formatRate(price, null);
}
