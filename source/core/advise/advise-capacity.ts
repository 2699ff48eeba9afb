import {type CheckVerdict, checkCapacity} from '../check/check-capacity.js';
import type {CheckCoverage} from '../check/check-coverage.js';
import type {CheckFit} from '../check/find-fit.js';
import type {Reservation} from '../reservations/reservation.js';
import type {AdviceSold} from './advice-offerings.js';
import {type AdviceRequest, checkOfAdvice} from './advice-request.js';
import {type Choice, chooseCapacity} from './choose-capacity.js';

export type AdviceInput = {
	readonly request: AdviceRequest;
	readonly rows: readonly Reservation[];
	/** Of the asked regions; empty where nothing was read. */
	readonly coverage: readonly CheckCoverage[];
	/** Whether the type is sold as blocks: what AWS said, else `isBlockTypeBuiltin`; `null`: unknown. */
	readonly isBlockType: boolean | null;
	/** What AWS sells of it; `null`: it was not asked. */
	readonly sold: AdviceSold | null;
	/** Where EC2 says that it has no type of the name; default: nowhere, or it was not asked. */
	readonly unknownIn?: readonly string[];
	readonly now: Date;
};

export type Advice = {
	/** Held capacity that serves; `null`: none does, or too little was answered to tell. */
	readonly held: CheckFit | null;
	/** What to get instead or beside it. */
	readonly choice: Choice;
	/** What is there at the start; `null`: too little was answered, or nothing was read. */
	readonly verdict: CheckVerdict | null;
	/** Instances to get beyond what is held; `null`: unknown. */
	readonly missing: number | null;
	readonly isBlockType: boolean | null;
	/** The zone in which most of the type is held, for more of it; `null`: none is. */
	readonly zone: {readonly region: string; readonly availabilityZone: string} | null;
	/** What AWS sells of the block that is advised; `null`: it was not asked, or no block is advised. */
	readonly sold: AdviceSold | null;
};

const day = 86_400_000;

/** What to do for the workload: use what is held where it serves, else what the guide's decision tree comes to. */
export function adviseCapacity({request, rows, coverage, isBlockType, sold, unknownIn = [], now}: AdviceInput): Advice {
	const check = checkOfAdvice(request);
	const from = request.start !== null && request.start > now ? request.start : now;
	const verdict =
		check === null || coverage.length === 0 ? null : checkCapacity({rows, coverage, request: check, offerings: null, unknownIn, now: from});
	const missing = missingOf(request, verdict);
	const held = verdict?.fits.find((fit) => isInTime(fit, request, from)) ?? null;
	const choice = chooseCapacity({...request, count: missing}, isBlockType, now);
	return {
		held,
		choice,
		verdict,
		missing,
		isBlockType,
		zone: zoneOf(rows, request),
		sold: held === null && choice.kind === 'block' ? sold : null,
	};
}

/** Who names no day can wait for what is coming; else a day is not missed by a block that starts at 11:30. Nobody waits with a service. */
function isInTime({at, isNow}: CheckFit, {schedule, start}: AdviceRequest, from: Date): boolean {
	if (schedule === 'open') {
		return isNow;
	}

	return start === null || at.getTime() - from.getTime() <= day;
}

/** More beside what is held serves a service; training wants all instances in one place. */
function missingOf({workload, count}: AdviceRequest, verdict: CheckVerdict | null): number | null {
	const lacks = verdict?.missing?.instances ?? 0;
	return workload === 'training' || lacks === 0 ? count : lacks;
}

function zoneOf(rows: readonly Reservation[], {instanceType, regions}: AdviceRequest): Advice['zone'] {
	const zones = new Map<string, {readonly region: string; readonly availabilityZone: string; readonly instances: number}>();
	for (const {instanceType: type, region, availabilityZone, totalInstanceCount} of rows) {
		if (type === instanceType && availabilityZone !== null && (regions?.includes(region) ?? true)) {
			const instances = (zones.get(availabilityZone)?.instances ?? 0) + (totalInstanceCount ?? 0);
			zones.set(availabilityZone, {region, availabilityZone, instances});
		}
	}

	const [most] = [...zones.values()].toSorted(
		(one, other) => other.instances - one.instances || (one.availabilityZone < other.availabilityZone ? -1 : 1),
	);
	return most === undefined ? null : {region: most.region, availabilityZone: most.availabilityZone};
}
