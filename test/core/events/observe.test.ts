import {describe, expect, test} from 'vitest';
import {CapacityError} from '../../../source/core/errors.js';
import {describeEvent} from '../../../source/core/events/describe-event.js';
import {nothingObserved, type Observed, observeError, observeResult} from '../../../source/core/events/observe.js';
import type {RegionFailureStatus, RegionResult} from '../../../source/core/regions/region-result.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {reservation} from '../../helpers/reservation.js';

const start = Date.parse('2026-11-23T10:00:00Z');
const one = reservation({id: 'cr-1'});
const two = reservation({id: 'cr-2'});

function answered(reservations: readonly Reservation[], region = 'us-east-1'): RegionResult {
	return {region, status: reservations.length === 0 ? 'empty' : 'ok', reservations, fetchedAt: new Date(start)};
}

function failed(status: RegionFailureStatus, region = 'us-east-1'): RegionResult {
	return {region, status, failure: {status, code: 'Code', message: `It is ${status}.`, requestId: null}};
}

/** The events of results that come a minute apart, each as one line. */
function story(...results: readonly (RegionResult | CapacityError)[]): readonly (readonly string[])[] {
	let observed: Observed = {observation: nothingObserved, happenings: []};
	return results.map((result, minute) => {
		const at = new Date(start + minute * 60_000);
		observed =
			result instanceof CapacityError ? observeError(observed.observation, result, at) : observeResult(observed.observation, result, at);
		return observed.happenings.map((happening) => {
			const {subject, what, from, to} = describeEvent(happening);
			return [subject, what, from, to].filter((part) => part !== '').join(' ');
		});
	});
}

describe('reservations', () => {
	test('the first answer of a region is no change', () => {
		expect(story(answered([one, two]))).toEqual([[]]);
	});

	test('a region that fails loses nothing; what went meanwhile is gone once it has answered', () => {
		expect(story(answered([one, two]), failed('timeout'), failed('timeout'), answered([two]))).toEqual([
			[],
			['us-east-1 failed It is timeout.'],
			[],
			['us-east-1 recovered timed out for 2 min ok', 'cr-1 gone was active'],
		]);
	});

	test('an outage names its first request, and is told once although each answer has another one', () => {
		const outage = ['a', 'b'].map((requestId): RegionResult => {
			const failure = {status: 'denied', code: 'Code', message: 'It is denied.', requestId} as const;
			return {region: 'us-east-1', status: 'denied', failure};
		});
		expect(story(...outage)).toEqual([['us-east-1 failed It is denied. (request a)'], []]);
	});

	test('no failure of any kind makes anything gone', () => {
		const kinds = ['not_enabled', 'denied', 'throttled', 'expired_credentials', 'timeout', 'failed'] as const;
		for (const kind of kinds) {
			expect(
				story(answered([one]), failed(kind), answered([one]))
					.flat()
					.filter((line) => line.includes('gone')),
			).toEqual([]);
		}
	});

	test('an empty answer does', () => {
		expect(story(answered([one]), answered([]))).toEqual([[], ['cr-1 gone was active']]);
	});

	test('a region that failed first begins with its first good answer', () => {
		expect(story(failed('denied'), answered([one]), answered([one, two]))).toEqual([
			['us-east-1 failed It is denied.'],
			['us-east-1 recovered denied for 1 min ok'],
			['cr-2 new 4 instances'],
		]);
	});

	test('regions are compared each with itself', () => {
		expect(story(answered([one]), answered([], 'us-west-2'), answered([one]), answered([two], 'us-west-2'))).toEqual([
			[],
			[],
			[],
			['cr-2 new 4 instances'],
		]);
	});
});

describe('regions', () => {
	test('how it fails is told again only when that changes, and the outage lasts from its beginning', () => {
		expect(story(answered([]), failed('throttled'), failed('throttled'), failed('timeout'), answered([]))).toEqual([
			[],
			['us-east-1 throttled It is throttled.'],
			[],
			['us-east-1 failed It is timeout.'],
			['us-east-1 recovered timed out for 3 min ok'],
		]);
	});

	test('one that the account has not enabled is no outage, unless it was read before', () => {
		expect(story(failed('not_enabled'), answered([]), failed('not_enabled'))).toEqual([[], [], ['us-east-1 failed It is not_enabled.']]);
	});
});

describe('credentials', () => {
	test('that expired are one event, however many regions say so, and renewed once', () => {
		expect(
			story(
				answered([one]),
				answered([], 'us-west-2'),
				failed('expired_credentials'),
				failed('expired_credentials', 'us-west-2'),
				answered([one]),
				answered([], 'us-west-2'),
			),
		).toEqual([
			[],
			[],
			['credentials expired us-east-1: It is expired_credentials.'],
			[],
			['credentials renewed expired for 2 min ok'],
			[],
		]);
	});

	test('are not renewed by a region that was let in before they expired', () => {
		expect(story(failed('expired_credentials'), answered([], 'us-west-2'), failed('expired_credentials', 'eu-west-1'))).toEqual([
			['credentials expired us-east-1: It is expired_credentials.'],
			[],
			[],
		]);
	});

	test('that are known again but not allowed are renewed, and the region fails', () => {
		expect(story(failed('expired_credentials'), failed('denied'))).toEqual([
			['credentials expired us-east-1: It is expired_credentials.'],
			['credentials renewed expired for 1 min ok', 'us-east-1 failed It is denied.'],
		]);
	});

	test('that expired before a call could be made are renewed by any answer', () => {
		const error = new CapacityError('expired_credentials', 'The SSO session is over.', {
			hint: 'Renew them with: aws sso login --profile prod',
		});
		expect(story(answered([one]), error, error, answered([two]))).toEqual([
			[],
			['credentials expired The SSO session is over. Renew them with: aws sso login --profile prod'],
			[],
			['credentials renewed expired for 2 min ok', 'cr-2 new 4 instances', 'cr-1 gone was active'],
		]);
	});

	test('an outage that outlasts them recovers for as long as it was', () => {
		expect(story(failed('timeout'), failed('expired_credentials'), answered([]))).toEqual([
			['us-east-1 failed It is timeout.'],
			['credentials expired us-east-1: It is expired_credentials.'],
			['credentials renewed expired for 1 min ok', 'us-east-1 recovered timed out for 2 min ok'],
		]);
	});

	test('other reasons not to connect are no event', () => {
		expect(story(new CapacityError('bad_setting', 'No such profile.'))).toEqual([[]]);
	});
});
