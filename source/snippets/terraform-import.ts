import {isOver} from '../core/reservations/is-over.js';
import {lifecycleOf} from '../core/reservations/lifecycle.js';
import {endOf, type Reservation} from '../core/reservations/reservation.js';
import {isoText} from '../core/words/iso-text.js';
import {type HclAttribute, type HclBlock, hclLines} from './hcl-block.js';
import {type LaunchTarget, targetText} from './launch-target.js';
import {commentText, hclText} from './quote.js';
import type {NoSnippet, Snippet} from './snippet.js';
import {terraformLabel} from './terraform.js';

/** An import block and the resource that it fills, for an ODCR that Terraform is to manage from now on. */
export function terraformImportSnippet(target: LaunchTarget, accountId: string | null): Snippet | NoSnippet {
	const problem = importProblem(target.reservation, accountId);
	if (problem !== null) {
		return {kind: 'terraform-import', because: problem};
	}

	const blocks = importBlocks(target.reservation, target.id, terraformLabel(target.id));
	return {
		kind: 'terraform-import',
		language: 'hcl',
		text: `${[commentText(targetText(target)), ...blocks.flatMap((block, place) => [...(place === 0 ? [] : ['']), ...hclLines(block)])].join('\n')}\n`,
		notes: [
			'It needs a hashicorp/aws provider of 6 or newer. Look at the plan: it should say "1 to import" and change nothing.',
			'To destroy the resource would cancel the reservation, so prevent_destroy is set.',
		],
	};
}

/** Why Terraform cannot or should not manage it; `null`: it can. */
export function importProblem(reservation: Reservation, accountId: string | null): string | null {
	const {kind, id, key, ownerId, interruptible, interruption, capacityReservationFleetId, state} = reservation;
	const name = id ?? key;
	if (kind === 'block') {
		return `${name} is a Capacity Block: its resource in Terraform cannot be imported, and to create one buys a block.`;
	}

	if (isOver(reservation) || lifecycleOf(state) === 'troubled') {
		return `${name} is ${state ?? 'in an unknown state'}.`;
	}

	if (accountId !== null && ownerId !== null && accountId !== ownerId) {
		return `${name} is owned by the account ${ownerId}.`;
	}

	if (interruptible === true || interruption !== null) {
		return `${name} is interruptible: it is made and ended with the reservation that it was carved from.`;
	}

	if (capacityReservationFleetId !== null) {
		return `${name} belongs to the fleet ${capacityReservationFleetId}, which manages it.`;
	}

	return requiredOf(reservation) === null ? `AWS did not say all of what the resource of ${name} requires.` : null;
}

/** Empty when a required argument is unknown. Source: AWS provider documentation, `aws_ec2_capacity_reservation`. */
export function importBlocks(reservation: Reservation, id: string, label: string): readonly HclBlock[] {
	const required = requiredOf(reservation);
	if (required === null) {
		return [];
	}

	const resource = ['aws_ec2_capacity_reservation', label];
	return [
		{
			type: 'import',
			labels: [],
			attributes: [
				['to', resource.join('.')],
				['id', hclText(`${id}@${reservation.region}`)],
			],
			blocks: [],
		},
		{
			type: 'resource',
			labels: resource,
			attributes: [['region', hclText(reservation.region)], ...required, ...optionalOf(reservation)],
			blocks: [{type: 'lifecycle', labels: [], attributes: [['prevent_destroy', 'true']], blocks: []}],
		},
	];
}

function requiredOf({instanceType, instancePlatform, availabilityZone, totalInstanceCount}: Reservation): readonly HclAttribute[] | null {
	return instanceType === null || instancePlatform === null || availabilityZone === null || totalInstanceCount === null
		? null
		: [
				['instance_type', hclText(instanceType)],
				['instance_platform', hclText(instancePlatform)],
				['availability_zone', hclText(availabilityZone)],
				['instance_count', String(totalInstanceCount)],
			];
}

function optionalOf(reservation: Reservation): readonly HclAttribute[] {
	const {instanceMatchCriteria, tenancy, ebsOptimized, ephemeralStorage, placementGroupArn, outpostArn, endDate} = reservation;
	const end = endOf(reservation);
	const known: readonly (readonly [string, string | null])[] = [
		['instance_match_criteria', textOrNull(instanceMatchCriteria)],
		['tenancy', textOrNull(tenancy)],
		['ebs_optimized', ebsOptimized === null ? null : String(ebsOptimized)],
		['ephemeral_storage', ephemeralStorage === null ? null : String(ephemeralStorage)],
		['end_date_type', endDate.kind === 'unknown' ? null : hclText(endDate.kind)],
		['end_date', end === null ? null : hclText(isoText(end))],
		['placement_group_arn', textOrNull(placementGroupArn)],
		['outpost_arn', textOrNull(outpostArn)],
		['tags', tagsOf(reservation)],
	];
	return known.flatMap(([name, expression]) => (expression === null ? [] : [[name, expression] as const]));
}

function textOrNull(text: string | null): string | null {
	return text === null ? null : hclText(text);
}

/** AWS's own tags cannot be set. */
function tagsOf({tags}: Reservation): string | null {
	const own = Object.entries(tags).filter(([key]) => !/^aws:/i.test(key));
	const width = own.reduce((most, [key]) => Math.max(most, hclText(key).length), 0);
	return own.length === 0
		? null
		: ['{', ...own.map(([key, value]) => `  ${hclText(key).padEnd(width)} = ${hclText(value)}`), '}'].join('\n');
}
