/**
The columns that `--columns` can ask for, by the word typed. The value is the column's name in CSV: the field's name in JSON where there is
one, parts of an object joined by `_`. It can be typed as well.

In a file of its own because the command line needs the names only.
*/
export const columnFields = {
	kind: 'kind',
	id: 'reservation_id',
	'block-id': 'capacity_block_id',
	type: 'instance_type',
	size: 'instance_count',
	total: 'total_capacity',
	free: 'available_capacity',
	used: 'used_capacity',
	region: 'region',
	az: 'availability_zone',
	state: 'state',
	start: 'start_date',
	end: 'end_date',
	length: 'duration_hours',
	'usable-until': 'usable_until',
	placement: 'ultra_cluster_placement',
	name: 'name',
	match: 'instance_match_criteria',
	accelerator: 'accelerator_name',
	'accelerators-each': 'accelerator_count_per_instance',
	'accelerators-total': 'accelerator_total',
	platform: 'instance_platform',
	tenancy: 'tenancy',
	'az-id': 'availability_zone_id',
	owner: 'owner_id',
	'billing-owner': 'unused_reservation_billing_owner_id',
	arn: 'arn',
	'end-type': 'end_date_type',
	created: 'create_date',
	'reservation-type': 'reservation_type',
	'ebs-optimized': 'ebs_optimized',
	'ephemeral-storage': 'ephemeral_storage',
	outpost: 'outpost_arn',
	fleet: 'capacity_reservation_fleet_id',
	'placement-group': 'placement_group_arn',
	allocations: 'capacity_allocations',
	'committed-count': 'commitment_info_committed_instance_count',
	'commitment-end': 'commitment_info_commitment_end_date',
	'commitment-duration': 'commitment_info_commitment_duration',
	delivery: 'delivery_preference',
	interruptible: 'interruptible',
	'interruptible-count': 'interruptible_capacity_allocation_instance_count',
	'interruptible-target': 'interruptible_capacity_allocation_target_instance_count',
	'interruptible-status': 'interruptible_capacity_allocation_status',
	'interruptible-id': 'interruptible_capacity_allocation_interruptible_capacity_reservation_id',
	'interruptible-type': 'interruptible_capacity_allocation_interruption_type',
	'interruptible-zero-size': 'interruptible_capacity_allocation_zero_size_preference',
	'interruption-source': 'interruption_info_source_capacity_reservation_id',
	'interruption-type': 'interruption_info_interruption_type',
	'adjustment-status': 'adjustment_status',
	'adjustment-details': 'adjustment_details',
	'original-start': 'original_start_date',
	'zero-size': 'zero_size_preference',
	'launch-status': 'launch_status',
	tags: 'tags',
	idle: 'idle_cost_instances',
	price: 'idle_cost_usd_per_instance_hour',
	'idle-cost': 'idle_cost_usd_per_hour',
	'idle-since': 'idle_cost_since',
	'idle-cost-since': 'idle_cost_usd_since',
	'price-source': 'idle_cost_price_source',
	'price-date': 'idle_cost_price_published_on',
	hints: 'hint_ids',
	use: 'used_percent',
	accelerators: 'accelerators',
} as const satisfies Record<string, string>;

export type ColumnKey = keyof typeof columnFields;

export const columnKeys = Object.keys(columnFields) as readonly ColumnKey[];

/** The column of a word typed after `--columns`: its key or its field, in any spelling of `-` and `_`; `null` when there is none. */
export function findColumn(word: string): ColumnKey | null {
	const typed = word.toLowerCase().replaceAll('-', '_');
	return columnKeys.find((key) => key.replaceAll('-', '_') === typed || columnFields[key] === typed) ?? null;
}
