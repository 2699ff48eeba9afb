import {describe, expect, test} from 'vitest';
import {besideHeld} from '../../../source/core/offerings/beside-held.js';
import {builtinBlockTypes, isBlockTypeBuiltin} from '../../../source/core/offerings/block-types.js';
import {planExtension} from '../../../source/core/offerings/extension.js';
import {extensionLine, feeText, purchaseLine, purchaseTerms} from '../../../source/core/offerings/purchase.js';
import {isUltraServer, ultraServerOf, ultraServerTypes} from '../../../source/core/reservations/ultraservers.js';
import {offering} from '../../helpers/offering.js';
import {block, reservation} from '../../helpers/reservation.js';

describe('the line to buy', () => {
	test('names region, offering and platform', () => {
		expect(purchaseLine(offering())).toBe(
			'aws ec2 purchase-capacity-block --region us-east-1 --capacity-block-offering-id cbo-0123456789abcdef0 --instance-platform Linux/UNIX',
		);
		expect(purchaseLine(offering(), 'RHEL with HA')).toContain("--instance-platform 'RHEL with HA'");
		expect(extensionLine('us-east-1', 'cr-0a', 'cbe-0b')).toBe(
			'aws ec2 purchase-capacity-block-extension --region us-east-1 --capacity-reservation-id cr-0a --capacity-block-extension-offering-id cbe-0b',
		);
	});

	test.each([null, '', '--dry-run', 'file:///etc/passwd', 'cbo-1; rm', '$(id)', 'cbo-1\n'])('is not made from the id %j', (id) => {
		expect([purchaseLine(offering({id})), extensionLine('us-east-1', 'cr-0a', id), extensionLine('us-east-1', id, 'cbe-0b')]).toEqual([
			null,
			null,
			null,
		]);
		expect(purchaseLine(offering({region: id ?? ''}))).toBeNull();
	});

	test('comes with the fee and with what cannot be undone', () => {
		expect(purchaseTerms(offering())).toEqual([
			'USD 215,040.00 is charged at once and in full for 32 × p5.48xlarge in us-east-1a, 2026-12-01 11:30 UTC to 2026-12-08 11:30 UTC, 7 d; operating system fees come on top.',
			'A Capacity Block cannot be cancelled, moved or resized, and its fee is not paid back. It can be extended.',
			'AWS terminates the instances 30 min before the end (60 min for P6e-GB200).',
		]);
		expect(purchaseTerms(offering({ultraserverType: 'u-p6e-gb200x72', ultraserverCount: 2}))[0]).toContain('2 × u-p6e-gb200x72');
		const unknown = {
			upfrontFee: null,
			instanceCount: null,
			instanceType: null,
			startDate: null,
			endDate: null,
			durationHours: null,
			availabilityZone: null,
		};
		expect(purchaseTerms(offering(unknown))[0]).toBe(
			'An unknown fee is charged at once and in full for an unknown number × an unknown type in us-east-1, an unknown date to an unknown date; operating system fees come on top.',
		);
	});
});

describe('an offering beside held blocks', () => {
	const before = block({
		id: 'cr-before',
		startDate: new Date('2026-11-24T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-12-01T11:30:00Z')},
	});
	const within = block({
		id: 'cr-within',
		startDate: new Date('2026-12-03T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-12-04T11:30:00Z')},
	});
	const after = block({
		id: 'cr-after',
		startDate: new Date('2026-12-09T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-12-10T11:30:00Z')},
	});

	test('overlaps, follows one, is followed by one', () => {
		expect(besideHeld(offering(), [after, within, before])).toEqual({
			overlaps: [within],
			after: {block: before, gapMs: 0},
			before: {block: after, gapMs: 86_400_000},
		});
	});

	test('has no neighbours of other types, of ODCRs, among those that are over, or without dates', () => {
		const none = {overlaps: [], after: null, before: null};
		expect(
			besideHeld(offering(), [
				{...within, instanceType: 'p4d.24xlarge'},
				{...within, kind: 'odcr'},
				{...within, state: 'payment-failed'},
				{...within, startDate: null},
			]),
		).toEqual(none);
		expect(besideHeld(offering({startDate: null}), [within])).toEqual(none);
	});
});

describe('an extension', () => {
	const now = new Date('2026-11-23T10:13:00Z');

	test('is asked for by a length that AWS sells', () => {
		expect(planExtension(block({id: 'cr-0b'}), 30, now)).toEqual({
			kind: 'ask',
			call: {capacityReservationId: 'cr-0b', capacityBlockExtensionDurationHours: 48},
			until: new Date('2026-11-26T10:30:00Z'),
			notes: [expect.stringContaining('1 d 6 h becomes 2 d')],
		});
	});

	test.each([
		[block({state: 'payment-pending'}), 24, 'A block can be extended while it is active or scheduled; this one is payment-pending.'],
		[block({id: null}), 24, 'A block can be extended while it is active or scheduled; this one is active.'],
		[reservation(), 24, 'Only a Capacity Block can be extended; the end of an ODCR is changed by modifying it.'],
		[block(), 0, 'A length must be more than nothing.'],
		[block(), 182 * 24, 'A block and its extensions last at most 182 days together.'],
		[
			block({endDate: {kind: 'limited', at: new Date('2026-11-23T11:13:00Z')}}),
			24,
			'Extensions of this block were sold until 2026-11-23 10:13 UTC, an hour before its end.',
		],
	])('is not asked for where AWS sells none (%#)', (row, hours, because) => {
		expect(planExtension(row, hours, now)).toEqual({kind: 'never', because});
	});

	test('can be asked for from 56 days before the end on', () => {
		const far = block({state: 'scheduled', endDate: {kind: 'limited', at: new Date('2027-02-01T11:30:00Z')}});
		expect(planExtension(far, 24, now)).toEqual({
			kind: 'too-early',
			from: new Date('2026-12-07T11:30:00Z'),
			because: 'Extensions of this block are sold from 2026-12-07 11:30 UTC on, 56 days before its end.',
		});
	});
});

describe('the types that have blocks', () => {
	test('are known, known not to be, or unknown', () => {
		expect(builtinBlockTypes.map(isBlockTypeBuiltin)).toEqual(builtinBlockTypes.map(() => true));
		expect(
			['inf2.xlarge', 'g6.xlarge', 'm7i.large', 'p3dn.24xlarge', 'trn1.2xlarge', 'trn1n.32xlarge', ''].map(isBlockTypeBuiltin),
		).toEqual(Array.from({length: 7}, () => false));
		expect(['p7.48xlarge', 'trn3.48xlarge', 'p5.96xlarge', 'p6e-gb300.36xlarge'].map(isBlockTypeBuiltin)).toEqual(
			Array.from({length: 4}, () => null),
		);
	});

	test('of UltraServers are known by name', () => {
		expect(ultraServerTypes.map((type) => ultraServerOf(type)?.instances)).toEqual([18, 9, 4]);
		expect([ultraServerOf('u-other'), ultraServerOf('toString'), ultraServerOf(null)]).toEqual([null, null, null]);
	});

	test('an UltraServer block is known by its launch status or its type', () => {
		expect(
			[
				block({launchStatus: 'launchable'}),
				block({instanceType: 'p6e-gb200.36xlarge'}),
				block({instanceType: 'trn2u.48xlarge'}),
				block(),
				reservation({launchStatus: 'launchable'}),
			].map(isUltraServer),
		).toEqual([true, true, true, false, false]);
	});
});

test.each([
	['999', '999'],
	['1000', '1,000'],
	['8467.2', '8,467.2'],
	['483287.0400', '483,287.04'],
	['1234567.890123', '1,234,567.890123'],
	['a lot', 'a lot'],
])('a fee of %s is said as %s, without rounding', (text, said) => {
	expect(feeText({upfrontFee: {text, amount: 0}, currencyCode: 'USD'})).toBe(`USD ${said}`);
});
