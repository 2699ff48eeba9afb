import {expect, test} from 'vitest';
import {type OfferingsForm, readForm} from '../../../source/core/offerings/read-form.js';

const now = new Date('2026-11-23T10:13:00Z');
const form: OfferingsForm = {type: 'p5.48xlarge', count: '32', days: '7', startAfter: '', endBy: ''};
const read = (parts: Partial<OfferingsForm>) => readForm({...form, ...parts}, null, now);

test('a day begins the window at its start, or ends it at its end; empty leaves it open', () => {
	expect(read({startAfter: ' ', endBy: ''})).toMatchObject({kind: 'request', request: {startAfter: null, endBy: null}});
	expect(read({startAfter: '2026-12-01 ', endBy: '2026-12-20'})).toMatchObject({
		request: {startAfter: new Date('2026-12-01T00:00:00Z'), endBy: new Date('2026-12-20T23:59:59Z')},
	});
	expect(read({endBy: '2026-12-20T11:30Z'})).toMatchObject({request: {endBy: new Date('2026-12-20T11:30:00Z')}});
});

test.each([
	[{type: 'p5'}, 'type', /^Write one type/],
	[{count: '0'}, 'count', /^COUNT is a whole number/],
	[{count: '65'}, 'count', /at most 64 instances/],
	[{days: 'x'}, 'days', /^DAYS is a whole number/],
	[{days: '183'}, 'days', /at most 182 days/],
	[{startAfter: '1 Dec'}, 'startAfter', /^A day looks like 2026-12-01/],
	[{endBy: '2026-02-30'}, 'endBy', /^A day looks like 2026-12-01/],
	[{endBy: '2026-11-24'}, 'endBy', /too few for 7 d\.$/],
	[{startAfter: '2027-04-15', endBy: '2027-04-16'}, 'endBy', /too few for 7 d\.$/],
	[{startAfter: '2027-04-15', endBy: '2026-12-01'}, 'endBy', /^Nothing can start after 2027-04-15/],
] as const)('%o is a problem of the field %s', (parts, field, because) => {
	expect(read(parts)).toEqual({kind: 'problem', field, because: expect.stringMatching(because)});
});

test('what cannot be bought yet can be looked for: the answer says from when on', () => {
	expect(read({startAfter: '2027-06-01'}).kind).toBe('request');
});
