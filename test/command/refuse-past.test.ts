import {expect, test} from 'vitest';
import {UsageError} from '../../source/command/usage-error.js';
import {refusePastEnd, refusePastStart} from '../../source/command/values/refuse-past.js';

const now = new Date('2026-11-23T10:00:00Z');

test('a run cannot begin on a day that is past, but earlier today', () => {
	const start = (text: string) => () => refusePastStart('--start', new Date(text), now);
	expect(start('2026-11-22T23:59:59Z')).toThrow(new UsageError('--start: 2026-11-22 is past. Leave --start out for as soon as it can be.'));
	expect(start('2026-11-23T00:00:00Z')).not.toThrow();
	expect(() => refusePastStart('--start', null, now)).not.toThrow();
});

test('a run cannot be over by now', () => {
	const end = (text: string) => () => refusePastEnd('--by', new Date(text), now);
	expect(end('2026-11-23T10:00:00Z')).toThrow(new UsageError('--by: 2026-11-23 10:00 UTC is past.'));
	expect(end('2026-11-23T10:00:01Z')).not.toThrow();
});
