import {lifecycleOf} from '../core/reservations/lifecycle.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {type HclBlock, hclLines} from './hcl-block.js';
import {isTarget, launchTargetOf, targetText} from './launch-target.js';
import {commentText} from './quote.js';
import {dataBlock, terraformLabel} from './terraform.js';
import {importBlocks, importProblem} from './terraform-import.js';

/**
The reservations as Terraform configuration: ODCRs that this account manages itself as import blocks with their resources, everything
else (blocks, shared, interruptible and fleet ones) as data sources. What is over, or has no id to name, is a comment.
*/
export function terraformOf(reservations: readonly Reservation[], accountId: string | null): string {
	const labels = new Map<string, number>();
	const seen = new Set<string>();
	const parts = reservations.flatMap((reservation) => {
		if (seen.has(reservation.key)) {
			return [];
		}

		seen.add(reservation.key);
		return [partOf(reservation, accountId, labels)];
	});
	return `${[head, ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const head = [
	commentText('Capacity reservations as Terraform configuration, for a hashicorp/aws provider of 6 or newer.'),
	commentText('Look at the plan before it is applied: it should import, and change nothing.'),
];

function partOf(reservation: Reservation, accountId: string | null, labels: Map<string, number>): readonly string[] {
	const target = launchTargetOf(reservation);
	if (!isTarget(target)) {
		return [commentText(`Left out: ${target.because}`)];
	}

	const label = uniqueLabel(terraformLabel(target.id), labels);
	const problem = importProblem(reservation, accountId);
	const blocks: readonly HclBlock[] =
		problem === null ? importBlocks(reservation, target.id, label) : [dataBlock(reservation, target.id, label)];
	const why = problem === null || reservation.kind === 'block' ? [] : [commentText(`Not imported: ${problem}`)];
	const lines = blocks.flatMap((block, place) => [...(place === 0 ? [] : ['']), ...hclLines(block)]);
	return [
		commentText(`${targetText(target)}, ${lifecycleOf(reservation.state) === 'live' ? 'active' : (reservation.state ?? 'unknown state')}`),
		...why,
		...lines,
	];
}

/** Ids differ between regions in practice, but only AWS can promise it; a label twice is no configuration. */
function uniqueLabel(label: string, labels: Map<string, number>): string {
	const known = labels.get(label) ?? 0;
	labels.set(label, known + 1);
	return known === 0 ? label : `${label}_${known + 1}`;
}
