import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import type {CapacitySnapshot} from '../../source/core/regions/snapshot.js';
import type {Reservation, ReservationKind} from '../../source/core/reservations/reservation.js';
import {emptyQuery} from '../../source/core/rows/query.js';
import {renderReport} from '../../source/report/render-report.js';
import {block, reservation} from '../helpers/reservation.js';
import {emptyRegion, failedRegion, guideSnapshot, snapshotOf, tableOptions} from './guide-data.js';

const schema = JSON.parse(readFileSync(new URL('../../schema/capacity-v1.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({strict: true, strictTypes: false, strictRequired: false, allErrors: true});
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** Everything AWS can say, said. */
const full: Partial<Reservation> = {
	availabilityZoneId: 'use1-az4',
	ephemeralStorage: true,
	endDate: {kind: 'limited', at: new Date('2026-12-19T23:59:00.250Z')},
	tags: {Name: 'train', team: 'llm', 'key with "quotes"': 'и\\n'},
	outpostArn: 'arn:aws:outposts:us-east-1:1:outpost/op-1',
	capacityReservationFleetId: 'crf-1',
	placementGroupArn: 'arn:aws:ec2:us-east-1:1:placement-group/pg',
	capacityAllocations: [{allocationType: 'used', count: 2, metadata: {team: 'a'}}],
	unusedReservationBillingOwnerId: '210987654321',
	commitment: {committedInstanceCount: 4, commitmentEndDate: new Date('2026-12-31T00:00:00Z'), commitmentDurationSeconds: 1_209_600},
	deliveryPreference: 'incremental',
	interruptible: false,
	interruptibleAllocation: {
		instanceCount: 1,
		targetInstanceCount: 2,
		status: 'active',
		interruptibleCapacityReservationId: 'cr-2',
		interruptionType: 'adhoc',
		zeroSizePreference: 'retain',
	},
	interruption: {sourceCapacityReservationId: 'cr-3', interruptionType: 'adhoc'},
	adjustmentStatus: 'applied',
	adjustmentDetails: {reason: 'moved'},
	originalStartDate: new Date('2026-10-31T00:00:00Z'),
	zeroSizePreference: 'default',
	launchStatus: 'launchable',
};

/** Nothing of it said. */
const bare: Partial<Reservation> = {
	id: null,
	arn: null,
	ownerId: null,
	availabilityZone: null,
	instanceType: null,
	instancePlatform: null,
	tenancy: null,
	totalInstanceCount: null,
	availableInstanceCount: null,
	ebsOptimized: null,
	ephemeralStorage: null,
	state: null,
	startDate: null,
	endDate: {kind: 'unknown'},
	createDate: null,
	instanceMatchCriteria: null,
	reservationType: null,
	capacityBlockId: null,
	accelerator: {name: null, countPerInstance: null, memoryMib: null},
};

describe('the JSON contract', () => {
	test('an ODCR has the keys of the guide first, then all that AWS tells', () => {
		const {reservations} = renderJson(snapshotOf([reservation(full)]));
		expect(reservations).toEqual([
			{
				reservation_id: 'cr-0123456789abcdef0',
				instance_type: 'p5.48xlarge',
				region: 'us-east-1',
				availability_zone: 'us-east-1a',
				total_capacity: 4,
				available_capacity: 1,
				used_capacity: 2,
				state: 'active',
				start_date: '2026-11-01T00:00:00Z',
				end_date: '2026-12-19T23:59:00Z',
				usable_until: '2026-12-19T23:59:00Z',
				capacity_block_id: null,
				arn: 'arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-0123456789abcdef0',
				owner_id: '123456789012',
				availability_zone_id: 'use1-az4',
				instance_platform: 'Linux/UNIX',
				tenancy: 'default',
				ebs_optimized: false,
				ephemeral_storage: true,
				end_date_type: 'limited',
				create_date: '2026-11-01T00:00:00Z',
				instance_match_criteria: 'targeted',
				outpost_arn: 'arn:aws:outposts:us-east-1:1:outpost/op-1',
				capacity_reservation_fleet_id: 'crf-1',
				placement_group_arn: 'arn:aws:ec2:us-east-1:1:placement-group/pg',
				capacity_allocations: [{allocation_type: 'used', count: 2, allocation_metadata: {team: 'a'}}],
				reservation_type: 'default',
				unused_reservation_billing_owner_id: '210987654321',
				commitment_info: {committed_instance_count: 4, commitment_end_date: '2026-12-31T00:00:00Z', commitment_duration: 1_209_600},
				delivery_preference: 'incremental',
				interruptible: false,
				interruptible_capacity_allocation: {
					instance_count: 1,
					target_instance_count: 2,
					status: 'active',
					interruptible_capacity_reservation_id: 'cr-2',
					interruption_type: 'adhoc',
					zero_size_preference: 'retain',
				},
				interruption_info: {source_capacity_reservation_id: 'cr-3', interruption_type: 'adhoc'},
				adjustment_status: 'applied',
				adjustment_details: {reason: 'moved'},
				original_start_date: '2026-10-31T00:00:00Z',
				zero_size_preference: 'default',
				launch_status: 'launchable',
				accelerator: {name: 'H100', count_per_instance: 8, total: 32},
				tags: {Name: 'train', team: 'llm', 'key with "quotes"': 'и\\n'},
				idle_cost: null,
			},
		]);
		expect(Object.keys(reservations[0] ?? {}).slice(0, 8)).toEqual([
			'reservation_id',
			'instance_type',
			'region',
			'availability_zone',
			'total_capacity',
			'available_capacity',
			'used_capacity',
			'state',
		]);
	});

	test('a block has the keys of the guide first, its size before it starts, and no counts then', () => {
		const {blocks} = renderJson(guideSnapshot, ['block']);
		expect(Object.keys(blocks[0] ?? {}).slice(0, 11)).toEqual([
			'capacity_block_id',
			'reservation_id',
			'instance_type',
			'instance_count',
			'region',
			'availability_zone',
			'start_date',
			'end_date',
			'duration_hours',
			'state',
			'ultra_cluster_placement',
		]);
		expect(blocks[0]).toMatchObject({
			capacity_block_id: 'cb-0b10c000000000010',
			instance_count: 32,
			total_capacity: null,
			available_capacity: null,
			used_capacity: null,
			start_date: '2025-01-15T11:30:00Z',
			end_date: '2025-01-22T11:30:00Z',
			usable_until: '2025-01-22T11:00:00Z',
			duration_hours: 168,
			state: 'scheduled',
			ultra_cluster_placement: true,
			accelerator: {name: 'H100', count_per_instance: 8, total: 256},
		});
	});

	test('a live block has its counts, and a same-day one a fractional length', () => {
		const live = block({startDate: new Date('2026-11-23T04:55:00Z'), endDate: {kind: 'limited', at: new Date('2026-11-23T11:30:00Z')}});
		const {blocks} = renderJson(snapshotOf([live]), ['block']);
		expect(blocks[0]).toMatchObject({
			instance_count: 16,
			total_capacity: 16,
			available_capacity: 0,
			used_capacity: 16,
			duration_hours: 6.5833,
		});
	});

	test('a block whose end is before its start has no length', () => {
		const crossed = block({startDate: new Date('2026-12-24T11:30:00Z')});
		const {blocks} = renderJson(snapshotOf([crossed]), ['block']);
		expect(blocks[0]).toMatchObject({start_date: '2026-12-24T11:30:00Z', end_date: '2026-11-26T11:30:00Z', duration_hours: null});
	});

	test('what is unknown is null, and no accelerator is null too', () => {
		const {reservations} = renderJson(snapshotOf([reservation(bare), reservation({id: 'cr-2', accelerator: null, state: 'pending'})]));
		const unknown = reservations.find((row) => row['reservation_id'] === null);
		expect(unknown).toMatchObject({
			total_capacity: null,
			available_capacity: null,
			used_capacity: null,
			state: null,
			end_date: null,
			end_date_type: null,
			accelerator: {name: null, count_per_instance: null, total: null},
		});
		expect(reservations.find((row) => row['reservation_id'] === 'cr-2')).toMatchObject({
			total_capacity: 4,
			available_capacity: null,
			used_capacity: null,
			accelerator: null,
		});
	});

	test('the head says when, whose, and how each region answered', () => {
		const snapshot = snapshotOf([reservation()], {
			failed: [emptyRegion('eu-west-1'), failedRegion('us-west-2', 'denied', 'Ask the admin.')],
		});
		const {reservations, ...head} = renderJson(snapshot);
		expect(reservations).toHaveLength(1);
		expect(head).toEqual({
			version: 1,
			generated_at: '2026-11-23T10:00:00Z',
			complete: false,
			account_id: '123456789012',
			regions: [
				{region: 'eu-west-1', status: 'empty', error: null, fetched_at: '2025-01-10T00:00:00Z'},
				{region: 'us-east-1', status: 'ok', error: null, fetched_at: '2026-11-23T10:00:00Z'},
				{region: 'us-west-2', status: 'denied', error: 'Ask the admin. (request request-us-west-2)', fetched_at: null},
			],
			idle_cost: {instances: 1, priced_instances: 0, usd_per_hour: null, price_sources: []},
		});
	});

	test('a list that was not asked for is absent', () => {
		expect(Object.keys(renderJson(guideSnapshot))).not.toContain('blocks');
		expect(Object.keys(renderJson(guideSnapshot, ['block']))).not.toContain('reservations');
		const both = renderJson(guideSnapshot, ['odcr', 'block']);
		expect([both.reservations.length, both.blocks.length]).toEqual([8, 3]);
	});

	test('ASCII output escapes what is beyond and loses nothing', () => {
		const snapshot = snapshotOf([reservation({tags: {Name: 'モデル 😀 é'}})]);
		const text = renderReport(snapshot, {...tableOptions, format: 'json', isAscii: true});
		expect(text).toMatch(/^[\n -~]+$/);
		expect(JSON.parse(text)).toEqual(renderJson(snapshot));
	});
});

describe('every output is valid by the schema', () => {
	const snapshots: Readonly<Record<string, CapacitySnapshot>> = {
		guide: guideSnapshot,
		empty: snapshotOf([], {failed: [emptyRegion('us-east-1')]}),
		'no region at all': snapshotOf([], {accountId: null}),
		'all failed': snapshotOf([], {
			failed: (['not_enabled', 'denied', 'throttled', 'expired_credentials', 'timeout', 'failed'] as const).map((status) =>
				failedRegion(`region-${status}`, status),
			),
		}),
		'everything said': snapshotOf([reservation(full), block(full)]),
		'nothing said': snapshotOf([reservation(bare), block(bare)]),
		'unknown words': snapshotOf([
			reservation({state: 'hibernating', instanceType: 'z9.nano', reservationType: 'lease', tags: {__proto__x: ''}}),
		]),
	};
	test.each(Object.entries(snapshots))('%s', (_, snapshot) => {
		for (const kinds of [['odcr'], ['block'], ['odcr', 'block']] as const) {
			const data = renderJson(snapshot, kinds);
			validate(data);
			expect(validate.errors).toBeNull();
			expect(parse(renderReport(snapshot, {...tableOptions, kinds, format: 'yaml'}))).toEqual(data);
		}
	});

	test('and the schema refuses what is not in the contract', () => {
		const data = renderJson(guideSnapshot);
		for (const broken of [
			{...data, extra: 1},
			{...data, version: 2},
			{...data, reservations: [{...data.reservations[0], extra: 1}]},
			{...data, reservations: [{...data.reservations[0], total_capacity: '4'}]},
			{...data, generated_at: '2026-11-23T10:00:00.000Z'},
			{...data, regions: [{region: 'x', status: 'fine', error: null, fetched_at: null}]},
			{...data, reservations: undefined},
		]) {
			expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false);
		}
	});
});

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>;

function renderJson(
	snapshot: CapacitySnapshot,
	kinds: readonly ReservationKind[] = ['odcr'],
): {readonly reservations: Rows; readonly blocks: Rows} {
	return JSON.parse(renderReport(snapshot, {...tableOptions, kinds, query: {...emptyQuery, includeEnded: true}, format: 'json'}));
}

test('a count that another one contradicts is null, and what AWS said is in words', () => {
	const rows = [
		reservation({totalInstanceCount: 7, availableInstanceCount: 20}),
		block({totalInstanceCount: 8, availableInstanceCount: 9}),
	];
	const data = JSON.parse(renderReport(snapshotOf(rows), {...tableOptions, kinds: ['odcr', 'block'], format: 'json'}));
	expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
	expect(data.reservations[0]).toMatchObject({
		total_capacity: 7,
		available_capacity: null,
		used_capacity: null,
		contradiction: 'AWS says that 20 of 7 instances are free; how many really are is unknown.',
	});
	expect(data.blocks[0]).toMatchObject({available_capacity: null, contradiction: expect.stringContaining('9 of 8 instances')});
});
