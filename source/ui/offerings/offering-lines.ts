import {besideWords} from '../../core/offerings/beside-words.js';
import type {ExtensionOffering} from '../../core/offerings/extension-offering.js';
import type {Offering} from '../../core/offerings/offering.js';
import {acceleratorsOf, instancesOf, pricePerAcceleratorHour, pricePerInstanceHour} from '../../core/offerings/offering-price.js';
import {extensionLine, purchaseLine, purchaseTerms} from '../../core/offerings/purchase.js';
import {isShorter, shorterWords} from '../../core/offerings/shorter.js';
import {drainMinutes} from '../../core/reservations/expiry.js';
import {ultraServerOf} from '../../core/reservations/ultraservers.js';
import {formatDateTime, formatZone} from '../../format/date.js';
import {formatLength} from '../../format/duration.js';
import {wrapText} from '../../format/fit-text.js';
import {formatMoney, formatRate} from '../../format/money.js';
import {forTerminal} from '../glyphs.js';
import {blankLine, bold, firstThatFits, fitLine, type Line, plain, toned} from '../line.js';
import type {OfferingContext} from './offering-columns.js';

const minute = 60_000;

/** The line that buys the offering, or extends the block; `null`: AWS gave no id. */
export function lineToBuy(offering: Offering | ExtensionOffering): string | null {
	return 'reservationId' in offering ? extensionLine(offering.region, offering.reservationId, offering.id) : purchaseLine(offering);
}

/** The offering under the cursor in three lines: what, when, and what it costs. */
export function selectedOfferingLines(offering: Offering, context: OfferingContext, width: number): readonly [Line, Line, Line] {
	const {glyphs} = context;
	return [
		fitLine([plain(`  ${forTerminal(whatText(offering, context), glyphs)}`)], width, glyphs.cut),
		firstThatFits(
			[`  ${whenText(offering, context)}${usableText(offering, context)}`, `  ${whenText(offering, context)}`].map(
				(text): Line => [plain(text)],
			),
			width,
		),
		fitLine([plain(`  ${forTerminal(priceText(offering, context), glyphs)}`)], width, glyphs.cut),
	];
}

/** All of an offering: what, when, price, what is held beside it, the line that buys it and what that binds to. */
export function offeringLines(offering: Offering, context: OfferingContext, width: number): readonly Line[] {
	const {glyphs, held, hours} = context;
	const wrapped = (text: string, segment = plain): readonly Line[] =>
		wrapText(forTerminal(text.replaceAll('×', glyphs.times), glyphs), width - 4).map((part): Line => [segment(`  ${part}`)]);
	const line = lineToBuy(offering);
	return [
		...wrapped(whatText(offering, context), bold),
		blankLine,
		...wrapped(`${whenText(offering, context)}${usableText(offering, context)}`),
		...(hours !== null && isShorter(offering, hours) ? wrapped(upperFirst(shorterWords(hours))) : []),
		...wrapped(priceText(offering, context)),
		...besideWords(offering, held).flatMap((words) => wrapped(words)),
		blankLine,
		[toned('dim', `  ${line === null ? 'AWS gave no id by which it could be bought.' : 'To buy it, run this yourself; y copies it:'}`)],
		...(line === null ? [] : wrapped(line)),
		blankLine,
		...purchaseTerms(offering).flatMap((term) => wrapped(term)),
		...wrapped('Prices and offerings change by the minute; truffle buys nothing.'),
	];
}

function whatText(offering: Offering, {glyphs}: OfferingContext): string {
	const {instanceType, ultraserverType, ultraserverCount, availabilityZone, region, accelerator, id} = offering;
	const count = ultraserverType === null ? instancesOf(offering) : ultraserverCount;
	const inside = accelerator === null ? null : `${acceleratorsOf(offering) ?? '?'} ${accelerator.name ?? 'accelerators'}`;
	const parts = [
		`${ultraserverType ?? instanceType ?? glyphs.dash} ${glyphs.times}${count ?? '?'}`,
		inside,
		availabilityZone ?? region,
		id,
	];
	return parts.filter((part) => part !== null).join(` ${glyphs.separator} `);
}

function whenText({startDate, endDate, durationHours}: Offering, {now, zone, glyphs}: OfferingContext): string {
	const text = (date: Date | null) => (date === null ? 'unknown' : formatDateTime(date, now, zone));
	const length = durationHours === null ? '' : `, ${formatLength(durationHours)}`;
	return `${text(startDate)} ${glyphs.arrow} ${text(endDate)} ${formatZone(endDate ?? now, zone)}${length}`;
}

function usableText({endDate, instanceType, ultraserverType}: Offering, {now, zone}: OfferingContext): string {
	const drain = drainMinutes(instanceType ?? ultraServerOf(ultraserverType)?.instanceType ?? null) * minute;
	return endDate === null ? '' : `, usable until ${formatDateTime(new Date(endDate.getTime() - drain), now, zone)}`;
}

function priceText(offering: Offering, {glyphs}: OfferingContext): string {
	const {upfrontFee, currencyCode, accelerator} = offering;
	if (upfrontFee === null) {
		return 'fee unknown';
	}

	const instance = pricePerInstanceHour(offering);
	const each = pricePerAcceleratorHour(offering);
	return [
		formatMoney(upfrontFee.amount, currencyCode),
		instance === null ? null : `${formatRate(instance, null)}/instance-h`,
		each === null ? null : `${formatRate(each, null)}/${accelerator?.name ?? 'accelerator'}-h`,
	]
		.filter((part) => part !== null)
		.join(` ${glyphs.separator} `);
}

function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
