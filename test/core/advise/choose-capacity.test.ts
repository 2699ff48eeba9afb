import {expect, test} from 'vitest';
import type {AdviceRequest} from '../../../source/core/advise/advice-request.js';
import {type Choice, chooseCapacity} from '../../../source/core/advise/choose-capacity.js';
import {futureOdcrOf} from '../../../source/core/advise/future-odcr.js';

const now = new Date('2026-11-23T10:00:00Z');

const nothing: AdviceRequest = {
	workload: 'training',
	schedule: 'open',
	instanceType: null,
	count: null,
	length: null,
	start: null,
	regions: null,
};

function choose(parts: Partial<AdviceRequest>, isBlockType: boolean | null = null): Choice {
	return chooseCapacity({...nothing, ...parts}, isBlockType, now);
}

const block = {kind: 'block', from: null, isTooLong: false, because: 'schedule'} as const;
const odcr = {kind: 'odcr', from: null, because: 'open'} as const;

test('the three leaves of the guide', () => {
	expect(choose({workload: 'training', schedule: 'fixed'})).toEqual(block);
	expect(choose({workload: 'training', schedule: 'open'})).toEqual(odcr);
	expect(choose({workload: 'inference'})).toEqual(odcr);
	expect(choose({workload: 'development'})).toEqual(odcr);
});

test('a fixed schedule is a block for inference, too, when the type is sold as one', () => {
	const fixed = {workload: 'inference', schedule: 'fixed'} as const;
	expect(choose({...fixed, instanceType: 'p5.48xlarge'}, true)).toEqual(block);
	expect(choose({...fixed, instanceType: 'p7.48xlarge'}, null)).toEqual(block);
	expect(choose({...fixed, instanceType: 'inf2.xlarge'}, false)).toEqual({...odcr, because: 'no-blocks'});
	expect(choose(fixed)).toEqual({...odcr, because: 'no-blocks'});
});

test('types of UltraServers are had as blocks only', () => {
	expect(choose({workload: 'inference', instanceType: 'p6e-gb200.36xlarge'}, true)).toEqual({...block, because: 'ultraserver'});
});

test('a block further off than eight weeks is bought eight weeks before', () => {
	const on = (date: string) => choose({schedule: 'fixed', start: new Date(date)});
	expect(on('2027-04-15T00:00:00Z')).toEqual({...block, from: new Date('2027-02-18T00:00:00Z')});
	expect(on('2027-01-18T10:00:00Z')).toEqual(block);
});

test('182 days are a block, one more is not', () => {
	const long = (amount: number) => choose({schedule: 'fixed', length: {unit: 'days', amount}});
	expect([long(182), long(183)]).toEqual([block, {...block, isTooLong: true}]);
});

test('an ODCR is dated ahead where AWS allows it, and else created on the day', () => {
	const on = (date: string, instanceType: string, count: number | null) =>
		choose({workload: 'inference', instanceType, count, start: new Date(date)}, false);
	expect(on('2026-12-20T00:00:00Z', 'g6.xlarge', 8)).toEqual({...odcr, kind: 'future-odcr'});
	expect(on('2027-04-15T00:00:00Z', 'g6.xlarge', 8)).toEqual({...odcr, kind: 'future-odcr', from: new Date('2026-12-16T00:00:00Z')});
	expect(on('2026-12-20T00:00:00Z', 'g6.xlarge', 7)).toEqual({...odcr, from: new Date('2026-12-20T00:00:00Z')});
	expect(on('2026-11-27T00:00:00Z', 'g6.xlarge', 8)).toEqual({...odcr, from: new Date('2026-11-27T00:00:00Z')});
	expect(on('2026-12-20T00:00:00Z', 'inf2.xlarge', 8)).toEqual({...odcr, from: new Date('2026-12-20T00:00:00Z')});
	expect(on('2026-11-20T00:00:00Z', 'g6.xlarge', 8)).toEqual(odcr);
});

test('which families and how many vCPUs can be dated ahead', () => {
	const start = new Date('2026-12-20T00:00:00Z');
	const of = (type: string, count: number | null = 100) => futureOdcrOf(type, {count, length: null}, start, now);
	expect(['c7i.large', 'm7i.xlarge', 'r6id.4xlarge', 'i4i.large', 't3.large', 'g6e.12xlarge'].map((type) => of(type))).toEqual(
		Array.from({length: 6}, () => 'possible'),
	);
	expect(
		['p5.48xlarge', 'trn1.32xlarge', 'inf2.xlarge', 'hpc7a.96xlarge', 'x2idn.16xlarge', 'dl1.24xlarge'].map((type) => of(type)),
	).toEqual(Array.from({length: 6}, () => 'family'));
	expect([of('g6.2xlarge', 4), of('g6.2xlarge', 3), of('c7i.large', 16), of('c7i.large', 15)]).toEqual([
		'possible',
		'small',
		'possible',
		'small',
	]);
	expect([of('t3.micro', 15), of('t3.micro', 16), of('t2.micro', 31), of('t2.micro', 32)]).toEqual([
		'small',
		'possible',
		'small',
		'possible',
	]);
	expect([of('m7g.medium', 31), of('m7g.medium', 32), of('t2.medium', 16)]).toEqual(['small', 'possible', 'possible']);
	// What is not known is not refused.
	expect([of('g4dn.metal', 1), of('t3.mega', 1), of('g6.xlarge', null)]).toEqual(['possible', 'possible', 'possible']);
});

test('a run that is over before the shortest commitment is not dated ahead', () => {
	const start = new Date('2026-12-20T00:00:00Z');
	const of = (unit: 'days' | 'hours', amount: number) => futureOdcrOf('g6.xlarge', {count: 8, length: {unit, amount}}, start, now);
	expect([of('days', 13), of('days', 14), of('hours', 335), of('hours', 336)]).toEqual(['short', 'possible', 'short', 'possible']);
	expect(
		choose(
			{workload: 'inference', schedule: 'fixed', instanceType: 'g6.xlarge', count: 8, length: {unit: 'days', amount: 7}, start},
			false,
		),
	).toEqual({
		...odcr,
		because: 'no-blocks',
		from: start,
	});
});
