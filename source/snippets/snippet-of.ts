import type {Reservation} from '../core/reservations/reservation.js';
import {eksSnippet} from './eks.js';
import {karpenterSnippet} from './karpenter.js';
import {isTarget, type LaunchTarget, launchTargetOf} from './launch-target.js';
import {launchTemplateSnippet} from './launch-template.js';
import {parallelclusterSnippet} from './parallelcluster.js';
import {runInstancesSnippet} from './run-instances.js';
import {sagemakerSnippet} from './sagemaker.js';
import {skypilotSnippet} from './skypilot.js';
import {type NoSnippet, type Snippet, type SnippetKind, snippetKinds} from './snippet.js';
import {terraformSnippet} from './terraform.js';
import {terraformImportSnippet} from './terraform-import.js';

type Make = (target: LaunchTarget, accountId: string | null) => Snippet | NoSnippet;

const makers: Readonly<Record<SnippetKind, Make>> = {
	'run-instances': runInstancesSnippet,
	'launch-template': launchTemplateSnippet,
	eks: eksSnippet,
	karpenter: karpenterSnippet,
	parallelcluster: parallelclusterSnippet,
	skypilot: skypilotSnippet,
	terraform: terraformSnippet,
	'terraform-import': terraformImportSnippet,
	sagemaker: sagemakerSnippet,
};

/** How to use the reservation in one way, or why it cannot be. `accountId`: whose reservations Terraform may import; `null`: unknown. */
export function snippetOf(reservation: Reservation, kind: SnippetKind, accountId: string | null): Snippet | NoSnippet {
	const target = launchTargetOf(reservation);
	return isTarget(target) ? makers[kind](target, accountId) : {kind, because: target.because};
}

/** Every way, in the order of a menu. */
export function snippetsOf(reservation: Reservation, accountId: string | null): readonly (Snippet | NoSnippet)[] {
	return snippetKinds.map((kind) => snippetOf(reservation, kind, accountId));
}
