import {DescribeCapacityReservationsCommand} from '@aws-sdk/client-ec2';
import type {Reservation} from '../core/reservations/reservation.js';
import {callEc2, type Ec2Call, refuse} from './call-ec2.js';
import {normalise} from './normalise.js';

/**
Reservations a page. AWS allows 1,000, but to parse those takes 65 to 90 ms, in which the screen would stand still; 200
take 13 to 19 ms and cost no time in all.
*/
const pageSize = 200;

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
