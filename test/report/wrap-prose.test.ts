import {expect, test} from 'vitest';
import {wrapProse} from '../../source/report/wrap-prose.js';

test('sentences are broken between words, with their indent; tables are not', () => {
	const lines = [
		'Billing: 69 idle instances are billed.',
		'',
		'   one: two three four',
		'| p5.48xlarge | us-east-1 |',
		'+-------------------------+',
	];
	expect(wrapProse(lines, 20)).toEqual([
		'Billing: 69 idle',
		'  instances are',
		'  billed.',
		'',
		'   one: two three',
		'     four',
		...lines.slice(3),
	]);
	expect(wrapProse(lines, 80)).toEqual(lines);
});
