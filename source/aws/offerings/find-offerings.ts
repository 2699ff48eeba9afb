import {
	DescribeCapacityBlockExtensionOfferingsCommand,
	DescribeCapacityBlockOfferingsCommand,
	type DescribeCapacityBlockOfferingsCommandInput,
	type EC2Client,
} from '@aws-sdk/client-ec2';
import type {ExtensionOffering} from '../../core/offerings/extension-offering.js';
import type {Offering} from '../../core/offerings/offering.js';
import type {ExtensionCall, OfferingsAnswer, PacedCall} from '../../core/offerings/offerings-source.js';
import type {OfferingsCall} from '../../core/offerings/plan-offerings.js';
import {RegionError} from '../../core/regions/source.js';
import {callEc2, type Ec2Call, refuse} from '../call-ec2.js';
import {normaliseExtensions, normaliseOfferings} from './normalise-offering.js';
import {paceAttempts} from './pace-attempts.js';
import {refusalOf} from './refusal-of.js';

/** A region, and the turns of its requests. */
export type OfferingsPlace = Pick<Ec2Call, 'connection' | 'region'> & {readonly paced: PacedCall};

/** AWS recommends six offerings or fewer, so that a second page hardly ever costs a call of its own. */
const pageSize = 1000;

/** One search of a region. Throws `RegionError`. */
export async function findOfferings(place: OfferingsPlace, call: OfferingsCall): Promise<OfferingsAnswer> {
	const input = searchInput(call);
	return findAll(place, 'DescribeCapacityBlockOfferings', async (client, token, options) => {
		const command = new DescribeCapacityBlockOfferingsCommand({...input, MaxResults: pageSize, ...token});
		paceAttempts(command, options.beforeAttempt);
		const {CapacityBlockOfferings: page, NextToken, $metadata} = await client.send(command, options);
		return {
			page,
			nextToken: NextToken,
			requestId: $metadata.requestId,
			read: (position) => normaliseOfferings(place.region, page, position),
		};
	});
}

/** What would extend a block of the region. Throws `RegionError`. */
export async function findExtensions(place: OfferingsPlace, call: ExtensionCall): Promise<OfferingsAnswer<ExtensionOffering>> {
	const {capacityReservationId, capacityBlockExtensionDurationHours} = call;
	return findAll(place, 'DescribeCapacityBlockExtensionOfferings', async (client, token, options) => {
		const command = new DescribeCapacityBlockExtensionOfferingsCommand({
			CapacityReservationId: capacityReservationId,
			CapacityBlockExtensionDurationHours: capacityBlockExtensionDurationHours,
			MaxResults: pageSize,
			...token,
		});
		paceAttempts(command, options.beforeAttempt);
		const {CapacityBlockExtensionOfferings: page, NextToken, $metadata} = await client.send(command, options);
		return {
			page,
			nextToken: NextToken,
			requestId: $metadata.requestId,
			read: (position) => normaliseExtensions(place.region, capacityReservationId, page, position),
		};
	});
}

type Page<Found> = {
	/** The list as the SDK has it; `undefined` when there was none. */
	readonly page: unknown;
	readonly nextToken: string | undefined;
	readonly requestId: string | undefined;
	/** `position`: how many came before. */
	readonly read: (position: number) => readonly Found[];
};

type Send<Found> = (
	client: EC2Client,
	token: {readonly NextToken?: string},
	options: {readonly abortSignal: AbortSignal; readonly beforeAttempt: () => Promise<void>},
) => Promise<Page<Found>>;

async function findAll<Found extends Offering>(
	{connection, region, paced}: OfferingsPlace,
	action: string,
	send: Send<Found>,
): Promise<OfferingsAnswer<Found>> {
	const call: Ec2Call = {connection, region, signal: paced.signal, action: `ec2:${action}`};
	const beforeAttempt = turnsAfterFirst(paced);
	const offerings: Found[] = [];
	const tokens = new Set<string>();
	let token: string | undefined;
	try {
		do {
			const next = token === undefined ? {} : {NextToken: token};
			const {page, nextToken, requestId, read} = await callEc2(call, async (client, {abortSignal}) =>
				send(client, next, {abortSignal, beforeAttempt}),
			);
			if (!Array.isArray(page)) {
				throw refuse('The answer holds no list of offerings: check the endpoint, and the proxy on the way.', requestId);
			}

			offerings.push(...read(offerings.length));
			// AWS ends the list with an empty token as well as with none.
			token = nextToken || undefined;
			if (token !== undefined && tokens.has(token)) {
				throw refuse('The pages of the answer go in a circle: search again.', requestId);
			}

			tokens.add(token ?? '');
		} while (token !== undefined);
	} catch (error) {
		const refusal = error instanceof RegionError ? refusalOf(error.cause) : null;
		if (refusal === null) {
			throw error;
		}

		return {kind: 'refused', ...refusal};
	}

	return {kind: 'offered', offerings};
}

/** The first request has had its turn already. */
function turnsAfterFirst({nextTurn}: PacedCall): () => Promise<void> {
	let isFirst = true;
	return async () => {
		if (!isFirst) {
			await nextTurn();
		}

		isFirst = false;
	};
}

/** The two names of one kind are never mixed: AWS refuses both together. */
function searchInput(call: OfferingsCall): DescribeCapacityBlockOfferingsCommandInput {
	return {
		...(call.instanceType === null ? {} : {InstanceType: call.instanceType}),
		...(call.instanceCount === null ? {} : {InstanceCount: call.instanceCount}),
		...(call.ultraserverType === null ? {} : {UltraserverType: call.ultraserverType}),
		...(call.ultraserverCount === null ? {} : {UltraserverCount: call.ultraserverCount}),
		CapacityDurationHours: call.capacityDurationHours,
		...(call.startDateRange === null ? {} : {StartDateRange: call.startDateRange}),
		...(call.endDateRange === null ? {} : {EndDateRange: call.endDateRange}),
	};
}
