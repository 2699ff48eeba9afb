import {readMoment} from '../words/read-moment.js';
import {type OfferingsPlan, planOfferings} from './plan-offerings.js';
import type {OfferingRequest} from './request.js';

/** A search as a person types it; dates may be empty. */
export type OfferingsForm = {
	readonly type: string;
	readonly count: string;
	readonly days: string;
	readonly startAfter: string;
	readonly endBy: string;
};

export type FormProblem = {readonly field: keyof OfferingsForm; readonly because: string};

export type FormReading = {readonly kind: 'request'; readonly request: OfferingRequest} | ({readonly kind: 'problem'} & FormProblem);

/** The longest that a number of a form may be. */
const mostDigits = 4;

/**
Reads the form; `regions`: those that are marked, `null` is every enabled one. A type that begins with `u-` is of UltraServers.

What AWS never sells is a problem of the field that asks for it.
*/
export function readForm({type, count, days, startAfter, endBy}: OfferingsForm, regions: readonly string[] | null, now: Date): FormReading {
	const typed = type.trim().toLowerCase();
	const isUltra = /^u-[a-z0-9-]{1,40}$/.test(typed);
	if (!isUltra && !/^[a-z0-9-]{1,50}\.[a-z0-9-]{1,50}$/.test(typed)) {
		return {kind: 'problem', field: 'type', because: 'Write one type like p5.48xlarge, or u-p6e-gb200x72 for UltraServers.'};
	}

	const amount = numberOf(count);
	if (amount === null) {
		return {kind: 'problem', field: 'count', because: 'COUNT is a whole number of instances, 1 or more.'};
	}

	const length = numberOf(days);
	if (length === null) {
		return {kind: 'problem', field: 'days', because: 'DAYS is a whole number, 1 or more.'};
	}

	const after = dateOf(startAfter, 'start');
	const by = dateOf(endBy, 'end');
	if (after === 'wrong' || by === 'wrong') {
		return {
			kind: 'problem',
			field: after === 'wrong' ? 'startAfter' : 'endBy',
			because: 'A day looks like 2026-12-01, in UTC; empty is any.',
		};
	}

	const request: OfferingRequest = {
		subject: isUltra
			? {kind: 'ultraservers', ultraserverType: typed, count: amount}
			: {kind: 'instances', instanceType: typed, count: amount},
		hours: length * 24,
		startAfter: after,
		endBy: by,
		regions,
	};
	const plan = planOfferings(request, now);
	return plan.kind === 'never' ? {kind: 'problem', field: fieldOf[plan.part], because: plan.because} : {kind: 'request', request};
}

/** The days of a form as hours; `null`: they are no number. */
export function hoursOfForm({days}: OfferingsForm): number | null {
	const length = numberOf(days);
	return length === null ? null : length * 24;
}

const fieldOf = {length: 'days', count: 'count', window: 'endBy'} as const satisfies Record<
	Extract<OfferingsPlan, {readonly kind: 'never'}>['part'],
	keyof OfferingsForm
>;

function numberOf(text: string): number | null {
	const trimmed = text.trim();
	const number = /^\d+$/.test(trimmed) && trimmed.length <= mostDigits ? Number(trimmed) : 0;
	return number > 0 ? number : null;
}

function dateOf(text: string, edge: 'start' | 'end'): Date | 'wrong' | null {
	return text.trim() === '' ? null : (readMoment(text, edge) ?? 'wrong');
}
