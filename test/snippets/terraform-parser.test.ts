import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hclText} from '../../source/snippets/quote.js';
import {terraformOf} from '../../source/snippets/terraform-of.js';
import {reservations} from '../core/arbitrary.js';
import {reservation} from '../helpers/reservation.js';
import {parseHcl} from './parse-hcl.js';
import {account, made, samples} from './sample.js';

test('the parser refuses what is no HCL', () => {
	expect(() => parseHcl('resource "a" {{')).toThrow('No HCL');
	expect(() => parseHcl('a = "\n"')).toThrow('No HCL');
});

test('a snippet is read as data source and launch template', () => {
	expect(parseHcl(made(samples.block, 'terraform').text)).toEqual({
		data: {aws_ec2_capacity_block_reservation: {cr_0e: [{region: 'us-east-1', id: 'cr-0e'}]}},
		resource: {
			aws_launch_template: {
				cr_0e: [
					{
						region: 'us-east-1',
						name_prefix: 'cr-0e-',
						instance_type: 'p5.48xlarge',
						instance_market_options: [{market_type: 'capacity-block'}],
						capacity_reservation_specification: [
							{capacity_reservation_target: [{capacity_reservation_id: `\${data.aws_ec2_capacity_block_reservation.cr_0e.id}`}]},
						],
					},
				],
			},
		},
	});
});

test('an import is read as import block and resource', () => {
	expect(parseHcl(made(samples.grouped, 'terraform-import').text)).toMatchObject({
		import: [{to: `\${aws_ec2_capacity_reservation.cr_0c}`, id: 'cr-0c@us-east-1'}],
		resource: {
			aws_ec2_capacity_reservation: {
				cr_0c: [{instance_count: 4, ebs_optimized: false, tenancy: 'dedicated', lifecycle: [{prevent_destroy: true}]}],
			},
		},
	});
});

const hostile = fc.oneof(
	fc.string({unit: 'binary'}).map((text) => Buffer.from(text).toString()),
	fc.constantFrom(
		`\${file("/etc/passwd")}`,
		`$\${x}`,
		`$$\${x}`,
		'%{if true}',
		'%%{x',
		'$',
		'"',
		'\\',
		'\\"',
		'"}\nresource "x" "y" {}',
		'\u2028',
		'\u0007',
		'#',
		'/*',
		'<<EOT',
	),
);

test('every text is read as the text that it was', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			// HCL normalises its strings to Unicode's form C (HCL specification, "Template literals").
			expect(parseHcl(`a = ${hclText(text)}\n`)).toEqual({a: text.normalize('NFC')});
		}),
		{numRuns: 300},
	);
});

test('names and values of tags, whatever they are, stay in their places', () => {
	fc.assert(
		fc.property(hostile, hostile, (key, value) => {
			const own = {...reservation({id: 'cr-0a'}), tags: {Name: value, [`k${key}`]: value}};
			const parsed = parseHcl(terraformOf([own], account)) as {
				readonly resource: {readonly aws_ec2_capacity_reservation: {readonly cr_0a: readonly [{readonly tags: unknown}]}};
			};
			expect(Object.keys(parsed)).toEqual(['import', 'resource']);
			expect(parsed.resource.aws_ec2_capacity_reservation.cr_0a[0].tags).toEqual({
				Name: value.normalize('NFC'),
				[`k${key}`.normalize('NFC')]: value.normalize('NFC'),
			});
		}),
	);
});

test('the export of any account is a configuration', () => {
	fc.assert(
		fc.property(reservations, (rows) => {
			const parsed = parseHcl(terraformOf(rows, account));
			expect(Object.keys(parsed).every((name) => ['import', 'resource', 'data'].includes(name))).toBe(true);
		}),
		{numRuns: 50},
	);
});
