import {besideWords} from '../../core/offerings/beside-words.js';
import type {Offering} from '../../core/offerings/offering.js';
import {pricePerAcceleratorHour, pricePerInstanceHour} from '../../core/offerings/offering-price.js';
import {isShorter} from '../../core/offerings/shorter.js';
import type {Reservation} from '../../core/reservations/reservation.js';
import {formatShortDate, formatZone, type TimeZone} from '../../format/date.js';
import {formatLength} from '../../format/duration.js';
import {displayWidth, fitText} from '../../format/fit-text.js';
import {formatMoney, formatRate} from '../../format/money.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, fitLine, type Line, plain, toned} from '../line.js';

export type OfferingContext = {
	readonly now: Date;
	readonly zone: TimeZone;
	readonly glyphs: Glyphs;
	/** The blocks that are held, for how an offering sits beside them. */
	readonly held: readonly Reservation[];
	/** The length asked for; `null`: nothing was. */
	readonly hours: number | null;
};

/** `currency`: that of all offerings, `null` when they have several. `hasShorter`: some need the mark of a length that is shorter than asked for. */
type CellContext = OfferingContext & {readonly currency: string | null; readonly hasShorter: boolean};

type Column = {
	readonly header: (context: CellContext) => string;
	readonly align: 'left' | 'right';
	/** 0 never leaves; of the others the highest leaves first. */
	readonly priority: number;
	/** The cells are cut down to so many columns before the column leaves. */
	readonly least?: number;
	readonly text: (offering: Offering, context: CellContext) => string;
};

const columns: readonly Column[] = [
	{header: () => 'AZ', align: 'left', priority: 0, text: ({availabilityZone, region}) => availabilityZone ?? region},
	{
		header: ({now, zone}) => `START ${zone === 'utc' ? 'UTC' : formatZone(now, zone)}`,
		align: 'left',
		priority: 0,
		text: ({startDate}, context) => dateText(startDate, context),
	},
	{header: () => 'END', align: 'left', priority: 2, text: ({endDate}, context) => dateText(endDate, context)},
	{
		header: ({hasShorter}) => (hasShorter ? 'LEN ' : 'LEN'),
		align: 'right',
		priority: 0,
		text: lengthText,
	},
	{
		header: ({currency}) => (currency === null ? 'FEE' : `FEE ${currency}`),
		align: 'right',
		priority: 0,
		text: ({upfrontFee, currencyCode}, {glyphs, currency}) =>
			upfrontFee === null ? glyphs.dash : formatMoney(upfrontFee.amount, currency === null ? currencyCode : null),
	},
	{header: () => '/INST-H', align: 'right', priority: 3, text: (offering, context) => priceText(pricePerInstanceHour(offering), context)},
	{
		header: () => '/ACCEL-H',
		align: 'right',
		priority: 1,
		text: (offering, context) => priceText(pricePerAcceleratorHour(offering), context),
	},
	{
		header: () => 'BESIDE HELD',
		align: 'left',
		priority: 4,
		least: 16,
		text: (offering, {held, glyphs}) => (besideWords(offering, held)[0] ?? glyphs.dash).replaceAll('×', glyphs.times),
	},
];

const gutter = 2;
const gap = 2;

/** The heading and a line for each offering, in the columns that fit into `width`. */
export function offeringTable(
	offerings: readonly Offering[],
	given: OfferingContext,
	width: number,
): {readonly heading: Line; readonly row: (offering: Offering, isSelected: boolean) => Line} {
	const {glyphs} = given;
	const currencies = new Set(offerings.map(({currencyCode}) => currencyCode));
	const context: CellContext = {
		...given,
		currency: currencies.size === 1 ? ([...currencies][0] ?? null) : null,
		hasShorter: hasShorter(offerings, given),
	};
	const cell = (column: Column, offering: Offering) => forTerminal(column.text(offering, context), glyphs);
	const sized = columns.map((column) => ({
		column,
		size: offerings.reduce((most, offering) => Math.max(most, displayWidth(cell(column, offering))), column.header(context).length),
	}));
	const placed =
		[4, 3, 2, 1, 0]
			.map((most) =>
				shrink(
					sized.filter(({column}) => column.priority <= most),
					width,
				),
			)
			.find((some) => widthTogether(some) <= width) ?? sized.filter(({column}) => column.priority === 0);
	return {
		heading: fitLine(
			[
				plain(' '.repeat(gutter)),
				toned('dim', placed.map(({column, size}) => fitText(column.header(context), size, column.align, glyphs.cut)).join(' '.repeat(gap))),
			],
			width,
			glyphs.cut,
		),
		row(offering, isSelected) {
			const text = placed.map(({column, size}) => fitText(cell(column, offering), size, column.align, glyphs.cut)).join(' '.repeat(gap));
			return fitLine(
				[plain(' '), isSelected ? toned('accent', glyphs.cursor) : plain(' '), isSelected ? bold(text) : plain(text)],
				width,
				glyphs.cut,
			);
		},
	};
}

type Sized = {readonly column: Column; readonly size: number};

function widthTogether(placed: readonly Sized[]): number {
	return placed.reduce((sum, {size}) => sum + gap + size, gutter - gap);
}

/** Takes what is too much from the columns whose cells may be cut. */
function shrink(placed: readonly Sized[], width: number): readonly Sized[] {
	const excess = Math.max(0, widthTogether(placed) - width);
	return placed.map(({column, size}) => ({column, size: Math.max(Math.min(size, column.least ?? size), size - excess)}));
}

/** Whether some offering is shorter than asked for, and has the mark of it. */
export function hasShorter(offerings: readonly Offering[], {hours}: Pick<OfferingContext, 'hours'>): boolean {
	return hours !== null && offerings.some((offering) => isShorter(offering, hours));
}

/** With the mark in a column of its own, so that the units stay under each other. */
function lengthText(offering: Offering, context: CellContext): string {
	const {durationHours} = offering;
	const mark = context.hasShorter ? (hasShorter([offering], context) ? '*' : ' ') : '';
	return `${durationHours === null ? context.glyphs.dash : formatLength(durationHours)}${mark}`;
}

function dateText(date: Date | null, {now, zone, glyphs}: OfferingContext): string {
	return date === null ? glyphs.dash : formatShortDate(date, now, zone);
}

function priceText(price: number | null, {glyphs}: OfferingContext): string {
	return price === null ? glyphs.dash : formatRate(price, null);
}
