import type {Fault} from '../faults.js';
import {odcrRow} from '../odcr-row.js';
import {listRegions} from '../regions.js';
import type {ReservationRow, Scenario} from '../scenario.js';

const accountId = '123456789012';
const epoch = new Date('2026-11-23T10:13:00Z');
const minute = 60_000;

/**
An account in which every region that can fails in its own way.

us-east-1, us-west-2 and eu-west-1 answer, sa-east-1 answers late. us-west-1 answers, fails from the second minute to the
fourth, and recovers; ap-southeast-2 answers after six throttled requests.
*/
export const faultsScenario: Scenario = {
	name: 'faults',
	epoch,
	accountId,
	regions: listRegions({enabled: ['af-south-1', 'ap-east-1', 'eu-south-1', 'me-central-1', 'me-south-1']}).map((region) =>
		region.name === 'sa-east-1' ? {...region, latency: 1500} : region,
	),
	reservationsIn: (region) => [rowOf(region)],
	faults: faults(),
};

function faults(): readonly Fault[] {
	const action = 'DescribeCapacityReservations';
	return [
		{region: 'af-south-1', kind: 'not-opted-in'},
		{region: 'ap-east-1', kind: 'opt-in-required'},
		{region: 'ap-northeast-1', action, kind: 'reset'},
		{region: 'ap-northeast-2', action, kind: 'hang'},
		{region: 'ap-northeast-3', action, kind: 'trickle', bytesPerSecond: 20},
		{region: 'ap-south-1', action, kind: 'throttling'},
		{region: 'ap-southeast-1', action, kind: 'no-set'},
		{region: 'ap-southeast-2', action, kind: 'throttle', requests: 6},
		{region: 'ca-central-1', action, kind: 'truncate'},
		{region: 'eu-central-1', action, kind: 'deny'},
		{region: 'eu-north-1', action, kind: 'html', status: 200},
		{region: 'eu-south-1', action, kind: 'error', status: 400, code: 'UnsupportedOperation', message: 'The operation is not supported.'},
		{region: 'eu-west-2', kind: 'expired'},
		{region: 'eu-west-3', action, kind: 'empty-500'},
		{region: 'me-central-1', action, kind: 'html', status: 502},
		{region: 'me-south-1', kind: 'deny-by-scp'},
		{region: 'us-east-2', action, kind: 'throttle'},
		{
			region: 'us-west-1',
			action,
			kind: 'unavailable',
			from: new Date(epoch.getTime() + minute),
			until: new Date(epoch.getTime() + 3 * minute),
		},
	];
}

/** One reservation each, to be seen where the region answers. */
function rowOf(region: string): ReservationRow {
	const digits = Buffer.from(region).toString('hex').slice(-17);
	return odcrRow(
		{
			id: `cr-${digits.padStart(17, '0')}`,
			instanceType: 'g6.xlarge',
			availabilityZone: `${region}a`,
			total: 8,
			free: 3,
			created: new Date('2026-03-02T09:15:27Z'),
			match: 'open',
			tags: {Name: `serve-${region}`, team: 'serving'},
		},
		accountId,
	);
}
