import {failureWords} from '../regions/failure-words.js';
import {counted} from '../words/counted.js';
import {spanText} from '../words/span-text.js';
import type {ReservationChange} from './changes.js';
import type {Happening} from './events.js';

/** An event in the parts of a line; a part that does not apply is empty. A value that AWS did not tell is `unknown`. */
export type EventText = {
	/** A reservation's id, a region, `credentials` or `truffle`. */
	readonly subject: string;
	/** One word. */
	readonly what: string;
	readonly from: string;
	/** The new value, or what there is to read. */
	readonly to: string;
};

export function describeEvent(event: Happening): EventText {
	switch (event.type) {
		case 'reservation':
			return describeChange(event.change);
		case 'region':
			return event.what === 'recovered'
				? {subject: event.region, what: 'recovered', from: `${failureWords[event.status]} for ${spanText(event.failedForMs)}`, to: 'ok'}
				: {subject: event.region, what: event.what, from: '', to: event.message};
		case 'credentials':
			return event.what === 'expired'
				? {subject: 'credentials', what: 'expired', from: '', to: expiryText(event)}
				: {subject: 'credentials', what: 'renewed', from: `expired for ${spanText(event.expiredForMs)}`, to: 'ok'};
		case 'note':
			return {subject: 'truffle', what: 'note', from: '', to: event.text};
	}
}

/** With the region that said so: others may still let the same credentials in. */
function expiryText({region, message}: {readonly region: string | null; readonly message: string}): string {
	return region === null ? message : `${region}: ${message}`;
}

function describeChange({id, key, what, from, to}: ReservationChange): EventText {
	const subject = id ?? key;
	switch (what) {
		case 'new':
			return {subject, what, from: '', to: typeof to === 'number' ? counted(to, 'instance') : 'unknown size'};
		case 'gone':
			return {subject, what, from: from === null ? 'state unknown' : `was ${from}`, to: ''};
		case 'tags':
			return {subject, what, from: String(from ?? ''), to: String(to ?? '')};
		case 'state':
		case 'total':
		case 'free':
		case 'used':
		case 'start':
		case 'end':
			return {subject, what, from: valueText(from), to: valueText(to)};
	}
}

function valueText(value: string | number | null): string {
	return value === null ? 'unknown' : String(value);
}
