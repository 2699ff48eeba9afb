import {hintJson} from '../core/mistakes/hint-json.js';
import {failureText} from '../core/regions/failure-text.js';
import {hasAnswered, type RegionResult} from '../core/regions/region-result.js';
import {type CapacitySnapshot, isSnapshotComplete} from '../core/regions/snapshot.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {isoText} from '../core/words/iso-text.js';
import {idleCostFields, idleTotalFields} from './idle-cost-fields.js';
import type {RowContext} from './row-context.js';
import {blockFields, reservationFields} from './row-fields.js';
import type {Selection} from './select-rows.js';

/** The object of the JSON contract, version 1: schema/capacity-v1.schema.json. A list that was not asked for is absent. */
export function reportData(snapshot: CapacitySnapshot, selection: Selection, context: RowContext) {
	return {
		version: 1,
		generated_at: isoText(snapshot.generatedAt),
		complete: isSnapshotComplete(snapshot),
		account_id: snapshot.accountId,
		regions: snapshot.regions.map(regionFields),
		...(selection.odcr === null
			? {}
			: {
					idle_cost: idleTotalFields(selection.odcr.shown, context),
					reservations: selection.odcr.shown.map((row) => ({
						...reservationFields(row),
						idle_cost: idleCostFields(row, context),
						...hintFields(row, context),
					})),
				}),
		...(selection.block === null ? {} : {blocks: selection.block.shown.map((row) => ({...blockFields(row), ...hintFields(row, context)}))}),
	};
}

/** Absent where they are not wanted: an empty list says that there are none. */
function hintFields({key}: Reservation, {hints}: RowContext) {
	return hints === null ? {} : {hints: (hints.get(key) ?? []).map(hintJson)};
}

function regionFields(result: RegionResult) {
	return {
		region: result.region,
		status: result.status,
		error: hasAnswered(result) ? null : failureText(result.failure),
		fetched_at: hasAnswered(result) ? isoText(result.fetchedAt) : null,
	};
}
