import type {RegionFailureStatus, RegionResult} from '../../source/core/regions/region-result.js';
import type {CapacitySnapshot} from '../../source/core/regions/snapshot.js';
import type {Accelerator} from '../../source/core/reservations/accelerator.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {emptyQuery} from '../../source/core/rows/query.js';
import type {ReportOptions} from '../../source/report/report-options.js';
import {block, reservation} from '../helpers/reservation.js';

/** The moment of the guide's two tables. */
export const guideNow = new Date('2025-01-10T00:00:00Z');

const accelerators = {
	inf2: {name: 'Inf2', countPerInstance: 1, memoryMib: 32_768},
	l4: {name: 'L4', countPerInstance: 1, memoryMib: 22_888},
	a100: {name: 'A100', countPerInstance: 8, memoryMib: 40_960},
	h100: {name: 'H100', countPerInstance: 8, memoryMib: 81_920},
	trn1: {name: 'Trn1', countPerInstance: 16, memoryMib: 32_768},
} as const satisfies Record<string, Accelerator>;

/** The guide's 8 reservations, of which its table shows 4 rows. */
const odcrs: readonly Reservation[] = [
	odcr(1, 'inf2.xlarge', 'us-east-1a', 20, 8, accelerators.inf2),
	odcr(2, 'inf2.xlarge', 'us-east-1a', 12, 4, accelerators.inf2),
	odcr(3, 'g6.xlarge', 'us-west-2a', 40, 10, accelerators.l4),
	odcr(4, 'g6.xlarge', 'us-west-2a', 24, 14, accelerators.l4),
	odcr(5, 'g6.2xlarge', 'eu-west-1b', 8, 4, accelerators.l4),
	odcr(6, 'g6.2xlarge', 'eu-west-1b', 8, 0, accelerators.l4),
	odcr(7, 'p4d.24xlarge', 'us-east-1c', 8, 2, accelerators.a100),
	odcr(8, 'p4d.24xlarge', 'us-east-1c', 8, 0, accelerators.a100),
];

const blocks: readonly Reservation[] = [
	scheduled(1, 'p5.48xlarge', 32, 'us-east-1a', '2025-01-15', '2025-01-22', accelerators.h100),
	scheduled(2, 'p5.48xlarge', 16, 'us-west-2b', '2025-01-20', '2025-02-03', accelerators.h100),
	scheduled(3, 'trn1.32xlarge', 64, 'us-east-1c', '2025-01-18', '2025-01-25', accelerators.trn1),
];

export const guideSnapshot = snapshotOf([...odcrs, ...blocks], {generatedAt: guideNow});

export const tableOptions: ReportOptions = {
	format: 'table',
	kinds: ['odcr'],
	query: emptyQuery,
	isWide: false,
	sort: null,
	columns: null,
	prices: null,
	hasHints: false,
	isAscii: false,
	now: guideNow,
};

/** Every region of `reservations` answered; `failed` did not. */
export function snapshotOf(
	reservations: readonly Reservation[],
	overrides: Partial<CapacitySnapshot> & {readonly failed?: readonly RegionResult[]} = {},
): CapacitySnapshot {
	const {failed = [], ...rest} = overrides;
	const generatedAt = overrides.generatedAt ?? new Date('2026-11-23T10:00:00Z');
	const names = [...new Set(reservations.map(({region}) => region))];
	const answered = names.map(
		(region): RegionResult => ({
			region,
			status: 'ok',
			reservations: reservations.filter((row) => row.region === region),
			fetchedAt: generatedAt,
		}),
	);
	return {
		generatedAt,
		accountId: '123456789012',
		asked: null,
		regions: [...answered, ...failed].toSorted((a, b) => (a.region < b.region ? -1 : 1)),
		directory: null,
		...rest,
	};
}

export function emptyRegion(region: string): RegionResult {
	return {region, status: 'empty', reservations: [], fetchedAt: guideNow};
}

export function failedRegion(
	region: string,
	status: RegionFailureStatus = 'denied',
	message = 'Not allowed: ask the admin.',
): RegionResult {
	return {region, status, failure: {status, code: 'UnauthorizedOperation', message, requestId: `request-${region}`}};
}

function odcr(number: number, instanceType: string, zone: string, total: number, free: number, accelerator: Accelerator): Reservation {
	return reservation({
		id: `cr-0d0c00000000000${number}0`,
		region: zone.slice(0, -1),
		availabilityZone: zone,
		instanceType,
		totalInstanceCount: total,
		availableInstanceCount: free,
		accelerator,
		startDate: new Date('2024-11-01T00:00:00Z'),
		createDate: new Date('2024-11-01T00:00:00Z'),
	});
}

/** As AWS shows a block before it starts: no counts, the size in its tag. */
function scheduled(
	number: number,
	instanceType: string,
	size: number,
	zone: string,
	startDay: string,
	endDay: string,
	accelerator: Accelerator,
): Reservation {
	return block({
		id: `cr-0b10c0000000000${number}0`,
		capacityBlockId: `cb-0b10c0000000000${number}0`,
		region: zone.slice(0, -1),
		availabilityZone: zone,
		instanceType,
		state: 'scheduled',
		totalInstanceCount: 0,
		availableInstanceCount: 0,
		tags: {'aws:ec2capacityreservation:incrementalRequestedQuantity': String(size)},
		startDate: new Date(`${startDay}T11:30:00Z`),
		endDate: {kind: 'limited', at: new Date(`${endDay}T11:30:00Z`)},
		accelerator,
	});
}
