import {longestDays, roundLength} from '../offerings/block-length.js';
import {mostInstances, mostInstancesTogether} from '../offerings/plan-offerings.js';
import {drainMinutes} from '../reservations/expiry.js';
import {isUltraServerOnly} from '../reservations/ultraservers.js';
import {lengthText} from '../words/length-text.js';
import {listed} from '../words/listed.js';
import {dayText} from '../words/moment-text.js';
import {mostOdcrInstances} from './advice-lines.js';
import type {AdviceRequest, Workload} from './advice-request.js';
import type {Advice} from './advise-capacity.js';
import type {Choice} from './choose-capacity.js';
import {
	type FutureOdcr,
	futureFamilies,
	futureOdcrOf,
	latestFutureDays,
	leastCommitmentDays,
	leastFutureVcpus,
	soonestFutureDays,
} from './future-odcr.js';

/** Why this and not the other. */
export function choiceReasons(request: AdviceRequest, choice: Choice, now: Date): readonly string[] {
	const {instanceType, start} = request;
	if (choice.kind === 'block') {
		return [
			choice.because === 'ultraserver'
				? `${instanceType ?? 'It'} is had in UltraServers only, and those only as Capacity Blocks.`
				: blockReasons[request.workload],
			...(choice.from === null || start === null
				? []
				: [
						`AWS sells blocks that start within 8 weeks: one that starts on ${dayText(start)} can be bought from ${dayText(choice.from)} on.`,
					]),
		];
	}

	return [
		choice.because === 'no-blocks' ? noBlockReason(instanceType) : odcrReasons[request.workload],
		...(start === null || start <= now || instanceType === null
			? []
			: [futureReason(futureOdcrOf(instanceType, request, start, now), start, choice.from)]),
	];
}

/** What the choice binds to, and what it does not promise. */
export function choiceCaveats(
	request: AdviceRequest,
	{choice, isBlockType, missing}: Pick<Advice, 'choice' | 'isBlockType' | 'missing'>,
): readonly string[] {
	switch (choice.kind) {
		case 'block':
			return blockCaveats(request, choice.isTooLong, isBlockType);
		case 'odcr':
			return [
				'It is billed at the On-Demand rate from when it is active until it is cancelled, used or not. Savings Plans and regional Reserved Instances count for it.',
				workloadCaveats[request.workload],
				'It counts towards the On-Demand vCPU quota, and when AWS has no such instances free, creating it fails.',
				...requestsCaveats(missing),
			];
		case 'future-odcr':
			return [
				'AWS assesses the request and may refuse it. It is always targeted, and takes no placement group.',
				'Billing begins when it is delivered, at the On-Demand rate, used or not. Until the commitment is over it cannot be made smaller, and cancelling it costs a part of the commitment from 8 weeks before the start on.',
				...requestsCaveats(missing),
			];
	}
}

/** What else could be done. */
export function otherwiseWords({workload, schedule, instanceType}: AdviceRequest, {held, choice, isBlockType}: Advice): readonly string[] {
	const block = 'A Capacity Block, if a start and a length can be named: paid for that time only, and close together in an UltraCluster.';
	const odcr =
		'An ODCR: from when it is created until it is cancelled, at the On-Demand rate, used or not; close together in a cluster placement group only.';
	const onDemand =
		'On-Demand without a reservation: nothing is paid while nothing runs, but a launch fails when AWS has no such instances free.';
	const canBlock = instanceType === null ? workload === 'training' : isBlockType !== false;
	if (held !== null) {
		return choice.kind === 'block'
			? ['A Capacity Block of its own, if the held capacity is meant for something else.']
			: ['An ODCR of its own, if the held capacity is meant for something else.'];
	}

	return [
		...(choice.kind === 'block' && choice.because !== 'ultraserver' ? [odcr] : []),
		...(choice.kind !== 'block' && schedule === 'open' && canBlock && workload !== 'inference' ? [block] : []),
		...(choice.kind !== 'block' && workload !== 'training' ? [onDemand] : []),
	];
}

const blockReasons: Readonly<Record<Workload, string>> = {
	training:
		'The run has a fixed schedule: a block is paid for its own time only, and its instances are close together in an EC2 UltraCluster.',
	inference: 'The service ends on a known day: AWS sells blocks for inference, too, and one is paid for its own time only.',
	development: 'The work ends on a known day: a block is paid for its own time only.',
};

const odcrReasons: Readonly<Record<Workload, string>> = {
	training: 'Nobody knows when it ends: an ODCR lasts until it is cancelled, and can be cancelled at any time.',
	inference: 'A service has no end: an ODCR lasts until it is cancelled, and its instances can always be launched.',
	development: 'Trials come and go: with an ODCR instances can be launched at any moment, and it can be cancelled at any time.',
};

const workloadCaveats: Readonly<Record<Workload, string>> = {
	training: 'Its instances are close together only when it is created in a cluster placement group (--placement-group-arn).',
	inference: 'Reserve the base load only: what is added at peaks can be On-Demand without a reservation.',
	development: 'Cancel it while nobody works: it would be billed all the same.',
};

function noBlockReason(instanceType: string | null): string {
	return instanceType === null
		? 'Most types of services are not sold as Capacity Blocks: an ODCR holds them, and can end by itself on the last day.'
		: `${instanceType} is not sold as Capacity Blocks: where EC2 has the type, an ODCR holds it, and can end by itself on the last day.`;
}

function futureReason(future: FutureOdcr, start: Date, from: Date | null): string {
	const atOnce = `so create it on ${dayText(start)}, if AWS has the instances then`;
	switch (future) {
		case 'possible':
			return `An ODCR can be requested ${soonestFutureDays} to ${latestFutureDays} days ahead for ${listed(futureFamilies)} types of ${leastFutureVcpus} vCPUs or more together.`;
		case 'early':
			return `An ODCR can be requested ${latestFutureDays} days ahead: this one from ${from === null ? 'then' : dayText(from)} on.`;
		case 'soon':
			return `An ODCR can be dated ${soonestFutureDays} days ahead at the soonest, ${atOnce}.`;
		case 'family':
			return `Only ODCRs of ${listed(futureFamilies)} types can be dated ahead, ${atOnce}.`;
		case 'small':
			return `Only ODCRs of ${leastFutureVcpus} vCPUs or more together can be dated ahead, ${atOnce}.`;
		case 'short':
			return `An ODCR that is dated ahead is committed to for ${leastCommitmentDays} d at least, ${atOnce}.`;
	}
}

function tooLongWords(length: AdviceRequest['length']): string {
	const hours = length === null ? 0 : length.unit === 'days' ? length.amount * 24 : length.amount;
	return `A block lasts at most ${longestDays} days, extensions included: ${lengthText(hours)} take ${Math.ceil(hours / (longestDays * 24))}, and each is sold from 8 weeks before its start on.`;
}

/** Requests for more than AWS takes at once. */
function requestsCaveats(count: number | null): readonly string[] {
	return count === null || count <= mostOdcrInstances
		? []
		: [`AWS takes at most ${mostOdcrInstances} instances in one request: ${count} are ${Math.ceil(count / mostOdcrInstances)} ODCRs.`];
}

function blockCaveats({instanceType, count, length}: AdviceRequest, isTooLong: boolean, isBlockType: boolean | null): readonly string[] {
	const rounded = length === null || isTooLong ? null : roundLength(length.unit === 'days' ? length.amount * 24 : length.amount);
	return [
		'It is paid at once and in full, and cannot be cancelled, moved or resized. It can be extended.',
		`AWS begins to terminate its instances ${drainMinutes(instanceType)} min before its end: save the work before that.`,
		...(isTooLong ? [tooLongWords(length)] : []),
		...(rounded?.kind === 'sold' && rounded.note !== null ? [rounded.note] : []),
		...(count !== null && count > mostInstances && !isUltraServerOnly(instanceType)
			? [
					`A block has at most ${mostInstances} instances: ${count} are ${Math.ceil(count / mostInstances)} blocks, each close together in itself only.`,
				]
			: []),
		...(count !== null && count > mostInstancesTogether
			? [`An organisation has at most ${mostInstancesTogether} instances in all its blocks of a day: ask AWS for more.`]
			: []),
		...(instanceType !== null && isBlockType === null
			? [`Whether ${instanceType} is sold as Capacity Blocks is not known here; the search tells.`]
			: []),
	];
}
