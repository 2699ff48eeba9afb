import type {LaunchMode, LaunchTarget} from './launch-target.js';

/** The part of a launch that is about the reservation, under the names of the EC2 API; the same in RunInstances and in launch templates. */
export type LaunchData = {
	readonly InstanceType: string;
	readonly InstanceMarketOptions?: {readonly MarketType: string};
	readonly CapacityReservationSpecification: {readonly CapacityReservationTarget: {readonly CapacityReservationId: string}};
	readonly Placement?: {readonly GroupName?: string; readonly Tenancy?: string};
};

/** Source: EC2 API, `MarketType`. An On-Demand launch, which an ODCR is for, has none. */
const marketTypes: Readonly<Record<LaunchMode, string | null>> = {
	odcr: null,
	block: 'capacity-block',
	ultraserver: 'capacity-block',
	interruptible: 'interruptible-capacity-reservation',
};

export function marketTypeOf({mode}: LaunchTarget): string | null {
	return marketTypes[mode];
}

/** An open ODCR is named as well, so that the launch fails rather than run On-Demand beside it. */
export function launchDataOf(target: LaunchTarget): LaunchData {
	const marketType = marketTypeOf(target);
	const placement = placementOf(target);
	return {
		InstanceType: target.instanceType,
		...(marketType === null ? {} : {InstanceMarketOptions: {MarketType: marketType}}),
		CapacityReservationSpecification: {CapacityReservationTarget: {CapacityReservationId: target.id}},
		...(placement === null ? {} : {Placement: placement}),
	};
}

function placementOf({placementGroup, reservation}: LaunchTarget): {readonly GroupName?: string; readonly Tenancy?: string} | null {
	const isDedicated = reservation.tenancy === 'dedicated';
	return placementGroup === null && !isDedicated
		? null
		: {...(placementGroup === null ? {} : {GroupName: placementGroup}), ...(isDedicated ? {Tenancy: 'dedicated'} : {})};
}
