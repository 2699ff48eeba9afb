import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {renderReport} from '../../source/report/render-report.js';
import {block, reservation} from '../helpers/reservation.js';
import {guideSnapshot, snapshotOf, tableOptions} from './guide-data.js';

const tricky = [
	'no',
	'on',
	'~',
	'null',
	'true',
	'',
	'=',
	'<<',
	'1e5',
	'e1',
	'0x1f',
	'017',
	'1_000',
	'.inf',
	'12:30:45',
	'2025-01-15',
	'- a',
	'a: b',
	'a #b',
	' lead',
	'trail ',
	'*x',
	'&x',
	'!x',
	'@x',
	'`x',
	'%x',
	'{x',
	'"q"',
	"it's",
	'|',
	'? a',
	'--- x',
	'モデル 😀',
	'a\u2028b\u00a0c\u0085',
	`${'word '.repeat(60)}end`,
];

test.each(['1.1', '1.2'] as const)('a YAML %s reader gets every string back', (version) => {
	const tags = Object.fromEntries(
		tricky.flatMap((text) => [[`key ${text}`, text], ...(text === '' || text === '<<' ? [] : [[text, 'value']])]),
	);
	const snapshot = snapshotOf([reservation({tags})]);
	const yaml = renderReport(snapshot, {...tableOptions, format: 'yaml'});
	expect(parse(yaml, {version})).toEqual(JSON.parse(renderReport(snapshot, {...tableOptions, format: 'json'})));
	const ascii = renderReport(snapshot, {...tableOptions, format: 'yaml', isAscii: true});
	expect(ascii).toMatch(/^[\n -~]+$/);
	expect(parse(ascii, {version})).toEqual(parse(yaml, {version}));
});

test('rows that are written one at a time are one list: of both kinds, of one, of none', () => {
	const rows = [reservation({id: 'cr-1', tags: {on: 'off'}}), reservation({id: 'cr-2'}), block({id: 'cr-3'}), block({id: 'cr-4'})];
	for (const [kinds, shown] of [
		[['odcr', 'block'], rows],
		[['odcr', 'block'], rows.slice(2)],
		[['block'], rows],
		[['odcr', 'block'], []],
	] as const) {
		const options = {...tableOptions, kinds};
		const yaml = renderReport(snapshotOf(shown), {...options, format: 'yaml'});
		expect(parse(yaml)).toEqual(JSON.parse(renderReport(snapshotOf(shown), {...options, format: 'json'})));
		expect(yaml.split('\n').filter((line) => /^\S/.test(line)).length).toBe(5 + kinds.length + Number(kinds[0] === 'odcr'));
	}

	const lines = renderReport(snapshotOf(rows), {...tableOptions, kinds: ['odcr', 'block'], format: 'yaml'}).split('\n');
	expect(lines.filter((line) => /^\S|^ {2}-/.test(line)).slice(4)).toEqual([
		'regions:',
		'  - region: us-east-1',
		'idle_cost:',
		'reservations:',
		'  - reservation_id: cr-1',
		'  - reservation_id: cr-2',
		'blocks:',
		'  - capacity_block_id: cb-0b10c00000000000b',
		'  - capacity_block_id: cb-0b10c00000000000b',
	]);
	expect(lines).toContain('      "on": "off"');
});

test('is written a value per line, times and account ids as strings', () => {
	const lines = renderReport(guideSnapshot, {...tableOptions, kinds: ['block'], format: 'yaml'}).split('\n');
	expect(lines.slice(0, 9)).toEqual([
		'version: 1',
		'generated_at: "2025-01-10T00:00:00Z"',
		'complete: true',
		'account_id: "123456789012"',
		'regions:',
		'  - region: eu-west-1',
		'    status: ok',
		'    error: null',
		'    fetched_at: "2025-01-10T00:00:00Z"',
	]);
	expect(lines).toContain('    duration_hours: 168');
	expect(lines.at(-1)).toBe('');
	expect(lines.filter((line) => /[&*]\w/.test(line))).toEqual([]);
});
