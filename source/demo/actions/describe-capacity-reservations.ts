import {compileFilters, type FilterFields, textOf} from '../filters.js';
import {readPage} from '../paging.js';
import {readFilters, readList, readMaxResults} from '../query-request.js';
import {findReservations, idOf, rowAt} from '../reservation-ids.js';
import type {WireReservation} from '../scenario.js';
import type {World} from '../world.js';
import {writeElement} from '../xml.js';
import type {Action} from './action.js';

/** The API's own list, and `reservation-type`, which only the User Guide has ("View Capacity Blocks"). */
const filterFields: FilterFields<WireReservation> = {
	'instance-type': (row) => textOf(row, 'instanceType'),
	'owner-id': (row) => textOf(row, 'ownerId'),
	'instance-platform': (row) => textOf(row, 'instancePlatform'),
	'availability-zone': (row) => textOf(row, 'availabilityZone'),
	tenancy: (row) => textOf(row, 'tenancy'),
	'outpost-arn': (row) => textOf(row, 'outpostArn'),
	state: (row) => textOf(row, 'state'),
	'start-date': (row) => textOf(row, 'startDate'),
	'end-date': (row) => textOf(row, 'endDate'),
	'end-date-type': (row) => textOf(row, 'endDateType'),
	'instance-match-criteria': (row) => textOf(row, 'instanceMatchCriteria'),
	'placement-group-arn': (row) => textOf(row, 'placementGroupArn'),
	'reservation-type': (row) => textOf(row, 'reservationType'),
};

export const describeCapacityReservations: Action = {
	parameters: ['CapacityReservationId', 'Filter', 'MaxResults', 'NextToken'],
	answer,
};

function answer(parameters: URLSearchParams, world: World): Iterable<string> {
	const limit = readMaxResults(parameters, {least: 1, most: 1000, fallback: 1000});
	const matches = compileFilters(readFilters(parameters), filterFields);
	const ids = readIds(parameters, world);
	const {resources, nextToken} = readPage({
		rows: world.rows,
		pick(row) {
			const reservation = rowAt(row, world.now);
			return reservation !== null && (ids === null || ids.has(idOf(reservation))) && matches(reservation) ? reservation : null;
		},
		limit: Math.min(limit, world.region.pageLimit ?? limit),
		token: parameters.get('NextToken'),
		scope: `DescribeCapacityReservations/${world.region.name}`,
	});
	return write(resources, nextToken);
}

function* write(reservations: readonly WireReservation[], nextToken: string | null): Iterable<string> {
	yield '<capacityReservationSet>';
	for (const reservation of reservations) {
		yield writeElement('item', reservation);
	}

	yield '</capacityReservationSet>';
	if (nextToken !== null) {
		yield writeElement('nextToken', nextToken);
	}
}

/** `null` when no ids were asked for. */
function readIds(parameters: URLSearchParams, world: World): ReadonlySet<string> | null {
	const ids = new Set(readList(parameters, 'CapacityReservationId'));
	findReservations(ids, world);
	return ids.size === 0 ? null : ids;
}
