import {expect, test} from 'vitest';
import {emptyQuery} from '../../source/core/rows/query.js';
import {renderReport} from '../../source/report/render-report.js';
import {failure} from '../helpers/fake-source.js';
import {block, reservation} from '../helpers/reservation.js';
import {parseHcl} from '../snippets/parse-hcl.js';
import {snapshotOf, tableOptions} from './guide-data.js';

const rows = [
	reservation({id: 'cr-0a', tags: {Name: 'größe'}}),
	reservation({id: 'cr-0b', instanceType: 'g6.xlarge'}),
	reservation({id: 'cr-0c', state: 'expired'}),
	block({id: 'cr-0d'}),
];

test('what is listed becomes Terraform, what is not is a comment', () => {
	const snapshot = snapshotOf(rows);
	const denied = {region: 'eu-west-1', status: 'denied', failure: failure('denied')} as const;
	const query = {...emptyQuery, instanceTypes: ['p5*']};
	const text = renderReport(
		{...snapshot, regions: [...snapshot.regions, denied]},
		{...tableOptions, query, format: 'terraform', kinds: ['odcr', 'block']},
	);
	expect(text.split('\n').slice(0, 4)).toEqual([
		'# Regions: 1 of 2 read (eu-west-1 denied)',
		'# Filters: --instance-types p5*',
		'# Hidden: 1 by filters, 1 ended (--all shows it)',
		'# Capacity reservations as Terraform configuration, for a hashicorp/aws provider of 6 or newer.',
	]);
	expect(parseHcl(text)).toMatchObject({
		import: [{id: 'cr-0a@us-east-1'}],
		resource: {aws_ec2_capacity_reservation: {cr_0a: [{tags: {Name: 'größe'}}]}},
		data: {aws_ec2_capacity_block_reservation: {cr_0d: [{id: 'cr-0d'}]}},
	});
});

test('in ASCII nothing is lost but characters of comments', () => {
	const options = {...tableOptions, format: 'terraform', kinds: ['odcr', 'block']} as const;
	const ascii = renderReport(snapshotOf(rows), {...options, isAscii: true});
	expect(ascii).toMatch(/^[\n -~]+$/);
	expect(parseHcl(ascii)).toEqual(parseHcl(renderReport(snapshotOf(rows), options)));
});
