import {isBlockTypeBuiltin} from '../offerings/block-types.js';
import {longestHours} from '../offerings/plan-offerings.js';
import type {OfferingSubject} from '../offerings/request.js';
import {isoText} from '../words/iso-text.js';
import {lengthText} from '../words/length-text.js';
import {dayText, momentText} from '../words/moment-text.js';
import {shellQuote} from '../words/shell-quote.js';
import type {CheckVerdict} from './check-capacity.js';
import type {CheckRequest} from './check-request.js';

/** What to do next. */
export type CheckStep = {
	readonly text: string;
	/** The line to type for it, whole; `null`: none. */
	readonly command: string | null;
};

/** Where nothing that is held fits: what else can be looked for, and from when on. Empty otherwise. */
export function checkSteps(request: CheckRequest, verdict: CheckVerdict, now: Date): readonly CheckStep[] {
	if (verdict.outcome === 'now' || verdict.fits.length > 0) {
		return [];
	}

	if (verdict.outcome === 'unreadable') {
		return [{text: 'What is wrong, and what helps:', command: ['truffle doctor', ...regionsFlag(request.regions)].join(' ')}];
	}

	return [...scatteredStep(request, verdict), ...offeringsSteps(request, verdict, now)];
}

/** The line that checks the same again. */
export function checkLine({instanceType, count, length, by, regions, placement}: CheckRequest): string {
	return [
		`truffle check --instance-type ${shellQuote(instanceType)} --count ${count} --${length.unit} ${length.amount}`,
		...(by === null ? [] : [`--by ${isoText(by)}`]),
		...regionsFlag(regions),
		...(placement === 'any' ? ['--placement any'] : []),
	].join(' ');
}

function scatteredStep(request: CheckRequest, {scattered}: CheckVerdict): readonly CheckStep[] {
	return scattered === null
		? []
		: [
				{
					text: `In several places, which are not close together, it fits ${scattered}:`,
					command: checkLine({...request, placement: 'any'}),
				},
			];
}

function offeringsSteps(
	request: CheckRequest,
	{offerings, search, sold, plan, bookableFrom: from}: Pick<CheckVerdict, 'offerings' | 'search' | 'sold' | 'plan' | 'bookableFrom'>,
	now: Date,
): readonly CheckStep[] {
	// Of a type without blocks no count, length or date is to be changed.
	if (offerings.length === 0 && search.subject.kind === 'instances' && isBlockTypeBuiltin(search.subject.instanceType) === false) {
		return [
			{
				text: `${request.instanceType} is not sold as Capacity Blocks. Where EC2 has the type, an ODCR holds it; the line that creates one:`,
				command: adviseLine(request),
			},
		];
	}

	if (plan.kind !== 'ask') {
		return [{text: plan.because, command: null}];
	}

	// A block that is up to a day shorter than asked for may be sold, but would not hold the run.
	const longest = longestHours(search, now);
	if (longest < search.hours && request.by !== null) {
		return [
			{
				text: `A Capacity Block ends at 11:30 UTC: one that ends by ${momentText(request.by)} lasts at most ${lengthText(longest)}, too short for the run.`,
				command: null,
			},
		];
	}

	const command = [
		`truffle offerings ${subjectFlag(search.subject)} --count ${search.subject.count} --days ${plan.call.capacityDurationHours / 24}`,
		...(search.endBy === null ? [] : [`--end-by ${isoText(search.endBy)}`]),
		...regionsFlag(request.regions),
	].join(' ');
	return [
		...(sold === null ? [{text: 'What AWS sells:', command}] : []),
		...(sold !== null && offerings.length > 0 ? [{text: 'The line that buys it, with its terms:', command}] : []),
		...(sold !== null && sold.offerings.length === 0 && sold.answered.length > 0 && search.subject.count > 1
			? [{text: 'The largest count that AWS sells, searched by halving:', command: `${command} --largest`}]
			: []),
		...(from === null || request.by === null
			? []
			: [
					{
						text: `AWS sells blocks that start within 8 weeks: one that ends by ${momentText(request.by)} and starts no sooner than it must can be bought from ${dayText(from)} on.`,
						command: null,
					},
				]),
	];
}

/** What needs no close placement may be a service. */
function adviseLine({instanceType, count, length, regions, placement}: CheckRequest): string {
	return [
		`truffle advise --workload ${placement === 'cluster' ? 'training' : 'inference'} --instance-type ${shellQuote(instanceType)} --count ${count} --${length.unit} ${length.amount}`,
		...regionsFlag(regions),
	].join(' ');
}

function subjectFlag(subject: OfferingSubject): string {
	return subject.kind === 'instances'
		? `--instance-type ${shellQuote(subject.instanceType)}`
		: `--ultraserver-type ${shellQuote(subject.ultraserverType)}`;
}

function regionsFlag(regions: readonly string[] | null): readonly string[] {
	return regions === null ? [] : [`--regions ${regions.map(shellQuote).join(',')}`];
}
