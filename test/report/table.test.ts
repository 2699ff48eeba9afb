import {describe, expect, test} from 'vitest';
import type {CapacitySnapshot} from '../../source/core/regions/snapshot.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {emptyQuery} from '../../source/core/rows/query.js';
import {sortBy} from '../../source/core/rows/sort.js';
import {displayWidth} from '../../source/format/fit-text.js';
import {renderReport} from '../../source/report/render-report.js';
import type {ReportOptions} from '../../source/report/report-options.js';
import {block, reservation} from '../helpers/reservation.js';
import {emptyRegion, failedRegion, guideSnapshot, snapshotOf, tableOptions} from './guide-data.js';

const now = new Date('2026-11-23T10:00:00Z');

describe('the two reports of the guide', () => {
	test('ODCRs: 8 reservations as 4 rows, 42 of 128 instances free, and what is idle is billed', () => {
		expect(linesOf(guideSnapshot)).toEqual([
			'📊 Capacity Reservation Summary (ODCRs):',
			'   Total Reservations: 8',
			'   Instance Types: 4 (g6.xlarge, inf2.xlarge, g6.2xlarge, p4d.24xlarge)',
			'   Total Capacity: 128 instances',
			'   Available: 42 instances (32.8% free)',
			'   Accelerators: 240 (128 A100, 80 L4, 32 Inf2), 56 free',
			'',
			'+---------------+-----------+------------+-------+-----------+------+--------+',
			'| Instance Type | Region    | AZ         | Total | Available | Used | State  |',
			'+---------------+-----------+------------+-------+-----------+------+--------+',
			'| g6.xlarge     | us-west-2 | us-west-2a | 64    | 24        | 40   | active |',
			'| inf2.xlarge   | us-east-1 | us-east-1a | 32    | 12        | 20   | active |',
			'| g6.2xlarge    | eu-west-1 | eu-west-1b | 16    | 4         | 12   | active |',
			'| p4d.24xlarge  | us-east-1 | us-east-1c | 16    | 2         | 14   | active |',
			'+---------------+-----------+------------+-------+-----------+------+--------+',
			'',
			'Billing: 42 idle instances are billed to this account at the On-Demand rate, like running ones.',
			'End Dates: none; all last until cancelled.',
			'',
		]);
	});

	test('blocks: 3 of 2 types, 168-336 hours, sizes from the tag before they start', () => {
		expect(linesOf(guideSnapshot, {kinds: ['block']})).toEqual([
			'📊 Capacity Block Summary:',
			'   Total Blocks: 3',
			'   Instance Types: 2 (p5.48xlarge, trn1.32xlarge)',
			'   Duration Range: 168-336 hours (7-14 days)',
			'   Coming: 3 with 112 instances',
			'   Accelerators: 1408 (1024 Trn1, 384 H100)',
			'   Next: p5.48xlarge x32 in us-east-1a starts in 5d 11h',
			'',
			'+---------------+-------+------------+------------+------------+----------+-----------+',
			'| Instance Type | Count | AZ         | Start      | End        | Duration | State     |',
			'+---------------+-------+------------+------------+------------+----------+-----------+',
			'| p5.48xlarge   | 32    | us-east-1a | 2025-01-15 | 2025-01-22 | 168h     | scheduled |',
			'| trn1.32xlarge | 64    | us-east-1c | 2025-01-18 | 2025-01-25 | 168h     | scheduled |',
			'| p5.48xlarge   | 16    | us-west-2b | 2025-01-20 | 2025-02-03 | 336h     | scheduled |',
			'+---------------+-------+------------+------------+------------+----------+-----------+',
			'',
			'UltraCluster Placement: Yes (implied: AWS places every Capacity Block in an UltraCluster)',
			'Usable Until: 30 minutes before the end; then AWS starts to terminate the instances.',
			'',
		]);
	});

	test('both in one run, ODCRs first, and nothing that the guide has wrong', () => {
		const text = renderReport(guideSnapshot, {...tableOptions, kinds: ['odcr', 'block']});
		const [odcrs, blocks] = [renderReport(guideSnapshot, tableOptions), renderReport(guideSnapshot, {...tableOptions, kinds: ['block']})];
		expect(text).toBe(`${odcrs}\n${blocks}`);
		expect(text).not.toMatch(/indefinitely|pay only|No fixed end date/i);
	});
});

describe('--wide and --columns', () => {
	const train = reservation({id: 'cr-1', tags: {Name: 'train'}, endDate: {kind: 'limited', at: new Date('2026-12-19T23:59:00Z')}});
	const spare = reservation({id: 'cr-2', availableInstanceCount: 4, instanceMatchCriteria: 'open'});
	const pilot = reservation({id: 'cr-3', state: 'assessing', instanceType: 'm7i.large', accelerator: null, startDate: null});

	test('--wide has a row per ODCR with id, name, match and end', () => {
		expect(tableOf(snapshotOf([train, spare, pilot]), {isWide: true})).toEqual([
			'| Reservation ID | Name  | Instance Type | Region    | AZ         | Total | Available | Used | Idle $/h | Accelerators | State     | Match    | Start             | End               |',
			'| cr-2           | –     | p5.48xlarge   | us-east-1 | us-east-1a | 4     | 4         | 0    | –        | 32 H100      | active    | open     | 2026-11-01 00:00Z | –                 |',
			'| cr-1           | train | p5.48xlarge   | us-east-1 | us-east-1a | 4     | 1         | 3    | –        | 32 H100      | active    | targeted | 2026-11-01 00:00Z | 2026-12-19 23:59Z |',
			'| cr-3           | –     | m7i.large     | us-east-1 | us-east-1a | 4     | –         | –    | –        | –            | assessing | targeted | –                 | –                 |',
		]);
	});

	test('--wide has the usable end of a block, 60 minutes before the end for P6e-GB200', () => {
		const ultra = block({
			id: 'cr-9',
			instanceType: 'p6e-gb200.36xlarge',
			accelerator: {name: 'GB200', countPerInstance: 4, memoryMib: null},
			startDate: new Date('2026-11-23T04:55:00Z'),
			endDate: {kind: 'limited', at: new Date('2026-11-24T11:30:00Z')},
		});
		expect(tableOf(snapshotOf([block(), ultra]), {isWide: true, kinds: ['block']})).toEqual([
			'| Reservation ID       | Name | Instance Type      | AZ         | Count | Available | Used | Accelerators | State  | Start             | End               | Usable Until      | Duration |',
			'| cr-0b10c00000000000b | –    | p5.48xlarge        | us-east-1a | 16    | 0         | 16   | 128 H100     | active | 2026-11-19 11:30Z | 2026-11-26 11:30Z | 2026-11-26 11:00Z | 168h     |',
			'| cr-9                 | –    | p6e-gb200.36xlarge | us-east-1a | 16    | 0         | 16   | 64 GB200     | active | 2026-11-23 04:55Z | 2026-11-24 11:30Z | 2026-11-24 10:30Z | 30h35m   |',
		]);
		expect(linesOf(snapshotOf([block(), ultra]), {kinds: ['block']})).toContain(
			'Usable Until: 30 or, for P6e-GB200, 60 minutes before the end; then AWS starts to terminate the instances.',
		);
	});

	test('--columns has these columns, a row per reservation', () => {
		expect(tableOf(snapshotOf([train, spare]), {columns: ['name', 'use', 'accelerators-each', 'ebs-optimized', 'arn', 'tags']})).toEqual([
			'| Name  | Use | Accelerator Count Per Instance | EBS Optimized | ARN                                                          | Tags             |',
			'| –     | 0%  | 8                              | no            | arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-2 | {}               |',
			'| train | 75% | 8                              | no            | arn:aws:ec2:us-east-1:123456789012:capacity-reservation/cr-1 | {"Name":"train"} |',
		]);
	});

	test('--sort orders rows, and groups by their sums', () => {
		const small = reservation({id: 'cr-4', instanceType: 'a1.large', totalInstanceCount: 2, availableInstanceCount: 2});
		const rows = snapshotOf([train, spare, small, pilot]);
		expect(tableOf(rows, {isWide: true, sort: sortBy('id'), columns: ['id']})).toEqual(
			['Reservation ID', 'cr-1', 'cr-2', 'cr-3', 'cr-4'].map((text) => `| ${text.padEnd(14)} |`),
		);
		const types = (options: Partial<ReportOptions>) => tableOf(rows, options).map((line) => line.split(' ')[1]);
		expect(types({sort: sortBy('total')})).toEqual(['Instance', 'p5.48xlarge', 'm7i.large', 'a1.large']);
		expect(types({sort: {key: 'total', descending: false}})).toEqual(['Instance', 'a1.large', 'm7i.large', 'p5.48xlarge']);
		expect(types({sort: {key: 'free', descending: false}})).toEqual(['Instance', 'a1.large', 'p5.48xlarge', 'm7i.large']);
		expect(types({sort: sortBy('free')})).toEqual(['Instance', 'p5.48xlarge', 'a1.large', 'm7i.large']);
		expect(types({sort: sortBy('type')})).toEqual(['Instance', 'a1.large', 'm7i.large', 'p5.48xlarge']);
	});
});

describe('the summary', () => {
	test('counts only live capacity, floors percentages, and says what is left out', () => {
		const rows = [
			reservation({id: 'cr-1', totalInstanceCount: 2000, availableInstanceCount: 1999}),
			reservation({id: 'cr-2', totalInstanceCount: null, availableInstanceCount: 5}),
			reservation({id: 'cr-3', state: 'scheduled', totalInstanceCount: 8}),
			reservation({id: 'cr-4', state: 'hibernating', totalInstanceCount: 1, accelerator: null}),
			reservation({id: 'cr-5', state: 'expired'}),
		];
		expect(headOf(snapshotOf(rows))).toEqual([
			'Total Reservations: 4',
			'Instance Types: 1 (p5.48xlarge)',
			'Total Capacity: 2000 instances, without 1 reservation of unknown use',
			'Available: 1999 instances (99.9% free)',
			'Accelerators: 16000 (16000 H100), 15992 free, unknown for 1 reservation',
			'Not Active: 2 with 9 instances (1 scheduled, 1 hibernating)',
			'Hidden: 1 ended (--all shows it)',
		]);
	});

	test('accelerators are counted where instances are, and not as 0 where nothing of them is known', () => {
		const silent = reservation({id: 'cr-2', availableInstanceCount: null});
		const odd = reservation({id: 'cr-3', accelerator: {name: null, countPerInstance: null, memoryMib: null}});
		const line = (...rows: readonly Reservation[]) => headOf(snapshotOf(rows)).find((text) => text.startsWith('Accelerators'));
		expect(line(reservation(), silent, odd)).toBe('Accelerators: 32 (32 H100), 8 free, unknown for 2 reservations');
		expect(line(odd)).toBe('Accelerators: unknown for 1 reservation');
	});

	test('where no size is known it says so, and never 0', () => {
		const silent = {availableInstanceCount: null, totalInstanceCount: null};
		expect(headOf(snapshotOf([reservation(silent), reservation({id: 'cr-2', state: 'delayed', ...silent})]))).toEqual([
			'Total Reservations: 2',
			'Instance Types: 1 (p5.48xlarge)',
			'Total Capacity: unknown',
			'Available: unknown',
			'Accelerators: unknown for 1 reservation',
			'Not Active: 1 of unknown size (1 delayed)',
		]);
		const blocks = [
			block({id: 'cr-1', ...silent}),
			block({id: 'cr-2', state: 'scheduled'}),
			block({id: 'cr-3', state: 'scheduled', ...silent}),
		];
		const head = headOf(snapshotOf(blocks), {kinds: ['block']});
		expect(head).toContain('Live: 1 of unknown size');
		expect(head).toContain('Coming: 2 with 16 instances, 1 block of unknown size');
	});

	test('a block whose end is before its start has no length, and is said to be so', () => {
		const crossed = block({id: 'cr-2', startDate: new Date('2026-12-24T11:30:00Z')});
		const head = (...rows: readonly Reservation[]) => headOf(snapshotOf(rows), {kinds: ['block']})[2];
		expect(head(block(), crossed)).toBe('Duration Range: 168 hours (7 days), 1 block ends before it starts');
		expect(head(crossed, {...crossed, id: 'cr-3', key: 'us-east-1/cr-3'})).toBe('Duration Range: –, 2 blocks end before they start');
		const columns = ['start', 'end', 'length'] as const;
		expect(tableOf(snapshotOf([crossed]), {kinds: ['block'], columns})[1]).toBe(
			'| 2026-12-24 11:30Z | 2026-11-26 11:30Z | ends before it starts |',
		);
	});

	test('names the filters as they are typed, and what they hide', () => {
		const query = {
			...emptyQuery,
			gpuOnly: true,
			availableOnly: true,
			activeOnly: true,
			minCapacity: 1,
			instanceTypes: ['p5*', 'g6.xlarge'],
		};
		const rows = [reservation(), reservation({id: 'cr-2', availableInstanceCount: 0}), reservation({id: 'cr-3', state: 'expired'})];
		expect(headOf(snapshotOf(rows, {asked: ['us-east-1']}), {query}).slice(-2)).toEqual([
			'Filters: --instance-types p5*,g6.xlarge --gpu-only --available-only --active-only --min-capacity 1 --regions us-east-1',
			'Hidden: 2 by filters',
		]);
		expect(headOf(snapshotOf([reservation()]), {query: {...emptyQuery, gpuOnly: true}}).slice(-2)).toEqual([
			'Filters: --gpu-only',
			'Hidden: 0 by filters',
		]);
	});

	test('says n of m regions when one failed, and why', () => {
		const failed = [failedRegion('me-south-1'), failedRegion('ap-east-1', 'not_enabled'), failedRegion('us-west-2', 'throttled')];
		expect(headOf(snapshotOf([reservation()], {failed}))).toContain('Regions: 1 of 3 read (me-south-1 denied, us-west-2 throttled)');
	});

	test('a region that is not enabled counts when it was asked for by name', () => {
		const snapshot = snapshotOf([reservation()], {failed: [failedRegion('ap-east-1', 'not_enabled')], asked: ['us-east-1', 'ap-east-1']});
		expect(headOf(snapshot)).toContain('Regions: 1 of 2 read (ap-east-1 not enabled)');
	});

	test('names a few of many types and regions', () => {
		const rows = Array.from({length: 9}, (_, index) => reservation({id: `cr-${index}`, instanceType: `p${index}.large`}));
		const failed = Array.from({length: 8}, (_, index) => failedRegion(`eu-west-${index + 1}`));
		const head = headOf(snapshotOf(rows, {failed}));
		expect(head).toContain('Instance Types: 9 (p0.large, p1.large, p2.large, p3.large, p4.large, p5.large and 3 others)');
		expect(head.at(-1)).toMatch(/^Regions: 1 of 9 read \(eu-west-1 denied, .*, eu-west-6 denied and 2 others\)$/);
	});

	test('of blocks counts what is live, coming and neither, and an UltraServer block once', () => {
		const rows = [
			block({id: 'cr-1', capacityBlockId: 'cb-1', availableInstanceCount: 2}),
			block({id: 'cr-2', capacityBlockId: 'cb-1', endDate: {kind: 'limited', at: new Date('2026-11-23T10:47:00Z')}}),
			block({id: 'cr-3', capacityBlockId: 'cb-3', state: 'payment-failed', startDate: null, endDate: {kind: 'unknown'}}),
			block({id: 'cr-4', capacityBlockId: 'cb-4', state: 'scheduled', totalInstanceCount: 0}),
		];
		expect(headOf(snapshotOf(rows), {kinds: ['block']})).toEqual([
			'Total Blocks: 3 in 4 reservations',
			'Instance Types: 1 (p5.48xlarge)',
			'Duration Range: 95h17m-168h',
			'Live: 2 with 32 instances, 2 instances not filled',
			'Coming: 1 of unknown size',
			'Not Usable: 1 payment-failed',
			'Accelerators: 256 (256 H100), unknown for 1 reservation',
			'Next: p5.48xlarge x16 in us-east-1a drains in 17m',
		]);
	});
});

describe('the closing lines of ODCRs', () => {
	test('idle capacity is billed to whoever owns it or was made to pay', () => {
		const rows = [
			reservation({id: 'cr-1', availableInstanceCount: 1}),
			reservation({id: 'cr-2', ownerId: '210987654321', availableInstanceCount: 2}),
			reservation({id: 'cr-3', ownerId: '210987654321', unusedReservationBillingOwnerId: '123456789012', availableInstanceCount: 3}),
		];
		expect(closingOf(snapshotOf(rows)).slice(0, 2)).toEqual([
			'Billing: 4 idle instances are billed to this account at the On-Demand rate, like running ones.',
			'Shared: 2 idle instances are billed to other accounts.',
		]);
		expect(closingOf(snapshotOf(rows, {accountId: null}))[0]).toBe(
			'Billing: 6 idle instances are billed at the On-Demand rate, but the id of this account is not known, nor whether it pays for them: no cost is counted.',
		);
	});

	test('nothing idle, nothing about billing; some ends, some not known, some interruptible; what is over does not count', () => {
		const full = {availableInstanceCount: 0};
		const rows = [
			reservation({...full, id: 'cr-1', endDate: {kind: 'limited', at: new Date('2026-12-19T23:59:00Z')}}),
			reservation({...full, id: 'cr-2', endDate: {kind: 'limited', at: new Date('2026-12-01T00:00:00Z')}}),
			reservation({...full, id: 'cr-3', endDate: {kind: 'unknown'}}),
			reservation({...full, id: 'cr-4', interruptible: true}),
			reservation({
				...full,
				id: 'cr-5',
				state: 'cancelled',
				interruptible: true,
				endDate: {kind: 'limited', at: new Date('2026-12-02T00:00:00Z')},
			}),
			reservation({...full, id: 'cr-6', state: 'unsupported', endDate: {kind: 'unknown'}}),
		];
		expect(closingOf(snapshotOf(rows))).toEqual([
			'End Dates: 2 of 4, the next on 2026-12-01 UTC; 1 lasts until cancelled; 1 not known.',
			'Interruptible: the owner can take back the capacity of 1 reservation at any time.',
		]);
	});
});

describe('nothing to list', () => {
	test('says none only when every region has answered', () => {
		expect(linesOf(snapshotOf([], {failed: [emptyRegion('eu-west-1'), emptyRegion('us-east-1')]}), {kinds: ['odcr', 'block']})).toEqual([
			'No capacity reservations (ODCRs) in 2 regions of 123456789012.',
			'',
			'No Capacity Blocks in 2 regions of 123456789012.',
			'',
		]);
		expect(linesOf(snapshotOf([], {failed: [emptyRegion('eu-west-1'), failedRegion('us-east-1')]}))).toEqual([
			'1 of 2 regions of 123456789012 could be read; it has no capacity reservations (ODCRs).',
			'',
		]);
		expect(linesOf(snapshotOf([], {failed: [emptyRegion('eu-west-1'), emptyRegion('eu-west-2'), failedRegion('us-east-1')]}))[0]).toBe(
			'2 of 3 regions of 123456789012 could be read; none of them has capacity reservations (ODCRs).',
		);
	});

	test('tells hidden from absent', () => {
		const rows = snapshotOf([reservation(), reservation({id: 'cr-2', state: 'expired'})]);
		expect(linesOf(rows, {query: {...emptyQuery, minCapacity: 3}})).toEqual([
			'No matching capacity reservations (ODCRs) in 1 region of 123456789012.',
			'   Filters: --min-capacity 3',
			'   Hidden: 2 by filters',
			'',
		]);
		expect(linesOf(snapshotOf([reservation({state: 'expired'})], {accountId: null}))).toEqual([
			'No capacity reservations (ODCRs) in 1 region, but ended ones.',
			'   Hidden: 1 ended (--all shows it)',
			'',
		]);
	});

	test('does not say anything about capacity when no region could be read', () => {
		const failed = [failedRegion('eu-west-1'), failedRegion('us-east-1', 'timeout')];
		expect(renderReport(snapshotOf([], {failed}), {...tableOptions, kinds: ['odcr', 'block']})).toBe('None of 2 regions could be read.\n');
		expect(renderReport(snapshotOf([], {failed: [failedRegion('eu-west-1')]}), tableOptions)).toBe('eu-west-1 could not be read.\n');
		expect(renderReport(snapshotOf([], {failed: []}), tableOptions)).toBe('No region was asked: none is enabled.\n');
	});
});

describe('hostile and wide text', () => {
	const rows = [
		reservation({id: 'cr-1', tags: {Name: 'モデル訓練'}}),
		reservation({id: 'cr-2', tags: {Name: '😀 emoji 👩‍👩‍👧'}}),
		reservation({id: 'cr-3', tags: {Name: 'e\u0301te\u0301'}, instanceType: '新.large'}),
		reservation({id: 'cr-4', tags: {Name: 'x'.repeat(1024)}, instanceType: null, availabilityZone: null, state: null}),
	];

	test.each([false, true])('stays aligned (ascii: %s)', (isAscii) => {
		for (const isWide of [false, true]) {
			const table = linesOf(snapshotOf(rows), {isWide, isAscii}).filter((line) => /^[|+]/.test(line));
			expect(new Set(table.map(displayWidth)).size).toBe(1);
		}
	});

	test('a wide name makes its column as wide as it is shown', () => {
		expect(tableOf(snapshotOf([reservation({tags: {Name: 'モデル訓練'}}), reservation({id: 'cr-2'})]), {columns: ['name', 'az']})).toEqual([
			'| Name       | AZ         |',
			'| モデル訓練 | us-east-1a |',
			'| –          | us-east-1a |',
		]);
	});

	test('--ascii has no character beyond ASCII', () => {
		const text = renderReport(snapshotOf(rows), {...tableOptions, now, isWide: true, isAscii: true, kinds: ['odcr', 'block']});
		expect(text).toMatch(/^[\n -~]+$/);
		expect(text).toContain('Capacity Reservation Summary (ODCRs):\n');
		expect(text).toContain('| ?????');
	});

	test('cuts long names but never an id', () => {
		const [, row] = tableOf(snapshotOf([reservation({id: `cr-${'a'.repeat(60)}`, tags: {Name: 'n'.repeat(60)}})]), {
			columns: ['id', 'name'],
		});
		expect(row).toBe(`| cr-${'a'.repeat(60)} | ${'n'.repeat(47)}… |`);
	});
});

function linesOf(snapshot: CapacitySnapshot, options: Partial<ReportOptions> = {}): readonly string[] {
	return renderReport(snapshot, {...tableOptions, now: snapshot.generatedAt, ...options}).split('\n');
}

/** The indented lines. */
function headOf(snapshot: CapacitySnapshot, options: Partial<ReportOptions> = {}): readonly string[] {
	return linesOf(snapshot, options)
		.filter((line) => line.startsWith('   '))
		.map((line) => line.slice(3));
}

/** Header and rows. */
function tableOf(snapshot: CapacitySnapshot, options: Partial<ReportOptions>): readonly string[] {
	return linesOf(snapshot, options).filter((line) => line.startsWith('|'));
}

function closingOf(snapshot: CapacitySnapshot): readonly string[] {
	const lines = linesOf(snapshot);
	return lines.slice(lines.findLastIndex((line) => line.startsWith('+')) + 2, -1);
}

test('what AWS’s counts have wrong among themselves is named, and in no sum', () => {
	const crossed = ['cr-1', 'cr-2', 'cr-3'].map((id) => reservation({id, totalInstanceCount: 7, availableInstanceCount: 20}));
	const lines = linesOf(snapshotOf([reservation({id: 'cr-0'}), ...crossed]), {isWide: true, columns: ['id', 'total', 'free', 'use']});
	expect(lines.slice(1, 7)).toEqual([
		'   Total Reservations: 4',
		'   Instance Types: 1 (p5.48xlarge)',
		'   Total Capacity: 4 instances, without 3 reservations of unknown use',
		'   Available: 1 instances (25.0% free)',
		'   Accelerators: 32 (32 H100), 8 free, unknown for 3 reservations',
		'   Contradictions: cr-1: AWS says that 20 of 7 instances are free; how many really are is unknown. Likewise cr-2, cr-3.',
	]);
	expect(lines.filter((line) => line.includes('| cr-1'))).toEqual([expect.stringMatching(/\| cr-1 +\| 7 +\| – +\| – +\|/)]);
});
