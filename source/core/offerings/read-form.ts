import type {OfferingRequest} from './request.js';

/** A search as a person types it. */
export type OfferingsForm = {readonly type: string; readonly count: string; readonly days: string};

export type FormReading =
	| {readonly kind: 'request'; readonly request: OfferingRequest}
	| {readonly kind: 'problem'; readonly field: keyof OfferingsForm; readonly because: string};

/** The longest that a number of a form may be. */
const mostDigits = 4;

/** Reads the form; `regions`: those that are marked, `null` is every enabled one. A type that begins with `u-` is of UltraServers. */
export function readForm({type, count, days}: OfferingsForm, regions: readonly string[] | null): FormReading {
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

	return {
		kind: 'request',
		request: {
			subject: isUltra
				? {kind: 'ultraservers', ultraserverType: typed, count: amount}
				: {kind: 'instances', instanceType: typed, count: amount},
			hours: length * 24,
			startAfter: null,
			endBy: null,
			regions,
		},
	};
}

function numberOf(text: string): number | null {
	const trimmed = text.trim();
	const number = /^\d+$/.test(trimmed) && trimmed.length <= mostDigits ? Number(trimmed) : 0;
	return number > 0 ? number : null;
}
