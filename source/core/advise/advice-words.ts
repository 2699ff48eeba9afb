import {asideWords} from '../check/check-aside-words.js';
import {placeCaveats, usesCaveats} from '../check/check-caveats.js';
import {whereAnswered} from '../check/check-coverage.js';
import {nearWords, useWords} from '../check/check-place-words.js';
import type {CheckStep} from '../check/check-steps.js';
import {checkWords} from '../check/check-words.js';
import type {CheckFit} from '../check/find-fit.js';
import {lengthText} from '../words/length-text.js';
import {dayText} from '../words/moment-text.js';
import {adviceSteps} from './advice-lines.js';
import {type AdviceRequest, checkOfAdvice} from './advice-request.js';
import type {Advice} from './advise-capacity.js';
import {choiceCaveats, choiceReasons, otherwiseWords} from './choice-words.js';
import type {Choice} from './choose-capacity.js';
import {noneSoldWords, soldCaveats, soldReasons} from './sold-words.js';

/** The advice in sentences, one a line. */
export type AdviceWords = {
	/** What to do, in a few words. */
	readonly answer: string;
	/** One sentence that begins with the answer. */
	readonly headline: string;
	readonly reasons: readonly string[];
	/** What it binds to, what it does not promise, and what it does not count. */
	readonly caveats: readonly string[];
	/** What else could be done. */
	readonly otherwise: readonly string[];
	readonly next: readonly CheckStep[];
};

export function adviceWords(request: AdviceRequest, advice: Advice, now: Date): AdviceWords {
	const {held, choice, verdict} = advice;
	const check = checkOfAdvice(request);
	if (check !== null && verdict !== null && verdict.unknownIn.length > 0) {
		return {...checkWords(check, verdict, now), otherwise: []};
	}

	const answer = held === null ? choiceAnswer(choice) : 'Use what you hold';
	const when = whenWords(advice, now);
	return {
		answer,
		headline: `${answer}${when}${noneSoldWords(request, advice, now)}: ${subjectWords(request)}.`,
		reasons:
			held === null
				? [
						...choiceReasons({...request, count: advice.missing}, choice, now),
						...holdingWords(request, advice, now),
						...soldReasons(request, advice, now),
					]
				: [...held.uses.map((use) => useWords(use, held, now)), ...paidWords(held)],
		caveats: [
			...(held === null || check === null
				? choiceCaveats(request, advice)
				: [...usesCaveats(held, check), ...(request.workload === 'training' ? placeCaveats(held) : [])]),
			...(verdict === null ? [] : asideWords(verdict, now)),
			...soldCaveats(advice),
		],
		otherwise: otherwiseWords(request, advice),
		next: adviceSteps(request, advice, now),
	};
}

const choiceAnswers: Readonly<Record<Choice['kind'], string>> = {
	block: 'Buy a Capacity Block',
	odcr: 'Create an ODCR',
	'future-odcr': 'Request a future-dated ODCR',
};

function choiceAnswer(choice: Choice): string {
	return choice.kind === 'block' && choice.isTooLong ? 'Buy Capacity Blocks, one after another' : choiceAnswers[choice.kind];
}

/** `16 × p5.48xlarge for 7 d, starting 2026-12-01`; what was not answered is left out. */
function subjectWords({workload, schedule, instanceType, count, length, start}: AdviceRequest): string {
	const what = instanceType === null ? workload : count === null ? `${instanceType} for ${workload}` : `${count} × ${instanceType}`;
	const hours = length === null ? null : length.unit === 'days' ? length.amount * 24 : length.amount;
	const long = hours === null ? (schedule === 'fixed' ? ' with a fixed schedule' : ' without a fixed end') : ` for ${lengthText(hours)}`;
	return `${what}${long}${start === null ? '' : `, starting ${dayText(start)}`}`;
}

function whenWords({held, choice}: Advice, now: Date): string {
	const from = held === null ? choice.from : held.at > now ? held.at : null;
	if (from === null) {
		return '';
	}

	return held === null && choice.kind === 'odcr' ? ` on ${dayText(from)}` : `, from ${dayText(from)} on`;
}

/** Whether it is used or not. */
function paidWords({uses}: CheckFit): readonly string[] {
	const kinds = new Set(uses.map(({source: {reservation}}) => reservation.kind));
	return [
		...(kinds.has('block') ? ['The fee of a block is paid already.'] : []),
		...(kinds.has('odcr') ? ['An ODCR is billed at the On-Demand rate anyway, used or not.'] : []),
	];
}

function moreWords({count}: AdviceRequest, missing: number | null): readonly string[] {
	return missing === null || missing === count ? [] : [`${missing} more are needed.`];
}

/** What is held of it, when that does not serve. */
function holdingWords(request: AdviceRequest, {verdict, missing}: Advice, now: Date): readonly string[] {
	const check = checkOfAdvice(request);
	if (verdict === null || check === null) {
		return [];
	}

	const [late] = verdict.fits;
	const [near] = verdict.misses;
	if (late !== undefined) {
		const names = late.uses.map(({source: {reservation}}) => reservation.id ?? reservation.key).join(', ');
		return [`You hold ${names}, which would do from ${dayText(late.at)} on.`];
	}

	if (near !== undefined) {
		return [`Held, but not enough: ${nearWords(near, check, now)}`, ...moreWords(request, missing)];
	}

	return verdict.outcome === 'unreadable'
		? []
		: [
				`You hold nothing of ${check.instanceType}${verdict.isWhole ? '' : ' that can be counted on and'} that is free or coming${whereAnswered(verdict.coverage)}.`,
			];
}
