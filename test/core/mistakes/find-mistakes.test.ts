import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Histories, recordSample} from '../../../source/core/events/history.js';
import {findMistakes, hintsByKey} from '../../../source/core/mistakes/find-mistakes.js';
import {type AskedFlags, flagMistakes} from '../../../source/core/mistakes/flag-mistakes.js';
import {hintIds, silenceTag} from '../../../source/core/mistakes/hint.js';
import {hintJson} from '../../../source/core/mistakes/hint-json.js';
import type {MistakeInput} from '../../../source/core/mistakes/mistake-input.js';
import {isBlockTypeBuiltin} from '../../../source/core/offerings/block-types.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const now = new Date('2026-11-23T10:00:00Z');
const account = '123456789012';

function find(rows: readonly Reservation[], parts: Partial<MistakeInput> = {}) {
	return findMistakes({rows, accountId: account, histories: new Map(), watchedSince: () => null, now, ...parts});
}

function told(rows: readonly Reservation[], parts: Partial<MistakeInput> = {}): readonly string[] {
	return find(rows, parts).map(({id, severity, ids, text}) => `${severity} ${id} ${ids.join(' ')}: ${text}`);
}

function hoursAgo(hours: number): Date {
	return new Date(now.getTime() - hours * 3_600_000);
}

/** What was seen of the reservation's use, hours ago. */
function seen(row: Reservation, ...samples: readonly (readonly [hours: number, used: number | null])[]): Histories {
	let history = null;
	for (const [hours, used] of samples) {
		history = recordSample(history, {at: hoursAgo(hours), used, total: 4});
	}

	return history === null ? new Map() : new Map([[row.key, history]]);
}

/** Nothing used of 4, for 22 days as far as its age tells; nothing but its idleness is to be said of it. */
const idle = reservation({id: 'cr-idle', availableInstanceCount: 4, instanceMatchCriteria: 'open', accelerator: null});

describe('an idle ODCR', () => {
	test('that has been there for two days is noticed, without a claim on the time between', () => {
		expect(told([idle])).toEqual(['notice idle-odcr cr-idle: None of 4 instances used now, 22 d after the start']);
		expect(told([{...idle, startDate: hoursAgo(47)}])).toEqual([]);
		expect(told([{...idle, startDate: hoursAgo(48)}])).toHaveLength(1);
		expect(told([{...idle, startDate: null, createDate: null}])).toEqual([]);
	});

	test('that was watched for two days is a warning', () => {
		expect(told([idle], {watchedSince: () => hoursAgo(49)})).toEqual([
			'warning idle-odcr cr-idle: None of 4 instances used for 2 d at least',
		]);
		const parts = {watchedSince: () => hoursAgo(90), histories: seen(idle, [90, 3], [50, 0])};
		expect(told([idle], parts)).toEqual(['warning idle-odcr cr-idle: None of 4 instances used for 2 d at least']);
	});

	test('that was watched for less is noticed for its age, unless it was used meanwhile', () => {
		expect(told([idle], {watchedSince: () => hoursAgo(1)})).toEqual([
			'notice idle-odcr cr-idle: None of 4 instances used now, 22 d after the start',
		]);
		expect(told([idle], {watchedSince: () => hoursAgo(90), histories: seen(idle, [90, 3], [47, 0])})).toEqual([]);
	});

	test('counts unknown use as use, not as none', () => {
		expect(told([idle], {watchedSince: () => hoursAgo(90), histories: seen(idle, [90, 0], [50, null], [47, 0])})).toEqual([
			'notice idle-odcr cr-idle: None of 4 instances used now, 22 d after the start',
		]);
	});

	test.each([
		{availableInstanceCount: 3},
		{availableInstanceCount: null},
		{totalInstanceCount: 0, availableInstanceCount: 0},
		{state: 'scheduled'},
		{ownerId: '210987654321'},
		{interruptible: true},
		{interruption: {sourceCapacityReservationId: 'cr-1', interruptionType: 'adhoc'}},
	])('is none with %o', (parts) => {
		expect(told([{...idle, ...parts}])).toEqual([]);
	});

	test('with a commitment is not to be cancelled lightly', () => {
		const commitment = {committedInstanceCount: 4, commitmentEndDate: null, commitmentDurationSeconds: null};
		expect(find([{...idle, commitment}])[0]?.reason).toContain('ending it early is charged');
	});
});

describe('a targeted ODCR that nothing targets', () => {
	const targeted = {...idle, id: 'cr-target', instanceMatchCriteria: 'targeted', startDate: hoursAgo(2)};

	test('is noticed an hour after its start', () => {
		expect(told([targeted])).toEqual(['notice untargeted-odcr cr-target: Targeted, but nothing uses any of its 4 instances']);
		expect(told([{...targeted, startDate: hoursAgo(0.9)}])).toEqual([]);
	});

	test('is not when something used it while it was watched', () => {
		expect(told([targeted], {watchedSince: () => hoursAgo(2), histories: seen(targeted, [2, 1], [1, 0])})).toEqual([]);
	});
});

describe('an open ODCR', () => {
	const open = reservation({id: 'cr-open', instanceMatchCriteria: 'open'});

	test('with free accelerators is noticed', () => {
		expect(told([open])).toEqual(['notice open-odcr cr-open: Open: any matching launch takes its 1 free instance']);
	});

	test.each([
		{instanceMatchCriteria: 'targeted'},
		{availableInstanceCount: 0},
		{availableInstanceCount: null},
		{accelerator: null},
		{capacityReservationFleetId: 'crf-1'},
		{ownerId: '210987654321'},
		{state: 'pending'},
	])('is not with %o', (parts) => {
		expect(told([{...open, ...parts}])).toEqual([]);
	});
});

describe('a block that is not full', () => {
	const part = block({id: 'cr-part', availableInstanceCount: 2, startDate: hoursAgo(3)});

	test('an hour after its start is a warning', () => {
		expect(told([part])).toEqual(['warning unfilled-block cr-part: 2 of 16 instances not used 3 h after the start']);
		expect(told([{...part, startDate: hoursAgo(0.99)}])).toEqual([]);
		expect(told([{...part, startDate: null}])).toEqual([]);
	});

	test.each([
		{availableInstanceCount: 0},
		{availableInstanceCount: null},
		{state: 'scheduled'},
		{endDate: {kind: 'limited', at: new Date('2026-11-23T10:30:00Z')}},
	] as const)('is none with %o', (parts) => {
		expect(told([{...part, ...parts}])).toEqual([]);
	});
});

describe('blocks of one type at the same time', () => {
	const full = (id: string) => block({id, key: id, capacityBlockId: id.replace('cr', 'cb'), availableInstanceCount: 0});
	const empty = (id: string) => ({...full(id), availableInstanceCount: 16});
	const overlaps = (rows: readonly Reservation[]) => told(rows).filter((line) => line.includes('overlapping'));

	test('of which one is used are a warning on the others', () => {
		expect(overlaps([full('cr-1'), empty('cr-2'), empty('cr-3')])).toEqual([
			'warning overlapping-blocks cr-2 cr-3: 3 blocks of p5.48xlarge run at the same time, one of them used; idle: cb-2 and cb-3',
		]);
		expect(overlaps([empty('cr-1'), empty('cr-2'), empty('cr-3')])).toEqual([
			'warning overlapping-blocks cr-1 cr-2 cr-3: 3 blocks of p5.48xlarge run at the same time, none of them used; idle: cb-1, cb-2 and cb-3',
		]);
	});

	test('are none when there are two, two are used, one is of another type, not live, unknown, or just started', () => {
		expect(overlaps([full('cr-1'), empty('cr-2')])).toEqual([]);
		expect(overlaps([full('cr-1'), full('cr-2'), empty('cr-3')])).toEqual([]);
		for (const parts of [
			{instanceType: 'p4d.24xlarge'},
			{state: 'scheduled'},
			{availableInstanceCount: null},
			{startDate: hoursAgo(0.5)},
		]) {
			expect(overlaps([full('cr-1'), empty('cr-2'), {...empty('cr-3'), ...parts}])).toEqual([]);
		}
	});

	test('count an UltraServer block with several reservations once', () => {
		const parts = ['cr-1', 'cr-2', 'cr-3'].map((id) => ({...empty(id), capacityBlockId: 'cb-u'}));
		expect(overlaps(parts)).toEqual([]);
	});
});

describe('a hint', () => {
	const empty = (id: string) => block({id, key: id, capacityBlockId: id, availableInstanceCount: 16});
	const all = [idle, reservation({id: 'cr-open', instanceMatchCriteria: 'open'}), empty('cr-1'), empty('cr-2'), empty('cr-3')];
	const ids = (rows: readonly Reservation[], parts: Partial<MistakeInput> = {}) => new Set(find(rows, parts).map(({id}) => id));

	test('is about what is known to be of this account only', () => {
		expect(ids(all)).toEqual(new Set(['idle-odcr', 'open-odcr', 'unfilled-block', 'overlapping-blocks']));
		expect(find(all, {accountId: null})).toEqual([]);
		for (const ownerId of ['210987654321', null]) {
			expect(find(all.map((row) => ({...row, ownerId})))).toEqual([]);
		}
	});

	test('is about what another account owns, when this one pays for what is idle of it', () => {
		const lent = {...idle, ownerId: '210987654321', unusedReservationBillingOwnerId: account};
		expect(ids([lent])).toEqual(new Set(['idle-odcr']));
		expect(find([{...idle, unusedReservationBillingOwnerId: '210987654321'}])).toEqual([]);
	});

	test('at blocks that overlap does not count those that are shared with this account', () => {
		const shared = {...empty('cr-3'), ownerId: '210987654321'};
		expect(ids([empty('cr-1'), empty('cr-2'), shared])).toEqual(new Set(['unfilled-block']));
	});

	test('is silenced by a tag on the reservation, by its word or all', () => {
		const tagged = (value: string) => told([{...idle, tags: {[silenceTag]: value}}]).length;
		expect(['idle-odcr', 'open-odcr, idle-odcr', 'all', 'open-odcr', ''].map(tagged)).toEqual([0, 0, 0, 1, 1]);
		expect(find([idle])[0]?.silence).toBe('--no-hints, or the tag truffle:no-hints=idle-odcr on the reservation');
	});

	test('about several is silenced when all of them say so', () => {
		const empties = ['cr-1', 'cr-2', 'cr-3'].map((id) =>
			block({id, key: id, capacityBlockId: id, availableInstanceCount: 16, tags: {[silenceTag]: 'all'}}),
		);
		expect(find(empties)).toEqual([]);
		expect(find(empties.map((row, place) => (place === 0 ? {...row, tags: {}} : row))).map(({id}) => id)).toEqual([
			'unfilled-block',
			'overlapping-blocks',
		]);
	});

	test('comes with its reason, and in JSON under the names of the contract', () => {
		const [hint] = find([idle]);
		expect(hint === undefined ? null : hintJson(hint)).toEqual({
			id: 'idle-odcr',
			severity: 'notice',
			reservation_ids: ['cr-idle'],
			text: 'None of 4 instances used now, 22 d after the start',
			reason:
				'An ODCR is billed at the On-Demand rate, used or not, until it is cancelled. It can be made smaller, cancelled, shared, or lent as an interruptible one.',
			silence: '--no-hints, or the tag truffle:no-hints=idle-odcr on the reservation',
		});
	});

	test('is found by the key of its rows', () => {
		const hints = find([idle, reservation({id: 'cr-open', instanceMatchCriteria: 'open'})]);
		expect([...hintsByKey(hints)].map(([key, own]) => `${key}: ${own.map(({id}) => id).join()}`)).toEqual([
			'us-east-1/cr-idle: idle-odcr',
			'us-east-1/cr-open: open-odcr',
		]);
	});

	test('is about rows that are there, warnings first, whatever an account holds', () => {
		fc.assert(
			fc.property(reservations, (rows) => {
				const hints = find(rows);
				const keys = new Set(rows.map(({key}) => key));
				expect(hints.every((hint) => hint.keys.length > 0 && hint.keys.every((key) => keys.has(key)) && hintIds.includes(hint.id))).toBe(
					true,
				);
				const warnings = hints.filter(({severity}) => severity === 'warning').length;
				expect(hints.slice(0, warnings).every(({severity}) => severity === 'warning')).toBe(true);
			}),
		);
	});
});

describe('flags', () => {
	const asked: AskedFlags = {kinds: 'odcr', instanceTypes: ['p5.48xlarge'], hasFixedRun: true, isBlockType: isBlockTypeBuiltin};
	const ids = (parts: Partial<AskedFlags>) => flagMistakes({...asked, ...parts}).map(({id, text}) => `${id}: ${text}`);

	test('that want ODCRs of a training type for a fixed run are noticed', () => {
		expect(ids({})).toEqual(['odcr-for-run: p5.48xlarge for a run with a fixed schedule: a Capacity Block may serve better than ODCRs']);
		expect(ids({hasFixedRun: false})).toEqual([]);
		expect(ids({kinds: 'any'})).toEqual([]);
		expect(ids({instanceTypes: ['g6.xlarge', 'p5.4xlarge', 'p9.48xlarge', 'p5*']})).toEqual([]);
	});

	test('that want blocks of a type that has none are a warning, with the line that shows what there is', () => {
		const blocks = {kinds: 'block', instanceTypes: ['inf2.xlarge', 'p5.48xlarge', 'g6.xlarge', 'p9.48xlarge', 'g*']} as const;
		expect(ids(blocks)).toEqual(['no-block-type: inf2.xlarge and g6.xlarge are not sold as Capacity Blocks']);
		expect(flagMistakes({...asked, ...blocks})[0]).toMatchObject({
			severity: 'warning',
			keys: [],
			reason: expect.stringContaining('truffle capacity --odcr --instance-types inf2.xlarge,g6.xlarge'),
			silence: '--no-hints',
		});
		expect(ids({...blocks, isBlockType: () => null})).toEqual([]);
	});
});
