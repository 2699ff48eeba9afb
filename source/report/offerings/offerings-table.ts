import {besideWords} from '../../core/offerings/beside-words.js';
import type {Offering} from '../../core/offerings/offering.js';
import {pricePerAcceleratorHour, pricePerInstanceHour} from '../../core/offerings/offering-price.js';
import {isShorter, shorterWords} from '../../core/offerings/shorter.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {lengthText} from '../../core/words/length-text.js';
import {momentText} from '../../core/words/moment-text.js';
import {formatMoney, formatRate} from '../../format/money.js';
import {boxTable} from '../box-table.js';

/** One row per offering, numbered as the lines that buy them; those that are shorter than `hours` are marked. The count is the same for all. */
export function offeringsTable(
	offerings: readonly Offering[],
	{held, hours, isAscii}: {readonly held: readonly Reservation[]; readonly hours: number; readonly isAscii: boolean},
): readonly string[] {
	const currencies = [...new Set(offerings.map(({currencyCode}) => currencyCode))];
	const [currency = null] = currencies.length === 1 ? currencies : [];
	const table = boxTable(
		['#', 'AZ', 'Start UTC', 'End UTC', 'Length', currency === null ? 'Fee' : `Fee ${currency}`, 'Inst-h', 'Accel-h', 'Beside Held'],
		offerings.map((offering, index) => [String(index + 1), ...cells(offering, {held, hours, namesCurrency: currency === null})]),
		isAscii,
	);
	return offerings.some((offering) => isShorter(offering, hours)) ? [...table, `* ${shorterWords(hours)}`] : table;
}

function cells(
	offering: Offering,
	{held, hours, namesCurrency}: {readonly held: readonly Reservation[]; readonly hours: number; readonly namesCurrency: boolean},
): readonly string[] {
	const {availabilityZone, region, startDate, endDate, durationHours, upfrontFee, currencyCode} = offering;
	const [beside = '–'] = besideWords(offering, held);
	return [
		availabilityZone ?? region,
		dateText(startDate),
		dateText(endDate),
		durationHours === null ? '–' : `${lengthText(durationHours)}${isShorter(offering, hours) ? ' *' : ''}`,
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
