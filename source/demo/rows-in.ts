import {type BlockSpec, blockRow} from './block-row.js';
import {type OdcrSpec, odcrRow} from './odcr-row.js';
import {regionOfZone} from './regions.js';
import type {ReservationRow} from './scenario.js';

/** What an account holds, in all regions. */
export type Holdings = {
	readonly accountId: string;
	readonly odcrs: readonly OdcrSpec[];
	readonly blocks: readonly BlockSpec[];
};

/** The rows of one region: the reservations whose zone is in it. */
export function rowsIn(region: string, {accountId, odcrs, blocks}: Holdings): readonly ReservationRow[] {
	const isHere = ({availabilityZone}: {readonly availabilityZone: string}) => regionOfZone(availabilityZone) === region;
	return [
		...odcrs.filter(isHere).map((spec) => odcrRow(spec, accountId)),
		...blocks.filter(isHere).map((spec) => blockRow(spec, accountId)),
	];
}
