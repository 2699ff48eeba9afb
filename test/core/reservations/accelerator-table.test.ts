import {describe, expect, test} from 'vitest';
import {builtinAccelerator, nameWithPart, shortAcceleratorName} from '../../../source/core/reservations/accelerator-table.js';

describe('builtinAccelerator', () => {
	test.each([
		['p3.8xlarge', 'V100', 4, 16_384],
		['p3dn.24xlarge', 'V100', 8, 32_768],
		['p4d.24xlarge', 'A100', 8, 40_960],
		['p4de.24xlarge', 'A100', 8, 81_920],
		['p5.4xlarge', 'H100', 1, 81_920],
		['p5.48xlarge', 'H100', 8, 81_920],
		['p5e.48xlarge', 'H200', 8, 144_384],
		['p5en.48xlarge', 'H200', 8, 144_384],
		['p6-b200.48xlarge', 'B200', 8, 183_359],
		['p6-b300.48xlarge', 'B300', 8, 275_040],
		['p6e-gb200.36xlarge', 'GB200', 4, null],
		['g4dn.metal', 'T4', 8, 16_384],
		['g4dn.12xlarge', 'T4', 4, 16_384],
		['g4ad.16xlarge', 'V520', 4, 8192],
		['g5.48xlarge', 'A10G', 8, 22_888],
		['g5.16xlarge', 'A10G', 1, 22_888],
		['g5g.metal', 'T4g', 2, 16_384],
		['g6.12xlarge', 'L4', 4, 22_888],
		['gr6.8xlarge', 'L4', 1, 22_888],
		['g6f.large', 'L4 1/8', 1, 2861],
		['g6f.2xlarge', 'L4 1/4', 1, 5722],
		['gr6f.4xlarge', 'L4 1/2', 1, 11_444],
		['g6e.24xlarge', 'L40S', 4, 45_776],
		['g7.12xlarge', 'RTX4500', 2, 32_768],
		['g7e.48xlarge', 'RTX6000', 8, 98_304],
		['inf1.24xlarge', 'Inf1', 16, 8192],
		['inf2.xlarge', 'Inf2', 1, 32_768],
		['inf2.48xlarge', 'Inf2', 12, 32_768],
		['trn1.32xlarge', 'Trn1', 16, 32_768],
		['trn1n.32xlarge', 'Trn1', 16, 32_768],
		['trn2.3xlarge', 'Trn2', 1, 98_304],
		['trn2u.48xlarge', 'Trn2', 16, 98_304],
		['dl1.24xlarge', 'Gaudi', 8, 32_768],
		['dl2q.24xlarge', 'AI100', 8, 16_000],
	])('%s has %s × %s', (type, name, countPerInstance, memoryMib) => {
		expect(builtinAccelerator(type)).toEqual({name, countPerInstance, memoryMib});
	});

	test.each([
		'm7i.large',
		'c5n.18xlarge',
		't3.micro',
		'hpc7a.96xlarge',
		'vt1.3xlarge',
		'f1.2xlarge',
		'f2.48xlarge',
		'mac2.metal',
		'',
		'constructor',
	])('%s has none', (type) => {
		expect(builtinAccelerator(type)).toBeNull();
	});

	test('no type, no accelerator', () => {
		expect(builtinAccelerator(null)).toBeNull();
	});

	test.each(['p7.48xlarge', 'p2.xlarge', 'g8.xlarge', 'gr7.4xlarge', 'trn4.48xlarge', 'inf3.xlarge', 'dl3.24xlarge'])(
		'%s has one that is not known',
		(type) => {
			expect(builtinAccelerator(type)).toEqual({name: null, countPerInstance: null, memoryMib: null});
		},
	);

	test('a known family in an unknown size has a name but no count', () => {
		expect(builtinAccelerator('p5.96xlarge')).toEqual({name: 'H100', countPerInstance: null, memoryMib: 81_920});
		expect(builtinAccelerator('trn3.48xlarge')).toEqual({name: 'Trn3', countPerInstance: null, memoryMib: null});
		expect(builtinAccelerator('p5.constructor')?.countPerInstance).toBeNull();
	});
});

describe('shortAcceleratorName', () => {
	test.each([
		['H100', 'H100'],
		['T4g', 'T4g'],
		['NVIDIA L40S', 'L40S'],
		['Radeon Pro V520', 'V520'],
		['RTX PRO 4500', 'RTX4500'],
		['RTX PRO Server 6000', 'RTX6000'],
		['Inferentia', 'Inf1'],
		['Inferentia2', 'Inf2'],
		['Trainium', 'Trn1'],
		['Trainium2', 'Trn2'],
		['Trainium3', 'Trn3'],
		['Gaudi HL-205', 'Gaudi'],
		['Qualcomm AI100', 'AI100'],
		['Something New', 'Something New'],
	])('%s is %s', (name, short) => {
		expect(shortAcceleratorName(name)).toBe(short);
	});
});

test.each([
	[null, 'L4'],
	[1, 'L4'],
	[0, 'L4'],
	[0.125, 'L4 1/8'],
	[0.25, 'L4 1/4'],
	[0.5, 'L4 1/2'],
])('a part of %s is %s', (part, expected) => {
	expect(nameWithPart('L4', part)).toBe(expected);
});
