import {describe, expect, test} from 'vitest';
import {terraformOf} from '../../source/snippets/terraform-of.js';
import {block, reservation} from '../helpers/reservation.js';
import {account, made, refused, samples} from './sample.js';

describe('a Terraform snippet', () => {
	test('reads the block, which is bought already, and names it in a launch template', () => {
		expect(made(samples.block, 'terraform').text.split('\n')).toEqual([
			'# cr-0e, 16 × p5.48xlarge in us-east-1a',
			'data "aws_ec2_capacity_block_reservation" "cr_0e" {',
			'  region = "us-east-1"',
			'  id     = "cr-0e"',
			'}',
			'',
			'resource "aws_launch_template" "cr_0e" {',
			'  region        = "us-east-1"',
			'  name_prefix   = "cr-0e-"',
			'  instance_type = "p5.48xlarge"',
			'',
			'  instance_market_options {',
			'    market_type = "capacity-block"',
			'  }',
			'',
			'  capacity_reservation_specification {',
			'    capacity_reservation_target {',
			'      capacity_reservation_id = data.aws_ec2_capacity_block_reservation.cr_0e.id',
			'    }',
			'  }',
			'}',
			'',
		]);
	});

	test('reads an ODCR by its own data source, without a market type', () => {
		const text = made(samples.grouped, 'terraform').text;
		expect(text).toContain('data "aws_ec2_capacity_reservation" "cr_0c" {');
		expect(text).not.toContain('instance_market_options');
		expect(text).toContain('  placement {\n    group_name = "train \\"a\\""\n    tenancy    = "dedicated"\n  }');
		expect(made(samples.interruptible, 'terraform').text).toContain('market_type = "interruptible-capacity-reservation"');
	});

	test('never has the resource that buys a block', () => {
		for (const row of Object.values(samples)) {
			expect(made(row, 'terraform').text).not.toContain('resource "aws_ec2_capacity_block_reservation"');
		}
	});
});

describe('a Terraform import', () => {
	test('has all that AWS said of an ODCR, and cannot destroy it by accident', () => {
		const row = reservation({
			id: 'cr-0a',
			endDate: {kind: 'limited', at: new Date('2026-12-19T23:59:00Z')},
			tags: {Name: 'serve "a"', team: `\${x}`, 'aws:cloudformation:stack-name': 'mine'},
		});
		expect(made(row, 'terraform-import').text.split('\n')).toEqual([
			'# cr-0a (serve "a"), 4 × p5.48xlarge in us-east-1a',
			'import {',
			'  to = aws_ec2_capacity_reservation.cr_0a',
			'  id = "cr-0a@us-east-1"',
			'}',
			'',
			'resource "aws_ec2_capacity_reservation" "cr_0a" {',
			'  region                  = "us-east-1"',
			'  instance_type           = "p5.48xlarge"',
			'  instance_platform       = "Linux/UNIX"',
			'  availability_zone       = "us-east-1a"',
			'  instance_count          = 4',
			'  instance_match_criteria = "targeted"',
			'  tenancy                 = "default"',
			'  ebs_optimized           = false',
			'  ephemeral_storage       = false',
			'  end_date_type           = "limited"',
			'  end_date                = "2026-12-19T23:59:00Z"',
			'  tags = {',
			'    "Name" = "serve \\"a\\""',
			`    "team" = "$\${x}"`,
			'  }',
			'',
			'  lifecycle {',
			'    prevent_destroy = true',
			'  }',
			'}',
			'',
		]);
	});

	test('is not for what Terraform cannot or should not manage', () => {
		expect([
			refused(samples.block, 'terraform-import'),
			refused({...samples.odcr, ownerId: '210987654321'}, 'terraform-import'),
			refused(samples.interruptible, 'terraform-import'),
			refused({...samples.odcr, capacityReservationFleetId: 'crf-1'}, 'terraform-import'),
			refused({...samples.odcr, totalInstanceCount: null}, 'terraform-import'),
		]).toEqual([
			'cr-0e is a Capacity Block: its resource in Terraform cannot be imported, and to create one buys a block.',
			'cr-0a is owned by the account 210987654321.',
			'cr-0d is interruptible: it is made and ended with the reservation that it was carved from.',
			'cr-0a belongs to the fleet crf-1, which manages it.',
			'AWS did not say all of what the resource of cr-0a requires.',
		]);
	});
});

describe('the export of a list', () => {
	test('imports own ODCRs, reads the rest, and leaves a comment for what is over', () => {
		const rows = [
			samples.odcr,
			samples.block,
			{...samples.open, ownerId: '210987654321'},
			block({id: 'cr-11', key: 'us-east-1/cr-11', state: 'expired'}),
			samples.odcr,
		];
		expect(terraformOf(rows, account).split('\n')).toEqual([
			'# Capacity reservations as Terraform configuration, for a hashicorp/aws provider of 6 or newer.',
			'# Look at the plan before it is applied: it should import, and change nothing.',
			'',
			'# cr-0a (serve), 4 × p5.48xlarge in us-east-1a, active',
			'import {',
			'  to = aws_ec2_capacity_reservation.cr_0a',
			'  id = "cr-0a@us-east-1"',
			'}',
			'',
			'resource "aws_ec2_capacity_reservation" "cr_0a" {',
			'  region                  = "us-east-1"',
			'  instance_type           = "p5.48xlarge"',
			'  instance_platform       = "Linux/UNIX"',
			'  availability_zone       = "us-east-1a"',
			'  instance_count          = 4',
			'  instance_match_criteria = "targeted"',
			'  tenancy                 = "default"',
			'  ebs_optimized           = false',
			'  ephemeral_storage       = false',
			'  end_date_type           = "unlimited"',
			'  tags = {',
			'    "Name" = "serve"',
			'  }',
			'',
			'  lifecycle {',
			'    prevent_destroy = true',
			'  }',
			'}',
			'',
			'# cr-0e, 16 × p5.48xlarge in us-east-1a, active',
			'data "aws_ec2_capacity_block_reservation" "cr_0e" {',
			'  region = "us-east-1"',
			'  id     = "cr-0e"',
			'}',
			'',
			'# cr-0b, 4 × p5.48xlarge in us-east-1a, active',
			'# Not imported: cr-0b is owned by the account 210987654321.',
			'data "aws_ec2_capacity_reservation" "cr_0b" {',
			'  region = "us-east-1"',
			'  id     = "cr-0b"',
			'}',
			'',
			'# Left out: cr-11 is expired: nothing can be launched into it.',
			'',
		]);
	});

	test('of nothing is a comment', () => {
		expect(terraformOf([], null)).toBe(
			'# Capacity reservations as Terraform configuration, for a hashicorp/aws provider of 6 or newer.\n# Look at the plan before it is applied: it should import, and change nothing.\n',
		);
	});

	test('names none twice', () => {
		const twin = reservation({id: 'cr-0a', region: 'us-west-2'});
		expect(terraformOf([samples.odcr, twin], account).match(/resource "\S+" "(\S+)"/g)).toEqual([
			'resource "aws_ec2_capacity_reservation" "cr_0a"',
			'resource "aws_ec2_capacity_reservation" "cr_0a_2"',
		]);
	});
});
