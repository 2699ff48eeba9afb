import {compileFilters, type FilterFields, textOf} from '../filters.js';
import {readPage} from '../paging.js';
import {readFilters, readList, readMaxResults} from '../query-request.js';
import {findReservations} from '../reservation-ids.js';
import type {World} from '../world.js';
import {writeElement, type XmlRecord} from '../xml.js';
import type {Action} from './action.js';

const filterFields: FilterFields<XmlRecord> = {
	'availability-zone': (row) => textOf(row, 'availabilityZone'),
	'availability-zone-id': (row) => textOf(row, 'availabilityZoneId'),
	'capacity-block-extension-offering-id': (row) => textOf(row, 'capacityBlockExtensionOfferingId'),
	'capacity-block-extension-status': (row) => textOf(row, 'capacityBlockExtensionStatus'),
	'capacity-reservation-id': (row) => textOf(row, 'capacityReservationId'),
	'instance-type': (row) => textOf(row, 'instanceType'),
};

export const describeCapacityBlockExtensionHistory: Action = {
	parameters: ['CapacityReservationId', 'Filter', 'MaxResults', 'NextToken'],
	answer,
};

function answer(parameters: URLSearchParams, world: World): Iterable<string> {
	const {scenario, region, now} = world;
	const limit = readMaxResults(parameters, {least: 1, most: 1000, fallback: 1000});
	const matches = compileFilters(readFilters(parameters), filterFields);
	const ids = new Set(readList(parameters, 'CapacityReservationId'));
	findReservations(ids, world);
	const {resources, nextToken} = readPage({
		rows: scenario.extensionsIn?.(region.name) ?? [],
		pick(row) {
			const extension = row(now);
			const isAsked = extension !== null && (ids.size === 0 || ids.has(textOf(extension, 'capacityReservationId') ?? ''));
			return isAsked && matches(extension) ? extension : null;
		},
		limit,
		token: parameters.get('NextToken'),
		scope: `DescribeCapacityBlockExtensionHistory/${region.name}`,
	});
	return [writeElement('capacityBlockExtensionSet', resources), ...(nextToken === null ? [] : [writeElement('nextToken', nextToken)])];
}
