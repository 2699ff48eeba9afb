import {DescribeCapacityReservationsCommand} from '@aws-sdk/client-ec2';
import type {Reservation} from '../core/reservations/reservation.js';
import {callEc2, type Ec2Call, refuse} from './call-ec2.js';
import {normalise} from './normalise.js';

/**
Reservations a page. AWS allows 1,000, but the SDK parses a page in one go, and as long as that takes the screen stands still: 65 to 90 ms.
150 take 11 to 15 ms, and no more time in all; with fewer, what a request costs begins to count.
*/
const pageSize = 150;

/** All reservations of one region, a page at a time. Throws `RegionError`. */
export async function* listReservations(call: Omit<Ec2Call, 'action'>): AsyncGenerator<readonly Reservation[]> {
	const described: Ec2Call = {...call, action: 'ec2:DescribeCapacityReservations'};
	const tokens = new Set<string>();
	let position = 0;
	let token: string | undefined;
	do {
		const command = new DescribeCapacityReservationsCommand({
			MaxResults: pageSize,
			...(token === undefined ? {} : {NextToken: token}),
		});
		const answer = await callEc2(described, async (client, options) => client.send(command, options));
		const {CapacityReservations: page, $metadata} = answer;
		if (!Array.isArray(page)) {
			throw refuse('The answer holds no list of reservations: check the endpoint, and the proxy on the way.', $metadata.requestId);
		}

		// A turn of its own: with the parsing it would stall the event loop for as long as both.
		await call.connection.pacer.toRead();
		yield normalise(call.region, page, position);
		position += page.length;
		// AWS ends the list with an empty token as well as with none.
		token = answer.NextToken || undefined;
		if (token !== undefined && tokens.has(token)) {
			throw refuse('The pages of the answer go in a circle: refresh to read the region again.', $metadata.requestId);
		}

		tokens.add(token ?? '');
	} while (token !== undefined);
}
