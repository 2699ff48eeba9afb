/**
Milliseconds of a round trip to each region's EC2 endpoint, as a machine near us-east-1 sees them: typical medians, rounded. Which they are
exactly does not matter: everything is compared with what they add up to.
*/
export const roundTripMs: Readonly<Record<string, number>> = {
	'us-east-1': 5,
	'us-east-2': 15,
	'us-west-1': 65,
	'us-west-2': 70,
	'ca-central-1': 20,
	'ca-west-1': 60,
	'mx-central-1': 60,
	'sa-east-1': 115,
	'eu-west-1': 70,
	'eu-west-2': 80,
	'eu-west-3': 85,
	'eu-central-1': 95,
	'eu-central-2': 100,
	'eu-north-1': 110,
	'eu-south-1': 100,
	'eu-south-2': 100,
	'il-central-1': 140,
	'me-south-1': 180,
	'me-central-1': 190,
	'af-south-1': 225,
	'ap-south-1': 195,
	'ap-south-2': 210,
	'ap-east-1': 205,
	'ap-east-2': 185,
	'ap-northeast-1': 150,
	'ap-northeast-2': 175,
	'ap-northeast-3': 160,
	'ap-southeast-1': 220,
	'ap-southeast-2': 200,
	'ap-southeast-3': 230,
	'ap-southeast-4': 205,
	'ap-southeast-5': 225,
	'ap-southeast-6': 205,
	'ap-southeast-7': 245,
};

/** What EC2 itself takes for an answer. */
const answerMs = 60;

/** TCP takes one round trip and TLS 1.3 another before the request can be sent. */
const setUpTrips = 2;

/** How long the regions' answers have taken on the wire and in EC2, one after the other, since the latest reset. */
export type RoundTrips = Readonly<Record<string, number>>;

/** One request's part of it. `end` makes its connection free for the next one. */
export type Trip = {readonly delayMs: number; readonly end: () => void};

export type Network = {
	readonly start: (region: string, action: string) => Trip;
	readonly roundTrips: () => RoundTrips;
	/** As if every connection had been closed. */
	readonly reset: () => void;
};

/**
A network on which every region is as far away as it is. A request waits for a round trip and EC2's own time; and for the set-up of a
connection, unless an earlier one of the region is free.
*/
export function createNetwork(): Network {
	const connections = new Map<string, {open: number; busy: number}>();
	const taken = new Map<string, number>();
	return {
		start(region, action) {
			const pool = connections.get(region) ?? {open: 0, busy: 0};
			connections.set(region, pool);
			pool.busy++;
			const trips = pool.busy > pool.open ? setUpTrips + 1 : 1;
			pool.open = Math.max(pool.open, pool.busy);
			const delayMs = trips * (roundTripMs[region] ?? 0) + answerMs;
			// The list of regions is asked for beside the reservations of the same region.
			const line = action === 'DescribeRegions' ? `${region} ${action}` : region;
			taken.set(line, (taken.get(line) ?? 0) + delayMs);
			return {
				delayMs,
				end() {
					pool.busy--;
				},
			};
		},
		roundTrips: () => Object.fromEntries(taken),
		reset() {
			connections.clear();
			taken.clear();
		},
	};
}
