import {expect, test} from 'vitest';
import {renderReport} from '../../source/report/render-report.js';
import {readCsvRows} from '../helpers/read-csv.js';
import {block, reservation} from '../helpers/reservation.js';
import {emptyRegion, guideSnapshot, snapshotOf, tableOptions} from './guide-data.js';

const options = {...tableOptions, format: 'csv', kinds: ['odcr', 'block']} as const;

test('has one header for both kinds, kind first, and one row per reservation', () => {
	const rows = readCsvRows(renderReport(guideSnapshot, options));
	expect(rows.map((row) => row['kind'])).toEqual([...Array(8).fill('odcr'), ...Array(3).fill('block')]);
	expect(Object.keys(rows[0] ?? {}).slice(0, 12)).toEqual([
		'kind',
		'reservation_id',
		'capacity_block_id',
		'instance_type',
		'instance_count',
		'total_capacity',
		'available_capacity',
		'used_capacity',
		'region',
		'availability_zone',
		'state',
		'start_date',
	]);
	expect(rows[8]).toMatchObject({
		reservation_id: 'cr-0b10c000000000010',
		capacity_block_id: 'cb-0b10c000000000010',
		instance_count: '32',
		total_capacity: '',
		available_capacity: '',
		start_date: '2025-01-15T11:30:00Z',
		duration_hours: '168',
		ultra_cluster_placement: 'true',
		accelerator_name: 'H100',
		accelerator_total: '256',
		ebs_optimized: 'false',
	});
});

test('reads back as it was: commas, quotes, maps and nested objects', () => {
	const name = 'a, "b"; c';
	const tags = {Name: name, 'k,"': 'v'};
	const row = readCsvRows(
		renderReport(
			snapshotOf([
				reservation({
					tags,
					capacityAllocations: [{allocationType: 'used', count: 3, metadata: {}}],
					commitment: {committedInstanceCount: 4, commitmentEndDate: null, commitmentDurationSeconds: null},
				}),
			]),
			options,
		),
	)[0];
	expect(row?.['name']).toBe(name);
	expect(JSON.parse(row?.['tags'] ?? '')).toEqual(tags);
	expect(JSON.parse(row?.['capacity_allocations'] ?? '')).toEqual([{allocation_type: 'used', count: 3, allocation_metadata: {}}]);
	expect(row).toMatchObject({commitment_info_committed_instance_count: '4', commitment_info_commitment_end_date: '', outpost_arn: ''});
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('defuses the formula %s', (name) => {
	const text = renderReport(snapshotOf([reservation({tags: {Name: name}})]), {...options, columns: ['kind', 'name', 'total']});
	expect(text).toBe(`kind,name,total_capacity\r\nodcr,'${name},4\r\n`);
});

test('--columns chooses the columns and their order', () => {
	const snapshot = snapshotOf([reservation({tags: {Name: 'train'}}), block()]);
	const text = renderReport(snapshot, {...options, columns: ['az', 'id', 'use', 'accelerators']});
	expect(text.split('\r\n')).toEqual([
		'availability_zone,reservation_id,used_percent,accelerators',
		'us-east-1a,cr-0123456789abcdef0,75,32 H100',
		'us-east-1a,cr-0b10c00000000000b,100,128 H100',
		'',
	]);
});

test('is a header alone when there is nothing', () => {
	const text = renderReport(snapshotOf([], {failed: [emptyRegion('us-east-1')]}), {...options, columns: ['kind', 'id']});
	expect(text).toBe('kind,reservation_id\r\n');
});

test('ASCII output has nothing beyond', () => {
	const snapshot = snapshotOf([reservation({tags: {Name: 'é😀'}})]);
	expect(renderReport(snapshot, {...options, isAscii: true, columns: ['name']})).toBe('name\r\n\\u00e9\\ud83d\\ude00\r\n');
});
