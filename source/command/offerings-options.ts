import {longestDays} from '../core/offerings/block-length.js';
import type {OfferingRequest, OfferingSubject} from '../core/offerings/request.js';
import {type OfferingSortKey, offeringSortKeys} from '../core/offerings/sort-offerings.js';
import {type SessionOptions, sessionOptions} from './session-options.js';
import type {TypedFlags} from './typed-flags.js';
import {quote, UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import {mostInstances, parseCount} from './values/parse-count.js';
import {parseDuration} from './values/parse-duration.js';
import {parseExactType} from './values/parse-exact-type.js';
import {parseMoment} from './values/parse-moment.js';
import {parseReservationId} from './values/parse-reservation-id.js';
import type {Scenarios} from './values/parse-scenario.js';

export const offeringsFormats = ['table', 'json', 'csv', 'yaml'] as const;

export type OfferingsOptions = SessionOptions & {
	readonly asks:
		| {readonly kind: 'search'; readonly request: OfferingRequest; readonly findsLargest: boolean}
		/** More time for a block that is held. */
		| {readonly kind: 'extension'; readonly id: string; readonly hours: number};
	readonly sort: OfferingSortKey;
	readonly output: (typeof offeringsFormats)[number];
	/** Exit 4 when a region could not tell. */
	readonly isStrict: boolean;
};

export function offeringsOptions(flags: TypedFlags, scenarios: Scenarios): OfferingsOptions {
	const session = sessionOptions(flags, scenarios, parseDuration('--timeout', flags.timeout ?? '30s', {min: '1s', max: '10m'}));
	return {
		...session,
		asks: flags.extend === undefined ? searchOf(flags, session.regions) : extensionOf(flags.extend, flags),
		sort: flags.sort === undefined ? 'price' : parseChoice('--sort', 'key', flags.sort, offeringSortKeys),
		output: flags.output === undefined ? 'table' : parseChoice('--output', 'format', flags.output, offeringsFormats),
		isStrict: flags.strict,
	};
}

function searchOf(flags: TypedFlags, regions: readonly string[] | null): OfferingsOptions['asks'] {
	const {startAfter, endBy} = flags;
	return {
		kind: 'search',
		findsLargest: flags.largest,
		request: {
			subject: subjectOf(flags),
			hours: hoursOf(flags),
			startAfter: startAfter === undefined ? null : parseMoment('--start-after', startAfter, 'start'),
			endBy: endBy === undefined ? null : parseMoment('--end-by', endBy, 'end'),
			regions,
		},
	};
}

function subjectOf({instanceType, ultraserverType, count}: TypedFlags): OfferingSubject {
	if (instanceType !== undefined && ultraserverType !== undefined) {
		throw new UsageError('offerings takes one of the two, --instance-type or --ultraserver-type: AWS is asked for one type at a time.');
	}

	if (instanceType === undefined && ultraserverType === undefined) {
		throw new UsageError(
			'offerings needs --instance-type or --ultraserver-type, and --count and --days: --instance-type p5.48xlarge --count 32 --days 7.',
		);
	}

	if (count === undefined) {
		throw new UsageError('offerings needs --count: AWS sells by the count that is asked for, and says nothing of others.');
	}

	const amount = parseCount('--count', count, {min: 1, max: mostInstances});
	return instanceType === undefined
		? {kind: 'ultraservers', ultraserverType: parseUltraserverType(ultraserverType ?? ''), count: amount}
		: {kind: 'instances', instanceType: parseExactType('--instance-type', instanceType), count: amount};
}

function extensionOf(id: string, flags: TypedFlags): OfferingsOptions['asks'] {
	const other = (['instanceType', 'ultraserverType', 'count', 'startAfter', 'endBy'] as const).find((key) => flags[key] !== undefined);
	if (other !== undefined || flags.largest) {
		throw new UsageError('--extend is for more time of the same block: of the search it takes only --days or --hours.');
	}

	const block = parseReservationId('--extend', id);
	return {kind: 'extension', id: block, hours: hoursOf(flags)};
}

function hoursOf({days, hours}: TypedFlags): number {
	if ((days === undefined) === (hours === undefined)) {
		throw new UsageError('offerings needs one of --days and --hours.');
	}

	return days === undefined
		? parseCount('--hours', hours ?? '', {min: 1, max: longestDays * 24})
		: parseCount('--days', days, {min: 1, max: longestDays}) * 24;
}

function parseUltraserverType(text: string): string {
	const type = text.trim().toLowerCase();
	if (!/^u-[a-z0-9-]{1,40}$/.test(type)) {
		throw new UsageError(`--ultraserver-type: ${quote(text)} is not the type of an UltraServer. Write it like u-p6e-gb200x72.`);
	}

	return type;
}
