import type {Reservation} from './reservation.js';

/** What an UltraServer of a type is made of. */
export type UltraServer = {readonly instanceType: string; readonly instances: number};

/** By `UltraserverType` (EC2 User Guide, "UltraServers"; AWS Neuron documentation). Others may exist: AWS adds them over time. */
const ultraServers: Readonly<Record<string, UltraServer>> = {
	'u-p6e-gb200x72': {instanceType: 'p6e-gb200.36xlarge', instances: 18},
	'u-p6e-gb200x36': {instanceType: 'p6e-gb200.36xlarge', instances: 9},
	'u-trn2x64': {instanceType: 'trn2u.48xlarge', instances: 4},
};

/** The UltraServer types that are known here. */
export const ultraServerTypes: readonly string[] = Object.keys(ultraServers);

/** `null`: not known here, which does not mean that AWS has none of that name. */
export function ultraServerOf(ultraserverType: string | null): UltraServer | null {
	return ultraserverType !== null && Object.hasOwn(ultraServers, ultraserverType) ? (ultraServers[ultraserverType] ?? null) : null;
}

/** The UltraServer types by which alone an instance type is sold; empty: it is sold by itself, or they are not known here. */
export function ultraServerTypesOf(instanceType: string): readonly string[] {
	return isUltraServerOnly(instanceType) ? ultraServerTypes.filter((type) => ultraServers[type]?.instanceType === instanceType) : [];
}

/** The UltraServers to ask for so many instances of a type: of the smallest that holds them all, else enough of the largest; `null`: none is known. */
export function ultraServersFor(
	instanceType: string,
	instances: number,
): {readonly ultraserverType: string; readonly count: number} | null {
	const known = Object.entries(ultraServers)
		.filter(([, server]) => server.instanceType === instanceType)
		.toSorted(([, one], [, other]) => one.instances - other.instances);
	const [ultraserverType, server] = known.find(([, each]) => each.instances >= instances) ?? known.at(-1) ?? [];
	return ultraserverType === undefined || server === undefined ? null : {ultraserverType, count: Math.ceil(instances / server.instances)};
}

/**
Whether the reservation belongs to an UltraServer block.

`DescribeCapacityReservations` does not say so itself; but AWS fills `LaunchStatus` for UltraServers only, and some instance
types exist in UltraServers only.
*/
export function isUltraServer({kind, launchStatus, instanceType}: Reservation): boolean {
	return kind === 'block' && (launchStatus !== null || isUltraServerOnly(instanceType));
}

/** Types that can be had in an UltraServer only: P6e-GB200, P6e-GB300 and the `u` form of Trn2. */
export function isUltraServerOnly(instanceType: string | null): boolean {
	return /^(?:p6e-gb\d+|trn\d+u)\./.test(instanceType ?? '');
}
