import type {CheckStep} from '../check/check-steps.js';
import type {CheckFit} from '../check/find-fit.js';
import {longestDays, roundLength} from '../offerings/block-length.js';
import type {OfferingRequest} from '../offerings/request.js';
import {counted} from '../words/counted.js';
import {isoText} from '../words/iso-text.js';
import {listed} from '../words/listed.js';
import {dayText} from '../words/moment-text.js';
import {shellQuote} from '../words/shell-quote.js';
import {blockSearch} from './advice-offerings.js';
import type {AdviceRequest} from './advice-request.js';
import type {Advice} from './advise-capacity.js';
import {leastCommitmentDays} from './future-odcr.js';
import {soldSteps} from './sold-words.js';

const minute = 60_000;
const hour = 60 * minute;

/** The lines to type for the advice: whole, except for what only the reader knows, which is a variable of the shell. */
export function adviceSteps(request: AdviceRequest, advice: Advice, now: Date): readonly CheckStep[] {
	if (advice.held !== null) {
		return heldSteps(advice.held, now);
	}

	return advice.choice.kind === 'block' ? blockSteps(request, advice, now) : odcrSteps(request, advice, now);
}

/** Instances of one request for an ODCR (EC2 API, `CreateCapacityReservation`, `InstanceCount`). */
export const mostOdcrInstances = 1000;

/** `truffle wait` waits for at most 30 days. */
const longestWaitHours = 720;

function heldSteps({uses}: CheckFit, now: Date): readonly CheckStep[] {
	return uses.slice(0, 3).flatMap(({source: {reservation, isLive, from}, instances}) => {
		if (reservation.id === null) {
			return [];
		}

		const id = shellQuote(reservation.id);
		const hours = Math.ceil((from.getTime() - now.getTime()) / hour) + 1;
		if (isLive) {
			return [{text: `How to launch into ${reservation.id}:`, command: `truffle snippet --id ${id} --for run-instances`}];
		}

		return hours > longestWaitHours
			? []
			: [
					{
						text: `Until ${counted(instances, 'instance')} of ${reservation.id} can be launched:`,
						command: `truffle wait --id ${id} --for active --timeout ${Math.max(1, hours)}h`,
					},
				];
	});
}

function blockSteps(request: AdviceRequest, advice: Advice, now: Date): readonly CheckStep[] {
	const search = blockSearch(request, advice, now);
	if (search === null) {
		return [{text: 'With a type, a count and a length, what you hold and what AWS sells is looked at.', command: null}];
	}

	const {from} = advice.choice;
	const line = (count: number | null) => offeringsLine(search, count);
	return advice.sold === null
		? [
				from === null
					? {text: 'What AWS sells, and the line that buys it:', command: line(null)}
					: {text: `From ${dayText(from)} on, what AWS sells and the line that buys it:`, command: line(null)},
			]
		: soldSteps(request, advice, now, line);
}

/** The line that makes the search; `count`: of another count. */
function offeringsLine({subject, hours, startAfter, regions}: OfferingRequest, count: number | null): string {
	const rounded = roundLength(hours);
	return [
		subject.kind === 'instances'
			? `truffle offerings --instance-type ${shellQuote(subject.instanceType)}`
			: `truffle offerings --ultraserver-type ${subject.ultraserverType}`,
		`--count ${count ?? subject.count} --days ${rounded.kind === 'sold' ? rounded.days : longestDays}`,
		...(startAfter === null ? [] : [`--start-after ${isoText(startAfter)}`]),
		...regionsFlag(regions),
	].join(' ');
}

function odcrSteps(request: AdviceRequest, {choice, missing, zone}: Advice, now: Date): readonly CheckStep[] {
	const {instanceType, start, schedule, length, regions} = request;
	if (instanceType === null) {
		return [{text: 'With a type and a count, what you hold is looked at.', command: null}];
	}

	const [onlyRegion] = regions?.length === 1 ? regions : [];
	const region = zone?.region ?? onlyRegion ?? null;
	const hours = length === null ? null : length.unit === 'days' ? length.amount * 24 : length.amount;
	const isDated = choice.kind === 'future-odcr' && start !== null;
	const end = schedule === 'fixed' && hours !== null ? endOf(start !== null && start > now ? start : now, hours) : null;
	const words = {
		REGION: region === null ? null : shellQuote(region),
		ZONE: zone === null ? null : shellQuote(zone.availabilityZone),
		COUNT: missing === null ? null : String(Math.min(missing, mostOdcrInstances)),
		COMMITMENT: hours === null ? null : String(Math.ceil(hours * 3600)),
	};
	const word = (name: keyof typeof words): string => words[name] ?? `"$${name}"`;
	const command = [
		`aws ec2 create-capacity-reservation --region ${word('REGION')} --availability-zone ${word('ZONE')}`,
		`--instance-type ${shellQuote(instanceType)} --instance-platform Linux/UNIX --instance-count ${word('COUNT')}`,
		'--instance-match-criteria targeted',
		...(isDated ? [`--start-date ${isoText(start)} --commitment-duration ${word('COMMITMENT')} --delivery-preference incremental`] : []),
		end === null ? '--end-date-type unlimited' : `--end-date-type limited --end-date ${isoText(end)}`,
	].join(' ');
	const unset = (Object.keys(words) as readonly (keyof typeof words)[]).filter((name) => command.includes(`"$${name}"`));
	const first =
		unset.length === 0
			? ''
			: ` Set ${listed(unset)} first${unset.includes('COMMITMENT') ? `, the commitment in seconds, ${leastCommitmentDays * 86_400} (${leastCommitmentDays} d) or more` : ''}.`;
	const when = choice.from === null ? '' : ` on ${dayText(choice.from)}`;
	const what = missing !== null && missing > mostOdcrInstances ? `the first ${mostOdcrInstances}` : 'it';
	return [{text: `The line that ${isDated ? 'requests' : 'creates'} ${what}, to be run by you${when}; it costs money.${first}`, command}];
}

/** In whole minutes. */
function endOf(start: Date, hours: number): Date {
	return new Date(Math.ceil((start.getTime() + hours * hour) / minute) * minute);
}

function regionsFlag(regions: readonly string[] | null): readonly string[] {
	return regions === null ? [] : [`--regions ${regions.map(shellQuote).join(',')}`];
}
