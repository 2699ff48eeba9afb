import {emptyOfferingsWords} from '../offerings/empty-offerings.js';
import type {Offering} from '../offerings/offering.js';
import {offeringText} from '../offerings/offering-text.js';
import {unknownTypeWords} from '../offerings/unknown-type.js';
import {unreadWords} from '../offerings/unread-words.js';
import {counted} from '../words/counted.js';
import {lengthText} from '../words/length-text.js';
import {listed} from '../words/listed.js';
import {dayText, momentText} from '../words/moment-text.js';
import {spanText} from '../words/span-text.js';
import {asideWords} from './check-aside-words.js';
import type {CheckVerdict} from './check-capacity.js';
import {fitCaveats} from './check-caveats.js';
import {whereAnswered} from './check-coverage.js';
import {nearWords, useWords} from './check-place-words.js';
import {type CheckRequest, neededHours} from './check-request.js';
import {type CheckStep, checkSteps} from './check-steps.js';
import type {CheckFit} from './find-fit.js';

/** The verdict in sentences, one a line. */
export type CheckWords = {
	/** The answer in two or three words. */
	readonly answer: string;
	/** One sentence that begins with the answer. */
	readonly headline: string;
	/** What makes it so: what is used, or what comes nearest. */
	readonly reasons: readonly string[];
	/** What the answer does not promise, and what it does not count. */
	readonly caveats: readonly string[];
	/** May be empty. */
	readonly next: readonly CheckStep[];
};

/** Places or offerings that are named before the rest is counted. */
const mostNamed = 3;

export function checkWords(request: CheckRequest, verdict: CheckVerdict, now: Date): CheckWords {
	if (verdict.unknownIn.length > 0) {
		return unknownWords(request, verdict, now);
	}

	const [best, ...others] = verdict.fits;
	const answer = answers[verdict.outcome];
	return {
		answer,
		headline: `${answer}${outcomeWords(verdict, now)}: ${request.count} × ${request.instanceType} for ${lengthText(neededHours(request))}${byWords(request)}.`,
		reasons: [
			...(best === undefined ? [] : best.uses.map((use) => useWords(use, best, now))),
			...(others.length === 0
				? []
				: [`${counted(others.length, 'other place')} would do as well: ${listed(others.map(placeWords), mostNamed)}.`]),
			...(verdict.outcome === 'now' ? [] : offeringsWords(verdict.offerings)),
			...missWords(request, verdict, now),
			...soldWords(verdict),
		],
		caveats: [...(best === undefined ? [] : fitCaveats(best, request)), ...asideWords(verdict, now), ...unsoldWords(verdict)],
		next: checkSteps(request, verdict, now),
	};
}

/** There is no such run. */
function unknownWords({instanceType}: CheckRequest, verdict: CheckVerdict, now: Date): CheckWords {
	return {
		answer: 'No such type',
		headline: `No such type: ${unknownTypeWords(instanceType, verdict.unknownIn)}.`,
		reasons: [],
		caveats: asideWords(verdict, now),
		next: [],
	};
}

const answers: Readonly<Record<CheckVerdict['outcome'], string>> = {
	now: 'Fits now',
	later: 'Fits later',
	no: 'Does not fit',
	unreadable: 'Not known',
};

function byWords({by}: CheckRequest): string {
	return by === null ? '' : ` by ${momentText(by)}`;
}

function outcomeWords({outcome, at, fits, offerings, isWhole}: CheckVerdict, now: Date): string {
	switch (outcome) {
		case 'now':
			return '';
		case 'later': {
			const when =
				at === null
					? ''
					: at <= now
						? ', as soon as it becomes active'
						: `, from ${momentText(at)} (in ${spanText(at.getTime() - now.getTime())})`;
			return fits.length === 0 && offerings.length > 0 ? `, if a block is bought${when}` : when;
		}

		case 'no':
			return isWhole ? '' : ' in what can be counted on';
		case 'unreadable':
			return ', since no region could be read';
	}
}

function placeWords({uses, at, isNow}: CheckFit): string {
	const names = listed(
		uses.map(({source: {reservation}}) => reservation.id ?? reservation.key),
		mostNamed,
	);
	return isNow ? names : `${names} from ${dayText(at)} on`;
}

function offeringsWords(offerings: readonly Offering[]): readonly string[] {
	const more = offerings.length - mostNamed;
	return [
		...offerings.slice(0, mostNamed).map((offering) => `To buy: ${offeringText(offering)}.`),
		...(more > 0 ? [`${more} more offerings fit.`] : []),
	];
}

function missWords(request: CheckRequest, {outcome, misses, sources, missing, coverage}: CheckVerdict, now: Date): readonly string[] {
	if (outcome !== 'no') {
		return [];
	}

	const full =
		sources.full.length === 0
			? []
			: [`${counted(sources.full.length, 'reservation')} of the type ${sources.full.length === 1 ? 'has' : 'have'} nothing free.`];
	const lacks = missing === null || missing.instances === 0 ? [] : [`${counted(missing.instances, 'instance')} missing.`];
	return misses.length === 0
		? [
				`Nothing of ${request.instanceType}${sources.aside.length === 0 ? '' : ' that can be counted on'} is free or coming${whereAnswered(coverage)}.`,
				...full,
			]
		: [...misses.slice(0, mostNamed).map((miss) => nearWords(miss, request, now)), ...full, ...lacks];
}

/** What could not be asked, beside what was found; where nothing was, it is among the reasons. */
function unsoldWords({sold}: CheckVerdict): readonly string[] {
	return sold === null || sold.offerings.length === 0 ? [] : unreadWords(sold.unread);
}

/** What AWS answered when it sells nothing that holds the run. */
function soldWords({outcome, fits, offerings, sold, search}: CheckVerdict): readonly string[] {
	if (outcome === 'now' || fits.length > 0 || offerings.length > 0 || sold === null) {
		return [];
	}

	return sold.offerings.length === 0
		? emptyOfferingsWords(search, sold, null)
		: [
				`AWS sells ${counted(sold.offerings.length, 'block')} of the type and count, but none that lasts ${lengthText(search.hours)} in time.`,
			];
}
