import type {Reservation} from '../core/reservations/reservation.js';
import {type HclBlock, hclLines} from './hcl-block.js';
import {marketTypeOf} from './launch-data.js';
import {launchNotes} from './launch-notes.js';
import {type LaunchTarget, targetText} from './launch-target.js';
import {commentText, hclText} from './quote.js';
import type {Snippet} from './snippet.js';

/**
A data source of the reservation and a launch template that names it.

Never the resource `aws_ec2_capacity_block_reservation`: to create that buys a block (AWS provider documentation).
*/
export function terraformSnippet(target: LaunchTarget): Snippet {
	const label = terraformLabel(target.id);
	const source = dataBlock(target.reservation, target.id, label);
	return {
		kind: 'terraform',
		language: 'hcl',
		text: `${[commentText(targetText(target)), ...hclLines(source), '', ...hclLines(templateBlock(target, source, label))].join('\n')}\n`,
		notes: [providerNote, ...launchNotes(target)],
	};
}

/** Both data sources came to the AWS provider in 2026, and arguments for the region with its version 6. */
export const providerNote = 'It needs a hashicorp/aws provider of 6 or newer that has the data sources of capacity reservations.';

/** A name in Terraform: ids have letters, digits and a hyphen only. */
export function terraformLabel(id: string): string {
	return id.replaceAll(/\W/g, '_');
}

/** The data source for the kind: each of the two returns only its own. */
export function dataBlock({kind, region}: Pick<Reservation, 'kind' | 'region'>, id: string, label: string): HclBlock {
	return {
		type: 'data',
		labels: [kind === 'block' ? 'aws_ec2_capacity_block_reservation' : 'aws_ec2_capacity_reservation', label],
		attributes: [
			['region', hclText(region)],
			['id', hclText(id)],
		],
		blocks: [],
	};
}

function templateBlock(target: LaunchTarget, source: HclBlock, label: string): HclBlock {
	const marketType = marketTypeOf(target);
	const reference = ['data', ...source.labels].join('.');
	return {
		type: 'resource',
		labels: ['aws_launch_template', label],
		attributes: [
			['region', hclText(target.region)],
			['name_prefix', hclText(`${target.id}-`)],
			['instance_type', hclText(target.instanceType)],
		],
		blocks: [
			...(marketType === null ? [] : [block('instance_market_options', [['market_type', hclText(marketType)]])]),
			block(
				'capacity_reservation_specification',
				[],
				[block('capacity_reservation_target', [['capacity_reservation_id', `${reference}.id`]])],
			),
			...placementBlocks(target),
		],
	};
}

function placementBlocks({placementGroup, reservation}: LaunchTarget): readonly HclBlock[] {
	const attributes: HclBlock['attributes'] = [
		...(placementGroup === null ? [] : [['group_name', hclText(placementGroup)] as const]),
		...(reservation.tenancy === 'dedicated' ? [['tenancy', '"dedicated"'] as const] : []),
	];
	return attributes.length === 0 ? [] : [block('placement', attributes)];
}

function block(type: string, attributes: HclBlock['attributes'], blocks: readonly HclBlock[] = []): HclBlock {
	return {type, labels: [], attributes, blocks};
}
