import {describe, expect, test} from 'vitest';
import {hasAnswered, isComplete, type RegionResult} from '../../source/core/regions/region-result.js';
import {drainMinutes, nextMoment, usableUntil} from '../../source/core/reservations/expiry.js';
import {type Lifecycle, lifecycleOf, reservationStates} from '../../source/core/reservations/lifecycle.js';
import {splitByKind} from '../../source/core/reservations/split-by-kind.js';
import {percentOf, requestedQuantityTag, sizeOf, usageOf} from '../../source/core/reservations/usage.js';
import {groupOdcrs} from '../../source/core/rows/group-odcrs.js';
import {activeParts, emptyQuery, type Query, splitByQuery} from '../../source/core/rows/query.js';
import {summariseBlocks, summariseOdcrs} from '../../source/core/rows/summary.js';
import {layoutTimeline} from '../../source/core/timeline/timeline.js';
import {block, reservation} from '../helpers/reservation.js';

const now = new Date('2026-11-23T10:13:00Z');
const me = '123456789012';

test('rule 1: one list of reservations feeds both panes, split on the kind', () => {
	const rows = [reservation({id: 'cr-0a'}), block({id: 'cr-0b'})];
	const {odcrs, blocks} = splitByKind(rows);
	expect([...odcrs, ...blocks]).toEqual(rows);
	// The sums of a pane are of its own kind, whatever list they are given.
	expect(summariseOdcrs(rows, me)).toEqual(summariseOdcrs(odcrs, me));
	expect(summariseBlocks(rows, now)).toEqual(summariseBlocks(blocks, now));
	expect(groupOdcrs(rows)).toEqual(groupOdcrs(odcrs));
});

test("rule 2: a block's size is its total, or while that is 0 or absent AWS's tag", () => {
	const tags = {[requestedQuantityTag]: '16'};
	expect(sizeOf(block({state: 'scheduled', totalInstanceCount: 0, availableInstanceCount: 0, tags}))).toBe(16);
	expect(sizeOf(block({state: 'payment-pending', totalInstanceCount: null, tags}))).toBe(16);
	expect(sizeOf(block({totalInstanceCount: 8, tags}))).toBe(8);
	expect(sizeOf(reservation({totalInstanceCount: 0, tags}))).toBe(0);
});

describe('rule 3: used exists only for a live reservation', () => {
	test('the used allocations if AWS lists them, else total less available, and unknown where these contradict each other', () => {
		const capacityAllocations = [{allocationType: 'used', count: 30, metadata: {}}];
		expect(usageOf(block({totalInstanceCount: 32, availableInstanceCount: 1, capacityAllocations}))?.used).toBe(30);
		expect(usageOf(block({totalInstanceCount: 32, availableInstanceCount: 2}))?.used).toBe(30);
		expect(usageOf(block({totalInstanceCount: 32, availableInstanceCount: 40}))).toEqual({total: 32, available: null, used: null});
	});

	test.each(reservationStates.filter((state) => state !== 'active'))('unknown while %s', (state) => {
		expect(usageOf(reservation({state, totalInstanceCount: 16, availableInstanceCount: 0}))).toBe(null);
	});

	test('percentages are of live capacity, and floored: 100 % means full', () => {
		const {freePercent} = summariseOdcrs(
			[reservation({totalInstanceCount: 3, availableInstanceCount: 2}), reservation({state: 'scheduled', totalInstanceCount: 97})],
			me,
		);
		expect(freePercent).toBe(66);
		expect(percentOf(999, 1000)).toBe(99);
	});
});

test('rule 4: a block is usable until 30 minutes before its end, 60 for P6e-GB200, and that is what countdowns use', () => {
	const end = {kind: 'limited', at: new Date('2026-11-26T11:30:00Z')} as const;
	expect(usableUntil(block({endDate: end}))).toEqual(new Date('2026-11-26T11:00:00Z'));
	expect(usableUntil(block({endDate: end, instanceType: 'p6e-gb200.36xlarge'}))).toEqual(new Date('2026-11-26T10:30:00Z'));
	expect(drainMinutes('p5.48xlarge')).toBe(30);
	expect(nextMoment(block({endDate: end}), now)).toMatchObject({kind: 'drains', at: new Date('2026-11-26T11:00:00Z')});
});

describe('rule 5: all 13 states are shown, unknown ones verbatim', () => {
	test('each state has one class', () => {
		const lifecycles: readonly Lifecycle[] = ['live', 'upcoming', 'troubled', 'ended'];
		const classes = lifecycles.map((lifecycle) => [lifecycle, reservationStates.filter((state) => lifecycleOf(state) === lifecycle)]);
		expect(Object.fromEntries(classes)).toEqual({
			live: ['active'],
			upcoming: ['pending', 'scheduled', 'assessing', 'payment-pending'],
			troubled: ['delayed', 'cancelling', 'unavailable', 'failed', 'payment-failed'],
			ended: ['expired', 'cancelled', 'unsupported'],
		});
	});

	test('ended ones are hidden unless asked for, all others are shown', () => {
		const rows = [...reservationStates, 'hibernating', null].map((state) => reservation({id: state, state}));
		const {shown, hidden, endedHidden} = splitByQuery(rows, emptyQuery);
		expect(shown.map(({state}) => state)).toEqual(rows.map(({state}) => state).filter((state) => lifecycleOf(state) !== 'ended'));
		expect({hidden, endedHidden}).toEqual({hidden: 3, endedHidden: 3});
		expect(splitByQuery(rows, {...emptyQuery, includeEnded: true}).shown).toEqual(rows);
	});

	test('an unknown state and an unknown type are kept as they are, and are troubled', () => {
		const odd = block({state: 'hibernating', instanceType: 'p9.metal-96xl'});
		expect(lifecycleOf(odd.state)).toBe('troubled');
		expect(splitByQuery([odd], {...emptyQuery, troubledOnly: true, instanceTypes: ['p9.metal-96xl']}).shown).toEqual([odd]);
		const window = {start: new Date('2026-11-16T00:00:00Z'), hoursPerColumn: 9};
		expect(layoutTimeline({reservations: [odd], window, width: 82, now}).rows[0]?.segments.map(({kind}) => kind)).toEqual(['troubled']);
	});
});

describe('rule 7: every region has a status of its own', () => {
	const failure = {code: 'X', message: 'x', requestId: null};
	const answered: RegionResult = {region: 'us-east-1', status: 'ok', reservations: [reservation()], fetchedAt: now};
	const empty: RegionResult = {region: 'us-east-2', status: 'empty', reservations: [], fetchedAt: now};

	test.each(['denied', 'throttled', 'expired_credentials', 'timeout', 'failed'] as const)(
		'a region that is %s has not answered',
		(status) => {
			const failed: RegionResult = {region: 'us-west-2', status, failure: {...failure, status}};
			expect([answered, empty, failed].filter(hasAnswered)).toEqual([answered, empty]);
			expect(isComplete([answered, empty, failed], null)).toBe(false);
		},
	);

	test('a region that is not enabled is missing only when it was asked for by name', () => {
		const disabled: RegionResult = {region: 'ap-east-1', status: 'not_enabled', failure: {...failure, status: 'not_enabled'}};
		expect(isComplete([answered, disabled], null)).toBe(true);
		expect(isComplete([answered, disabled], ['us-east-1'])).toBe(true);
		expect(isComplete([answered, disabled], ['us-east-1', 'ap-east-1'])).toBe(false);
	});
});

test('rule 8: free ODCR capacity is idle and billed where this account owns it or pays for it', () => {
	const other = '222222222222';
	const rows = [
		reservation({availableInstanceCount: 1}),
		reservation({availableInstanceCount: 2, ownerId: other}),
		reservation({availableInstanceCount: 3, ownerId: other, unusedReservationBillingOwnerId: me}),
		reservation({availableInstanceCount: 4, unusedReservationBillingOwnerId: other}),
		reservation({availableInstanceCount: 4, state: 'scheduled'}),
		block({availableInstanceCount: 4}),
	];
	expect(summariseOdcrs(rows, me).idle).toEqual({instances: 1 + 3, accelerators: 8 * (1 + 3)});
	expect(summariseOdcrs(rows, null).idle?.instances).toBe(1 + 2 + 3 + 4);
});

test('rule 9: accelerators are counted beside instances', () => {
	const trainium = {name: 'Trn1', countPerInstance: 16, memoryMib: null};
	const blocks = [
		block({totalInstanceCount: 32, availableInstanceCount: 2}),
		block({state: 'scheduled', totalInstanceCount: 64, accelerator: trainium}),
	];
	const {live, coming} = summariseBlocks(blocks, now);
	expect(live.total).toEqual({instances: 32, accelerators: 256});
	expect(live.available).toEqual({instances: 2, accelerators: 16});
	expect(coming).toMatchObject({instances: 64, accelerators: 1024});
	expect(groupOdcrs([reservation({accelerator: null})])[0]).toMatchObject({total: 4, accelerators: 0});
});

describe('rule 11: filters never hide silently', () => {
	const rows = [reservation(), reservation({accelerator: null}), reservation({state: 'expired'}), block({availableInstanceCount: 3})];
	const filters: readonly Partial<Query>[] = [
		{},
		{instanceTypes: ['g6*']},
		{gpuOnly: true},
		{availableOnly: true},
		{activeOnly: true},
		{troubledOnly: true},
		{includeEnded: true},
		{minCapacity: 2},
		{search: 'us-west'},
	];

	test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
		'%s is named, and what it hides is counted',
		(_text, filter) => {
			const query = {...emptyQuery, ...filter};
			const {shown, hidden, endedHidden} = splitByQuery(rows, query);
			expect(activeParts(query)).toEqual(Object.keys(filter));
			expect(shown.length + hidden).toBe(rows.length);
			expect(endedHidden).toBeLessThanOrEqual(hidden);
		},
	);
});
