import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {type Line, textOf, widthOf} from '../../../source/ui/line.js';
import {blockColumns} from '../../../source/ui/table/block-columns.js';
import {acceleratorCell, barCell, countdownCell, freeCell, percentCell, stateCell, textCell} from '../../../source/ui/table/cells.js';
import type {CellContext} from '../../../source/ui/table/column.js';
import {odcrColumns} from '../../../source/ui/table/odcr-columns.js';
import {block, reservation} from '../../helpers/reservation.js';

const now = new Date('2026-11-23T10:13:00Z');
const context: CellContext = {
	now,
	zone: 'utc',
	glyphs: unicodeGlyphs,
	accountId: '123456789012',
	prices: null,
	barWidth: 8,
	isStale: false,
};

function tones(line: Line): readonly (string | undefined)[] {
	return line.map(({tone}) => tone);
}

/** A live block whose usable end is so many milliseconds away. */
function drainingIn(milliseconds: number): Reservation {
	return block({endDate: {kind: 'limited', at: new Date(now.getTime() + milliseconds + 30 * 60_000)}});
}

function startingIn(milliseconds: number): Reservation {
	return block({state: 'scheduled', startDate: new Date(now.getTime() + milliseconds)});
}

const minute = 60_000;
const hour = 60 * minute;

describe('the countdown of a block', () => {
	test.each([
		['two days before its drain', drainingIn(48 * hour), '2d 0h left', 'plain'],
		['a day before', drainingIn(24 * hour), '1d 0h left', 'warn'],
		['just over an hour before', drainingIn(hour + 1), '1h 0m left', 'warn'],
		['an hour before, where the warning begins', drainingIn(hour), '1h 0m left !', 'bad'],
		['a second before', drainingIn(1000), '1s left !', 'bad'],
		['less than a second before', drainingIn(1), '0s left !', 'bad'],
		['when its instances begin to be terminated', drainingIn(0), 'draining !', 'bad'],
		['at its end', drainingIn(-30 * minute), 'draining !', 'bad'],
		['after its end, when AWS still calls it active', drainingIn(-30 * minute - 1), 'ended !', 'bad'],
		['before its start', startingIn(25 * hour + 17 * minute), 'in 1d 1h', 'warn'],
		['at its start', startingIn(0), 'in 0s', 'warn'],
		['when its start is overdue', startingIn(-23 * hour - 59 * minute), 'late 23h 59m', 'warn'],
	])('%s', (_, reservation, text, tone) => {
		const cell = countdownCell(reservation, context);
		expect(textOf(cell)).toBe(text);
		expect(tones(cell)).toEqual([tone]);
		expect(widthOf(cell)).toBeLessThanOrEqual(12);
	});

	test.each(['expired', 'cancelled', 'failed', 'payment-failed', 'delayed', 'a-new-state'])('is unknown when it is %s', (state) => {
		expect(textOf(countdownCell(block({state}), context))).toBe('–');
	});

	test('knows that P6e-GB200 is terminated an hour before its end', () => {
		const end = new Date(now.getTime() + 90 * minute);
		const gb200 = block({instanceType: 'p6e-gb200.36xlarge', endDate: {kind: 'limited', at: end}});
		expect(textOf(countdownCell(gb200, context))).toBe('30m left !');
	});
});

test('the usable end of a live block is red within the hour', () => {
	const column = blockColumns.find(({id}) => id === 'usable-until');
	expect(column?.cell(drainingIn(hour), context)).toEqual([{text: 'Nov 23 11:13', tone: 'bad'}]);
	expect(column?.cell(drainingIn(hour + 1), context)).toEqual([{text: 'Nov 23 11:13'}]);
	expect(column?.cell(startingIn(minute), context)).toEqual([{text: 'Nov 26 11:00'}]);
});

describe('when an ODCR ends', () => {
	const ends = odcrColumns.find(({id}) => id === 'ends');
	test.each([
		['never', reservation(), '–'],
		['this year', reservation({endDate: {kind: 'limited', at: new Date('2026-12-19T23:59:00Z')}}), 'Dec 19 23:59'],
		['another year', reservation({endDate: {kind: 'limited', at: new Date('2027-02-03T00:00:00Z')}}), 'Feb  3  2027'],
		['within the hour', reservation({endDate: {kind: 'limited', at: new Date('2026-11-23T11:13:00Z')}}), 'Nov 23 11:13!'],
		['before it has begun', reservation({state: 'scheduled', startDate: new Date('2026-12-08T06:00:00Z')}), 'from Dec 8'],
		['before it has begun, next year', reservation({state: 'assessing', startDate: new Date('2027-01-12T03:30:00Z')}), 'from Jan 2027'],
		['not known', reservation({endDate: {kind: 'unknown'}}), '–'],
	])('%s', (_, odcr, text) => {
		const cell = ends?.cell(odcr, context) ?? [];
		expect(textOf(cell)).toBe(text);
		expect(widthOf(cell)).toBeLessThanOrEqual(13);
	});
});

test('free instances that the owner can take back carry a mark', () => {
	const interruptible = reservation({interruptible: true, availableInstanceCount: 4});
	expect(textOf(freeCell(interruptible, context))).toBe('↩4');
	expect(textOf(freeCell(interruptible, {...context, glyphs: asciiGlyphs}))).toBe('<4');
});

test('what is not known or not applicable is a dash, never a zero', () => {
	const unknown = reservation({
		totalInstanceCount: null,
		availableInstanceCount: null,
		state: null,
		accelerator: null,
		instanceType: null,
	});
	expect(textOf(freeCell(unknown, context))).toBe('–');
	expect(textOf(barCell(unknown, context))).toBe('–');
	expect(textOf(percentCell(unknown))).toBe('');
	expect(textOf(stateCell(unknown, context))).toBe('–');
	expect(textOf(acceleratorCell(unknown, context))).toBe('–');
	expect(textOf(textCell(unknown.instanceType, context))).toBe('–');
	expect(textOf(textCell('', {...context, glyphs: asciiGlyphs}))).toBe('-');
});

test('use is shown of live reservations only: elsewhere AWS’s counts mean nothing', () => {
	const scheduled = reservation({state: 'scheduled', totalInstanceCount: 8, availableInstanceCount: 8});
	expect(textOf(freeCell(scheduled, context))).toBe('–');
	expect(textOf(barCell(scheduled, context))).toBe('–');
	expect(textOf(percentCell(scheduled))).toBe('');
});

test('a percentage is floored: 100 % means full', () => {
	expect(textOf(percentCell(reservation({totalInstanceCount: 1000, availableInstanceCount: 1})))).toBe('99%');
	expect(textOf(percentCell(reservation({totalInstanceCount: 4, availableInstanceCount: 0})))).toBe('100%');
});

test('accelerators are counted beside instances, and an unknown model or number says so', () => {
	const cell = (accelerator: Reservation['accelerator']) =>
		textOf(acceleratorCell(reservation({totalInstanceCount: 32, accelerator}), context));
	expect(cell({name: 'H100', countPerInstance: 8, memoryMib: null})).toBe('256 H100');
	expect(cell({name: null, countPerInstance: 8, memoryMib: null})).toBe('256 ?');
	expect(cell({name: 'Trn3', countPerInstance: null, memoryMib: null})).toBe('? Trn3');
});

test('a stale state has a tilde, and every class of states a tone of its own', () => {
	expect(textOf(stateCell(reservation(), {...context, isStale: true}))).toBe('~active');
	const tonesOf = ['active', 'scheduled', 'delayed', 'expired'].map((state) => stateCell(reservation({state}), context)[0]?.tone);
	expect(tonesOf).toEqual(['plain', 'warn', 'bad', 'dim']);
});

test('an ODCR without a name says whose it is when it is not ours', () => {
	const name = odcrColumns.find(({id}) => id === 'name');
	const text = (overrides: Partial<Reservation>, accountId: string | null = '123456789012') =>
		textOf(name?.cell(reservation(overrides), {...context, accountId}) ?? []);
	expect(text({ownerId: '210987654321'})).toBe('shared by 210987654321');
	expect(text({ownerId: '210987654321', tags: {Name: 'lent'}})).toBe('lent');
	expect(text({})).toBe('–');
	expect(text({ownerId: '210987654321'}, null)).toBe('–');
});

test('an ASCII terminal gets question marks for what it cannot show', () => {
	expect(textOf(textCell('größe 日本', {...context, glyphs: asciiGlyphs}))).toBe('gr??e ??');
});
