import {togetherWords} from '../../core/offerings/beside-words.js';
import type {ExtensionOffering} from '../../core/offerings/extension-offering.js';
import {largestOf} from '../../core/offerings/largest.js';
import type {MergedOfferings} from '../../core/offerings/merge-offerings.js';
import type {Offering} from '../../core/offerings/offering.js';
import {pricePerAcceleratorHour, pricePerInstanceHour} from '../../core/offerings/offering-price.js';
import {hasOffered} from '../../core/offerings/offerings-result.js';
import {isTightWindow} from '../../core/offerings/plan-offerings.js';
import {extensionLine, purchaseLine, purchaseTerms} from '../../core/offerings/purchase.js';
import {offeringsWords} from '../../core/offerings/request-words.js';
import {failureWords} from '../../core/regions/failure-words.js';
import {endOf} from '../../core/reservations/reservation.js';
import {sizeOf} from '../../core/reservations/usage.js';
import {counted} from '../../core/words/counted.js';
import {listed} from '../../core/words/listed.js';
import {momentText} from '../../core/words/moment-text.js';
import {formatRate} from '../../format/money.js';
import {toAscii} from '../ascii.js';
import {coverageOf} from '../coverage.js';
import type {OfferingsReport} from './offerings-report.js';
import {offeringsTable} from './offerings-table.js';
import {type ReportFacts, reportFacts} from './report-facts.js';

/** Lines to buy by that are printed; JSON has that of each offering. */
const mostLines = 12;
const mostNamed = 6;

/** The report for people: what was asked, what there is, and the lines that buy it. */
export function offeringsText(report: OfferingsReport, facts: ReportFacts): string {
	const {isAscii} = report;
	const {offerings, held} = facts;
	const hours = report.kind === 'search' ? report.search.request.hours : report.hours;
	const head = [
		`${isAscii ? '' : '📊 '}${report.kind === 'search' ? 'Capacity Block Offerings:' : 'Capacity Block Extensions:'}`,
		...headLines(report, facts).map((line) => `   ${line}`),
	];
	const because = nothingLines(report, facts);
	const nothing = because.length === 0 ? [] : ['', ...because];
	const found = offerings.length === 0 ? [] : ['', ...offeringsTable(offerings, {held, hours, isAscii}), '', ...closingLines(facts)];
	const text = `${[...head, ...nothing, ...found].join('\n')}\n`;
	return isAscii ? inAscii(text) : text;
}

/** Why there is nothing of what was asked for and what to ask for instead, a sentence each; empty when there is. */
export function nothingText(report: OfferingsReport): readonly string[] {
	const lines = nothingLines(report, reportFacts(report));
	return report.isAscii ? lines.map(inAscii) : lines;
}

function nothingLines(report: OfferingsReport, facts: ReportFacts): readonly string[] {
	const {because} = facts;
	return because.length === 0 ? [] : [...because, ...largestHint(report, facts), ...shorterHint(report, facts)];
}

function inAscii(text: string): string {
	return toAscii(text.replaceAll('×', 'x'));
}

function headLines(report: OfferingsReport, {offerings, held, results, notes}: ReportFacts): readonly string[] {
	const {asked, answered} = coverageOf(report.held);
	const together = togetherWords(offerings, held);
	return [
		`Asked For: ${askedFor(report)}`,
		...notes.map((note) => `Note: ${note}`),
		...(results.length === 0 ? [] : [`Offerings: ${offeringsCount(report, offerings)}`]),
		...cheapestLines(offerings),
		...regionLines(report),
		...(answered === asked ? [] : [`Held Blocks: ${answered} of ${asked} regions read, so that some may be missing beside the offerings`]),
		...(together === null ? [] : [`Note: ${together}`]),
	];
}

function askedFor(report: OfferingsReport): string {
	if (report.kind === 'search') {
		return offeringsWords(report.search.request);
	}

	const {block} = report.search;
	const end = endOf(block);
	const ends = end === null ? '' : `, which ends ${momentText(end)}`;
	return `more time for ${block.id ?? 'a block'}, ${sizeOf(block) ?? '?'} × ${block.instanceType ?? 'unknown type'} in ${block.availabilityZone ?? block.region}${ends}`;
}

/** AWS tells nothing of other counts by itself. In a tight window it is not the count that hinders. */
function largestHint(report: OfferingsReport, {results, offerings}: ReportFacts): readonly string[] {
	if (report.kind === 'extension' || report.search.kind === 'not-asked' || offerings.length > 0 || !results.some(hasOffered)) {
		return [];
	}

	const {request, largest, generatedAt} = report.search;
	if (isTightWindow(request, generatedAt)) {
		return ['A later --end-by leaves room for more.'];
	}

	return largest === null && request.subject.count > 1 ? ['Add --largest to look for the largest count that there is.'] : [];
}

/** A day is the shortest that AWS sells. */
function shorterHint(report: OfferingsReport, {results, offerings}: ReportFacts): readonly string[] {
	const {search} = report;
	if (report.kind === 'search' || search.kind === 'not-asked' || offerings.length > 0 || !results.some(hasOffered) || report.hours <= 24) {
		return [];
	}

	return [`To look for the shortest: ${report.shortestLine}`];
}

function offeringsCount(report: OfferingsReport, offerings: readonly Offering[]): string {
	if (offerings.length === 0) {
		return 'none';
	}

	const search = report.kind === 'search' && report.search.kind === 'searched' ? report.search.largest : null;
	const largest = search === null ? null : largestOf(search);
	const count = largest?.kind === 'found' ? `, of ${largest.count}, the largest count found` : '';
	return `${offerings.length} in ${listed([...new Set(offerings.map(({region}) => region))], mostNamed)}${count}`;
}

function cheapestLines(offerings: readonly Offering[]): readonly string[] {
	const priced = offerings.flatMap((offering) => {
		const price = pricePerInstanceHour(offering);
		return price === null ? [] : [{offering, price}];
	});
	// Amounts of different currencies cannot be compared.
	const [first] = priced.toSorted((one, other) => one.price - other.price);
	if (first === undefined || new Set(priced.map(({offering}) => offering.currencyCode)).size > 1) {
		return [];
	}

	const {offering, price} = first;
	const each = pricePerAcceleratorHour(offering);
	const accelerator =
		each === null ? '' : `, ${formatRate(each, offering.currencyCode)} for one ${offering.accelerator?.name ?? 'accelerator'}`;
	return [`Cheapest Hour: ${formatRate(price, offering.currencyCode)} for an instance${accelerator}`];
}

function regionLines(report: OfferingsReport): readonly string[] {
	if (report.kind === 'extension' || report.search.kind === 'not-asked') {
		return [];
	}

	const {answered, ineligible, unread} = report.search.merged;
	const all = answered.length + ineligible.length + unread.length;
	const parts = [
		`${answered.length} of ${all} searched`,
		...(ineligible.length === 0 ? [] : [`${ineligible.length} without blocks of the type`]),
		...(unread.length === 0 ? [] : [`${unread.length} unread (${unreadWords(unread)})`]),
	];
	return [`Regions: ${parts.join(', ')}`];
}

type OfferingsStatus = MergedOfferings['unread'][number]['status'];

const statusWords: Readonly<Record<OfferingsStatus, string>> = {
	...failureWords,
	ok: 'read',
	empty: 'read',
	ineligible: 'without blocks',
	needs_enablement: 'not enabled for UltraServers',
	limited: 'limited',
};

/** `us-east-1 denied, 12 limited`. */
function unreadWords(unread: MergedOfferings['unread']): string {
	const groups = new Map<OfferingsStatus, string[]>();
	for (const {region, status} of unread) {
		groups.set(status, [...(groups.get(status) ?? []), region]);
	}

	return [...groups]
		.map(([status, regions]) => `${regions.length > 3 ? regions.length : regions.join(' and ')} ${statusWords[status]}`)
		.join(', ');
}

function closingLines({offerings}: ReportFacts): readonly string[] {
	const [first] = offerings;
	if (first === undefined) {
		return [];
	}

	const shown = offerings.slice(0, mostLines);
	const width = String(shown.length).length;
	const more = offerings.length - shown.length;
	const [, ...terms] = purchaseTerms(first);
	return [
		`To buy, run ${shown.length === 1 ? 'this line' : 'one of these lines'} yourself; it charges the fee at once and in full, and operating system fees come on top:`,
		...shown.map((offering, index) => `  ${String(index + 1).padStart(width)}  ${lineOf(offering)}`),
		...(more > 0 ? [`  and ${counted(more, 'more line')} with --output json`] : []),
		...terms,
		'Prices and offerings change by the minute; truffle buys nothing.',
	];
}

function lineOf(offering: Offering | ExtensionOffering): string {
	const line = 'reservationId' in offering ? extensionLine(offering.region, offering.reservationId, offering.id) : purchaseLine(offering);
	return line ?? 'AWS gave no id by which it could be bought';
}
