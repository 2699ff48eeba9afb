import type {CheckLength, CheckRequest} from '../check/check-request.js';

export const workloads = ['training', 'inference', 'development'] as const;

/** What the capacity is for. */
export type Workload = (typeof workloads)[number];

export const schedules = ['fixed', 'open'] as const;

/** `fixed`: it begins and ends on known days. `open`: it runs on, or nobody knows for how long. */
export type Schedule = (typeof schedules)[number];

/** The answers to the questions of the guide. `null`: not answered. */
export type AdviceRequest = {
	readonly workload: Workload;
	readonly schedule: Schedule;
	readonly instanceType: string | null;
	/** Instances; of a service those that must always be there. */
	readonly count: number | null;
	/** Of a fixed schedule only. */
	readonly length: CheckLength | null;
	/** `null`: as soon as it can be. */
	readonly start: Date | null;
	/** `null`: anywhere. */
	readonly regions: readonly string[] | null;
};

/**
What has to be there for it, as a check; `null` when too little was answered.

Training needs its instances close together, a service is better off in several zones. What is open needs capacity that does not end
by itself.
*/
export function checkOfAdvice({workload, schedule, instanceType, count, length, regions}: AdviceRequest): CheckRequest | null {
	const needed = schedule === 'open' ? forGood : length;
	return instanceType === null || count === null || needed === null
		? null
		: {instanceType, count, length: needed, by: null, regions, placement: workload === 'training' ? 'cluster' : 'any'};
}

const forGood: CheckLength = {unit: 'hours', amount: Number.POSITIVE_INFINITY};
