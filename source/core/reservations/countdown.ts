import {spanText} from '../words/span-text.js';
import {drainMinutes} from './expiry.js';
import {lifecycleOf} from './lifecycle.js';
import {endOf, type Reservation} from './reservation.js';

/** Minutes before the end of a block at which a step begins; 90 and 70 only where AWS terminates instances from 60. */
export type DrainLevel = 90 | 70 | 60 | 40 | 30;

export type DrainWarning = {
	/** The step that has been reached: the lower, the later. */
	readonly level: DrainLevel;
	/** AWS has begun to terminate the instances. */
	readonly isTerminating: boolean;
	/** What AWS does at this step and when the next one comes, without the name of the block. */
	readonly text: string;
	/** The same in few words, for a narrow terminal: what is lost is in the details. */
	readonly brief: string;
};

type Times = {
	/** When EventBridge tells, `HH:MM UTC`. */
	readonly notice: string;
	/** When AWS begins to terminate, and how far it is. */
	readonly drain: string;
	readonly drainIn: string;
	readonly end: string;
	readonly endIn: string;
};

type Step = {
	readonly level: DrainLevel;
	readonly isTerminating?: true;
	readonly text: (times: Times) => string;
	readonly brief: (times: Times) => string;
};

const minute = 60_000;

/** Before the end of a block. */
const noticeMinutes = 40;

/**
Latest step first. EventBridge tells of the end 40 minutes before it, and EKS then scales its node groups for blocks to 0;
Karpenter drains 10 minutes before the termination begins; extensions are taken until an hour before the end
(EC2 User Guide, "Monitor Capacity Blocks" and "Extend Capacity Blocks"; EKS and Karpenter documentation).
*/
const usualSteps: readonly Step[] = [
	{
		level: 30,
		isTerminating: true,
		text: ({end, endIn}) => `AWS terminates the instances now; the block ends at ${end}, in ${endIn}`,
		brief: terminatingBrief,
	},
	{
		level: 40,
		text: ({drain, drainIn}) =>
			`EventBridge has told of the end, EKS scales its block node groups to 0 and Karpenter drains; AWS terminates instances from ${drain}, in ${drainIn}`,
		brief: ({drain, drainIn}) => `EKS and Karpenter drain; AWS terminates from ${drain}, in ${drainIn}`,
	},
	{
		level: 60,
		text: ({notice, drain, drainIn}) =>
			`too late to extend; at ${notice} EventBridge tells of the end, EKS scales its block node groups to 0 and Karpenter drains; AWS terminates instances from ${drain}, in ${drainIn}`,
		brief: ({drain, drainIn}) => `too late to extend; AWS terminates from ${drain}, in ${drainIn}`,
	},
];

const ultraServerSteps: readonly Step[] = [
	{
		level: 60,
		isTerminating: true,
		text: ({end, endIn}) => `AWS terminates the instances now, 60 min before the end for P6e-GB200; the block ends at ${end}, in ${endIn}`,
		brief: terminatingBrief,
	},
	{
		level: 70,
		text: ({drain, drainIn}) =>
			`Karpenter drains; AWS terminates instances from ${drain}, in ${drainIn}, 60 min before the end for P6e-GB200`,
		brief: ({drain, drainIn}) => `Karpenter drains; AWS terminates from ${drain}, in ${drainIn}`,
	},
	{
		level: 90,
		text: ({drain, drainIn}) =>
			`AWS terminates instances from ${drain}, in ${drainIn}, 60 min before the end for P6e-GB200, and takes no extension after that`,
		brief: ({drain, drainIn}) => `AWS terminates from ${drain}, in ${drainIn}`,
	},
];

/** The warning for a live block that is about to end; `null` earlier, after the end, and for everything else. */
export function drainWarning(reservation: Reservation, now: Date): DrainWarning | null {
	const end = endOf(reservation);
	if (reservation.kind !== 'block' || end === null || lifecycleOf(reservation.state) !== 'live') {
		return null;
	}

	const leftMs = end.getTime() - now.getTime();
	const drainMs = drainMinutes(reservation.instanceType) * minute;
	const steps = drainMs === 60 * minute ? ultraServerSteps : usualSteps;
	const step = leftMs <= 0 ? undefined : steps.find(({level}) => leftMs <= level * minute);
	if (step === undefined) {
		return null;
	}

	const times: Times = {
		notice: clockText(new Date(end.getTime() - noticeMinutes * minute)),
		drain: clockText(new Date(end.getTime() - drainMs)),
		drainIn: spanText(leftMs - drainMs),
		end: clockText(end),
		endIn: spanText(leftMs),
	};
	return {level: step.level, isTerminating: step.isTerminating ?? false, text: step.text(times), brief: step.brief(times)};
}

function terminatingBrief({end, endIn}: Times): string {
	return `AWS terminates the instances now; ends ${end}, in ${endIn}`;
}

function clockText(date: Date): string {
	return `${date.toISOString().slice(11, 16)} UTC`;
}
