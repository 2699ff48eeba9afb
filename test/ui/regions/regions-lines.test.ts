import {describe, expect, test} from 'vitest';
import {CapacityError} from '../../../source/core/errors.js';
import {selectCoverage} from '../../../source/store/selectors.js';
import {unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import {regionRows} from '../../../source/ui/regions/region-rows.js';
import {regionsLines} from '../../../source/ui/regions/regions-lines.js';
import type {UiSettings} from '../../../source/ui/ui-settings.js';
import {failure, fakeSource} from '../../helpers/fake-source.js';
import {type OpenStore, openStore} from '../../helpers/open-store.js';
import {drawing} from '../../helpers/render-app.js';
import {block, reservation} from '../../helpers/reservation.js';

const settings: UiSettings = {glyphs: unicodeGlyphs, label: null, intervalMs: 30_000};

function linesOf({store}: OpenStore, width: number, height: number): readonly string[] {
	const state = store.getState();
	const lines = regionsLines(state, regionRows(state), settings, width, height);
	expect(lines.filter((line) => widthOf(line) !== width)).toEqual([]);
	expect(lines.length).toBeLessThanOrEqual(height);
	return lines.map((line) => textOf(line).trimEnd());
}

/** One region of each kind: whole, slow, empty, denied, stale and resting, stale, left out, not enabled. */
async function mixedRegions(): Promise<OpenStore> {
	const answers = {
		'ap-south-1': failure('denied', 'Not authorised. Add ec2:DescribeCapacityReservations to this role.'),
		'eu-central-1': [],
		'eu-west-1': [[reservation({region: 'eu-west-1', id: 'cr-1'}), reservation({region: 'eu-west-1', id: 'cr-2'})]],
		'eu-west-2': [],
		'us-east-1': [[reservation({id: 'cr-3'}), block()]],
		'us-west-2': 'hangs',
		'us-west-1': [],
	} as const;
	const opened = await openStore({
		source: fakeSource(answers, {notEnabled: ['af-south-1']}),
		marked: ['ap-south-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'us-east-1', 'us-west-2'],
	});
	await opened.time.advance(20_000);
	opened.source.answers.set('eu-west-1', {...failure('throttled', 'Throttled: too many calls.'), requestId: 'req-1'});
	opened.source.answers.set('eu-west-2', failure('expired_credentials', 'The credentials have expired.'));
	void opened.store.getState().refresh();
	await opened.time.advance(40_000);
	opened.store.getState().tick();
	return opened;
}

test('every region with its status, counts, age and interval; failed ones first, those that are not enabled last', async () => {
	expect(linesOf(await mixedRegions(), 120, 16)).toEqual(
		drawing(`
  Regions   6 marked   ▏
      REGION            STATUS                       ODCRS  BLOCKS     AGE  EVERY
 ▌[●] ap-south-1        denied                           –       –       –  backing off, next in 50 s
  [●] eu-west-1         stale: throttled                 2       0   1 min  backing off, next in 20 s
  [●] eu-west-2         stale: credentials expired       0       0   1 min  5 min  no reservations
  [●] us-west-2         timed out                        –       –       –  backing off, next in 1 min
  [●] eu-central-1      ok, empty                        0       0    40 s  5 min  no reservations
  [●] us-east-1         ok                               1       1     9 s  30 s
  [ ] us-west-1         left out                         –       –       –  –
  [ ] af-south-1        not enabled                      –       –       –  –



  ap-south-1: Not authorised. Add ec2:DescribeCapacityReservations to this role. Asked again in 50 s.
`),
	);
});

test('what failed says how to leave the region out here', async () => {
	const message = 'No answer in time: allow more with --timeout, or leave the region out with --regions.';
	const opened = await openStore({source: fakeSource({'us-east-1': failure('timeout', message)})});
	expect(linesOf(opened, 120, 10).at(-1)).toMatch(
		/^ {2}us-east-1: No answer in time: allow more with --timeout, or leave the region out with space\. Asked again/,
	);
});

test('marked regions that turn out not to be enabled are said to be, since the header does not count them', async () => {
	const opened = await openStore({source: fakeSource({'us-east-1': [], 'ap-south-2': failure('not_enabled')})});
	expect(linesOf(opened, 120, 10)[0]).toBe('  Regions   2 marked, 1 of them not enabled   ▏');
	expect(selectCoverage(opened.store.getState()).wanted).toBe(1);
});

test('without a region that is known, why', async () => {
	const source = fakeSource({});
	source.connectError = new CapacityError('no_credentials', 'No credentials.');
	const opened = await openStore({source});
	expect(linesOf(opened, 80, 10)).toEqual(
		drawing(`
  Regions   0 marked   ▏
      REGION          STATUS                     ODCRS  BLOCKS     AGE  EVERY
  No regions are known yet: no credentials.




  No credentials.

`),
	);
	opened.store.setState({connection: {status: 'connecting'}});
	expect(linesOf(opened, 80, 10)[2]).toBe('  No regions are known yet: they are being looked for.');
});

test('what does not fit says so: which regions these are, and that the message goes on', async () => {
	const message = 'Not authorised. '.repeat(30).trim();
	const opened = await openStore({
		source: fakeSource({
			'us-east-1': failure('denied', message),
			...Object.fromEntries(Array.from({length: 9}, (_, place) => [`eu-west-${place + 1}`, []])),
		}),
	});
	const drawn = linesOf(opened, 60, 11);
	expect(drawn[0]).toBe('  Regions   10 marked   1–3 of 10   ▏');
	expect(drawn.at(-1)).toBe('  … 6 more lines in a larger terminal');
	expect(drawn).toHaveLength(11);
});

test('narrower: shorter words for the interval, then none', async () => {
	const opened = await mixedRegions();
	expect(linesOf(opened, 80, 16).slice(1, 4)).toEqual(
		drawing(`
      REGION          STATUS                     ODCRS  BLOCKS     AGE  EVERY
 ▌[●] ap-south-1      denied                         –       –       –  in 50 s
  [●] eu-west-1       stale: throttled               2       0   1 min  in 20 s
`),
	);
	expect(linesOf(opened, 60, 16).slice(1, 5)).toEqual(
		drawing(`
      REGION          STATUS            ODCRS BLOCKS    AGE
 ▌[●] ap-south-1      denied                –      –      –
  [●] eu-west-1       stale: throttled      2      0  1 min
  [●] eu-west-2       stale: credentia…     0      0  1 min
`),
	);
});

test('the region under the cursor has its error in full, however long', async () => {
	const opened = await mixedRegions();
	opened.store.getState().movePicker('eu-west-1', 1);
	expect(linesOf(opened, 120, 16).at(-1)).toBe('  eu-west-1: Throttled: too many calls. Asked again in 20 s. (request req-1)');
	const long = `${'explicit deny in a service control policy '.repeat(6)}END`;
	opened.source.answers.set('ap-south-1', failure('denied', long));
	void opened.store.getState().refresh();
	await opened.time.advance(1000);
	opened.store.getState().movePicker('ap-south-1', 0);
	expect(linesOf(opened, 60, 11).join(' ')).toContain('END');
	expect(linesOf(opened, 60, 11)[2]).toContain(' ▌[●] ap-south-1');
});

test('the cursor stays on its region when a refresh moves that', async () => {
	const opened = await mixedRegions();
	opened.store.getState().movePicker('us-east-1', 5);
	const selected = () => linesOf(opened, 80, 20).find((line) => line.includes('▌'));
	expect(selected()).toContain('us-east-1');
	opened.source.answers.set('eu-west-1', []);
	opened.source.answers.set('us-east-1', failure('denied'));
	void opened.store.getState().refresh();
	await opened.time.advance(1000);
	expect(selected()).toContain('us-east-1       stale: denied');
});

test('the cursor is always among the lines', async () => {
	const opened = await openStore();
	const rows = regionRows(opened.store.getState());
	for (const [index, {name}] of rows.entries()) {
		opened.store.getState().movePicker(name, index);
		for (const height of [8, 11, 20]) {
			expect(linesOf(opened, 80, height).filter((line) => line.includes('▌'))).toEqual([expect.stringContaining(name)]);
		}
	}
});

describe('typing', () => {
	test('of a long text the end is shown, and where it goes on', async () => {
		const opened = await openStore();
		opened.store.getState().typeInPicker(`${'long '.repeat(39)}tail`);
		for (const width of [60, 80, 120]) {
			expect(linesOf(opened, width, 12)[0]).toMatch(/^ {2}Regions {3}17 marked {3}….*long tail▏$/);
		}
	});

	test('leaves the regions that have it in their names; those that are marked stay counted', async () => {
		const opened = await openStore();
		opened.store.getState().typeInPicker('US-e');
		const lines = linesOf(opened, 80, 20);
		expect(lines[0]).toBe('  Regions   17 marked   US-e▏');
		expect(lines.filter((line) => line.includes('[')).map((line) => line.slice(6, 15))).toEqual(['us-east-1', 'us-east-2']);
	});

	test('says that nothing matches', async () => {
		const opened = await openStore();
		opened.store.getState().typeInPicker('mars');
		expect(linesOf(opened, 80, 20)[2]).toBe('  No region has "mars" in its name.');
	});
});

test('why the list is the built-in one', async () => {
	const source = fakeSource({'us-east-1': []});
	source.listRegions = async () => ({
		origin: 'builtin',
		regions: [{name: 'us-east-1', isEnabled: true}],
		note: 'DescribeRegions was refused. The built-in list of 17 regions stands in for it; --regions names others.',
	});
	const lines = linesOf(await openStore({source}), 120, 20);
	expect(lines[0]).toBe('  Regions   1 marked   built-in list   ▏');
	expect(lines.at(-1)).toBe('  DescribeRegions was refused. The built-in list of 17 regions stands in for it; --regions names others.');
});

test('why nothing can be read any more', async () => {
	const opened = await openStore();
	opened.source.connectError = new CapacityError('expired_credentials', 'The SSO session of profile prod has expired.', {
		hint: 'Log in again:\naws sso login --profile prod',
	});
	await opened.time.advance(60_000);
	expect(linesOf(opened, 120, 30).slice(-3)).toEqual([
		'  The SSO session of profile prod has expired.',
		'  Log in again:',
		'  aws sso login --profile prod',
	]);
	const row = linesOf(opened, 120, 30).find((line) => line.includes('us-east-1'));
	expect(row).toContain('stale: credentials expired');
});

test('a region that is not enabled says why it cannot be marked', async () => {
	const opened = await mixedRegions();
	opened.store.getState().movePicker('af-south-1', 7);
	expect(linesOf(opened, 120, 16).at(-1)).toBe('  af-south-1: this account has not enabled the region, so it is not asked.');
});

test('paused regions are not asked', async () => {
	const opened = await openStore();
	opened.store.getState().togglePause();
	expect(linesOf(opened, 120, 20)[3]).toMatch(/ {2}paused$/);
});
