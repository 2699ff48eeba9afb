import {expect, test} from 'vitest';
import {CapacityError} from '../../../source/core/errors.js';
import {emptyQuery} from '../../../source/core/rows/query.js';
import {failure, fakeSource} from '../../helpers/fake-source.js';
import {drawing, keys, renderApp} from '../../helpers/render-app.js';
import {block, reservation} from '../../helpers/reservation.js';
import {sampleAccount, sampleRegions} from '../../helpers/sample-account.js';

const size = {columns: 80, rows: 24} as const;
const nowhere = Object.fromEntries(sampleRegions.map((region) => [region, []]));

test('while nothing has answered: how many regions are read, and which are slow', async () => {
	const app = await renderApp({...size, source: fakeSource({'us-east-1': 'hangs', 'us-west-2': 'hangs'})});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   0 of 2 regions         ◌ reading 0 of 2
 ▸1 ODCRs  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide      u○ a○ R2 /
                                                                       0 hidden

  Reading 2 regions…  0 answered, 0 reservations so far

 ⏎ details  s sort: free ↓  x use  y copy id  r refresh          ? help  q quit
`),
	);
	await app.advance(6000);
	expect(app.drawn().slice(3, 7)).toEqual(
		drawing(`

  Reading 2 regions…  0 answered, 0 reservations so far
  us-east-1 is slow (6 s)
  us-west-2 is slow (6 s)
`),
	);
});

test('before the regions are known', async () => {
	const source = sampleAccount();
	source.connect = async () => new Promise(() => undefined);
	const app = await renderApp({...size, source});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   prod                                           ◌ connecting
 ▸1 ODCRs   2 Blocks   3 Timeline   4 Events   5 Offerings   6 Guide  u○ a○ R /
                                                                       0 hidden

  Looking for credentials and regions…

 ⏎ details  s sort: free ↓  x use  y copy id  r refresh          ? help  q quit
`),
	);
});

test('a slow region does not hold up the rows of the others', async () => {
	const app = await renderApp({...size, source: fakeSource({'us-east-1': [[reservation()]], 'ap-southeast-2': 'hangs'})});
	expect(app.drawn().slice(0, 5)).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  1/2 regions     0 s ago  ◌ reading 1 of 2
 ▸1 ODCRs 1  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide    u○ a○ R2 /
  1 of 4 instances free, 25 %   8 of 32 accelerators idle and billed   0 hidden
  TYPE         AZ             ACCEL TOTAL  FREE  USED  USE         STATE
 ▌p5.48xlarge  us-east-1a   32 H100     4     1     3  ████▌░  75% active
`),
	);
});

test('no reservations, said only when every region has answered', async () => {
	const app = await renderApp({...size, source: fakeSource(nowhere)});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   17 regions      0 s ago   ● live, 5 min
 ▸1 ODCRs 0  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide   u○ a○ R17 /
  0 of 0 instances free                                                0 hidden

  No On-Demand Capacity Reservations in 17 regions of 123456789012.

 ⏎ details  s sort: free ↓  x use  y copy id  r refresh          ? help  q quit
`),
	);
	await app.press('2');
	expect(app.drawn()[4]).toBe('  No Capacity Blocks in 17 regions of 123456789012.');
	await app.press('3');
	expect(app.drawn()[4]).toBe('  No Capacity Blocks in 17 regions of 123456789012.');
});

test('none where regions answered, but some did not', async () => {
	const app = await renderApp({...size, source: fakeSource({...nowhere, 'eu-west-1': failure('denied')})});
	expect(app.drawn().slice(3, 6)).toEqual(
		drawing(`

  16 of 17 regions answered; none of them has On-Demand Capacity Reservations.
  R shows what the others said.
`),
	);
});

test('all failed: each reason once, with what to do', async () => {
	const denied = failure(
		'denied',
		'Not authorised to describe capacity reservations. Add ec2:DescribeCapacityReservations to this role, or leave the region out with --regions.',
	);
	const app = await renderApp({
		...size,
		source: fakeSource({
			'eu-west-1': denied,
			'us-east-1': denied,
			'us-west-2': failure('timeout', 'No answer in 30 s. Try again, or give it longer with --timeout.'),
		}),
	});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  123456789012  0/3 regions · 2 denied · 1 timed out    ! retry in 45 s
 ▸1 ODCRs  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide      u○ a○ R3 /
                                                                       0 hidden

  None of 3 regions could be read.

  denied, 2 regions
  Not authorised to describe capacity reservations. Add
  ec2:DescribeCapacityReservations to this role, or leave the region out with
  --regions.

  timed out, 1 region
  No answer in 30 s. Try again, or give it longer with --timeout.

  R shows each region, r tries again.

 ⏎ details  s sort: free ↓  x use  y copy id  r refresh          ? help  q quit
`),
	);
});

test('no credentials: how to get them; r tries again', async () => {
	const source = sampleAccount();
	source.connectError = new CapacityError('no_credentials', 'No credentials.', {
		hint: 'Set them up with `aws configure` or `aws sso login --profile NAME`,\nname a profile with --profile, or look around with --demo.',
	});
	const app = await renderApp({...size, source});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   prod                                       ! no credentials
 ▸1 ODCRs   2 Blocks   3 Timeline   4 Events   5 Offerings   6 Guide  u○ a○ R /
                                                                       0 hidden

  No credentials.
  Set them up with \`aws configure\` or \`aws sso login --profile NAME\`,
  name a profile with --profile, or look around with --demo.

  r tries again.

 ⏎ details  s sort: free ↓  x use  y copy id  r refresh          ? help  q quit
`),
	);
	for (const pane of ['2', '3', '4', '5']) {
		await app.press(pane);
		expect(app.text()).toContain('\n  No credentials.\n  Set them up with `aws configure`');
		expect(app.text()).toContain('\n  r tries again.');
	}

	source.connectError = null;
	await app.press('1');
	await app.press('r');
	await app.advance(100);
	expect(app.drawn()[4]).toContain('g6.xlarge');
});

test('hidden by filters: how many, and how to see them', async () => {
	const app = await renderApp({...size, view: {query: {...emptyQuery, instanceTypes: ['p6*'], minCapacity: 100}}});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
 ▸1 ODCRs 0  2  3  4  5  6                     u○  a○  min 100 ●  p6* ●  R17  /
  0 of 0 instances free                                               12 hidden

  No On-Demand Capacity Reservations match the filters.
  12 hidden by filters; 0 clears the filters.

 ⏎ details  s sort: free ↓  x use  y copy id  r refresh          ? help  q quit
`),
	);
	await app.press('0');
	expect(app.drawn()[4]).toContain('g6.xlarge');
});

test('of what the filters hide, what is ended is not said to come back with 0', async () => {
	const rows = [reservation({}), reservation({id: 'cr-0e'}), reservation({id: 'cr-0f', state: 'expired'})];
	const app = await renderApp({...size, source: fakeSource({'us-east-1': [rows]}), view: {query: {...emptyQuery, search: 'trn2'}}});
	expect(app.drawn().slice(2, 8)).toEqual([
		expect.stringMatching(/ 3 hidden$/),
		'',
		'  No On-Demand Capacity Reservations match the filters.',
		'  2 hidden by filters; 0 clears the filters.',
		'  1 ended one hidden by filters: 0 and then E shows them.',
		'',
	]);
	await app.press('0');
	expect(app.drawn()[2]).toMatch(/ 1 ended hidden$/);
});

test('blocks of a type that has none are not to be had by any filter, which the pane says', async () => {
	const view = {hasHints: true, query: {...emptyQuery, instanceTypes: ['inf2.xlarge']}};
	const app = await renderApp({...size, view});
	await app.press('2');
	expect(app.drawn().slice(4, 8)).toEqual([
		'  No Capacity Blocks match the filters.',
		'  5 hidden by filters; 0 clears the filters.',
		'  4 ended ones hidden by filters: 0 and then E shows them.',
		'  inf2.xlarge is not sold as Capacity Blocks; 1 shows the ODCRs.',
	]);
	const silent = await renderApp({...size, view: {...view, hasHints: false}});
	await silent.press('2');
	expect(silent.text()).not.toContain('not sold');
});

test('only ended ones: E shows them', async () => {
	const app = await renderApp({...size, source: fakeSource({'us-east-1': [[block({state: 'expired'})]]})});
	await app.press('2');
	expect(app.drawn().slice(1, 6)).toEqual(
		drawing(`
  1 ODCRs ▸2 Blocks 0  3 Timeline  4 Events  5 Offerings  6 Guide    u○ a○ R1 /
  0 live: 0 instances                                            1 ended hidden

  No Capacity Blocks but ended ones.
  1 ended one hidden: E shows them.
`),
	);
	await app.press('E');
	expect(app.drawn()[4]).toContain('expired');
});

test('the terminal is too small: says how large it is and what is needed; only q and ctrl-c are heard', async () => {
	const app = await renderApp({columns: 59, rows: 15});
	expect(app.lines()).toEqual(['This terminal is 59x15; 60x15 is needed.   q quit']);
	await app.resize(30, 6);
	expect(app.lines()).toEqual(['This terminal is 30x6; 60x15', 'is needed.   q quit']);
	await app.resize(4, 2);
	expect(app.lines().every((line) => line.length <= 4) && app.lines().length <= 2).toBe(true);
	await app.press('2', keys.enter);
	await app.resize(80, 24);
	expect(app.lines()[4]).toContain('g6.xlarge');
	await app.resize(10, 3);
	await app.press('q');
	expect(app.exitCode()).toBe(0);
});
