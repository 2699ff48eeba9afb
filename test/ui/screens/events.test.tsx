import {expect, test} from 'vitest';
import type {ReservationChange} from '../../../source/core/events/changes.js';
import {type Happening, numberEvents} from '../../../source/core/events/events.js';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {drawnAt} from '../../helpers/open-store.js';
import {drawing, keys, type RenderAppOptions, type RenderedApp, renderApp} from '../../helpers/render-app.js';
import {sampleBlocks, sampleOdcrs} from '../../helpers/sample-account.js';

/** A change of a reservation of the sample account. */
function changed(id: string, what: ReservationChange['what'], from: ReservationChange['from'], to: ReservationChange['to']): Happening {
	const row = [...sampleOdcrs(), ...sampleBlocks()].find((reservation): reservation is Reservation => reservation.id === id);
	const {key, kind, region, instanceType} = row ?? {
		key: `us-west-2/${id}`,
		kind: 'odcr',
		region: 'us-west-2',
		instanceType: 'p4d.24xlarge',
	};
	return {type: 'reservation', change: {key, id, kind, region, instanceType, what, from, to}};
}

/** Events of every kind, oldest first; the reservation of the newest is gone. */
const happenings: readonly Happening[] = [
	{type: 'note', text: 'The cache was damaged and is written anew.'},
	{
		type: 'region',
		what: 'throttled',
		region: 'us-east-2',
		status: 'throttled',
		message: 'Throttled: too many calls. It is asked less often for a while.',
	},
	{type: 'region', what: 'recovered', region: 'us-east-2', status: 'throttled', failedForMs: 95_000},
	{type: 'credentials', what: 'expired', region: null, message: 'The SSO session of profile prod has expired.'},
	{type: 'credentials', what: 'renewed', expiredForMs: 240_000},
	changed('cr-0e2d4c6b8a0f71395', 'new', null, 16),
	changed('cr-0e2d4c6b8a0f71395', 'state', 'pending', 'active'),
	changed('cr-0e2d4c6b8a0f71395', 'free', 8, 16),
	changed('cr-0a1b2c3d4e5f60718', 'end', '2026-11-25T11:30:00Z', '2026-11-26T11:30:00Z'),
	changed('cr-0fedcba9876543210', 'gone', 'active', null),
];

/** Pane 4 after these events, a minute apart, the newest 12 s ago. */
async function openEvents(options: RenderAppOptions, happened: readonly Happening[] = happenings): Promise<RenderedApp> {
	const app = await renderApp(options);
	const newest = Date.parse(drawnAt) - 12_000;
	const events = happened.flatMap((happening, index) =>
		numberEvents([happening], new Date(newest - (happened.length - 1 - index) * 60_000), 100 + index),
	);
	app.store.setState({events: events.toReversed()});
	await app.press('4');
	return app;
}

test('events of every kind at 120x40', async () => {
	const app = await openEvents({columns: 120, rows: 40});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied             updated 0 s ago   ● live, 10 s to 5 min
  1 ODCRs 12    2 Blocks 5    3 Timeline   ▸4 Events 10    5 Offerings    6 Guide               R 17 regions   / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  10 events since the app was opened                                                                           0 hidden

  TIME UTC        WHERE                 WHAT       CHANGE
 ▌10:12:48        cr-0fedcba9876543210  gone       was active   p4d.24xlarge us-west-2
  10:11:48        cr-0a1b2c3d4e5f60718  end        Nov 25 11:30 → Nov 26 11:30   p5.48xlarge us-east-1
  10:10:48        cr-0e2d4c6b8a0f71395  free       8 → 16   p5en.48xlarge us-west-2
  10:09:48        cr-0e2d4c6b8a0f71395  state      pending → active   p5en.48xlarge us-west-2
  10:08:48        cr-0e2d4c6b8a0f71395  new        16 instances   p5en.48xlarge us-west-2
  10:07:48        credentials           renewed    expired for 4 min → ok
  10:06:48        credentials           expired    The SSO session of profile prod has expired.
  10:05:48        us-east-2             recovered  throttled for 1 min → ok
  10:04:48        us-east-2             throttled  Throttled: too many calls. It is asked less often for a while.
  10:03:48        truffle               note       The cache was damaged and is written anew.

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 0 clear  y copy id  r refresh  p pause                                                                  ? help  q quit
`),
	);
});

test('events at 60x15: what it changed to is not cut', async () => {
	const app = await openEvents({columns: 60, rows: 15});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1  2  3 ▸4 Events 10  5  6
  10 events since the app was opened              1–7 of 10
  TIME UTC WHERE                WHAT      CHANGE
 ▌10:12:48 cr-0fedcba9876543210 gone      was active   p4d.…
  10:11:48 cr-0a1b2c3d4e5f60718 end       → Nov 26 11:30
  10:10:48 cr-0e2d4c6b8a0f71395 free      8 → 16   p5en.48x…
  10:09:48 cr-0e2d4c6b8a0f71395 state     pending → active
  10:08:48 cr-0e2d4c6b8a0f71395 new       16 instances   p5…
  10:07:48 credentials          renewed   expired for 4 min…
  10:06:48 credentials          expired   The SSO session o…

  cr-0fedcba9876543210 gone: was active · p4d.24xlarge
  us-west-2
 0 clear  y copy id  r refresh  p pause      ? help  q quit
`),
	);
	await app.press('G');
	expect(app.drawn().slice(3, -1)).toEqual(
		drawing(`
  TIME UTC WHERE                WHAT      CHANGE
  10:09:48 cr-0e2d4c6b8a0f71395 state     pending → active
  10:08:48 cr-0e2d4c6b8a0f71395 new       16 instances   p5…
  10:07:48 credentials          renewed   expired for 4 min…
  10:06:48 credentials          expired   The SSO session o…
  10:05:48 us-east-2            recovered throttled for 1 m…
  10:04:48 us-east-2            throttled Throttled: too ma…
 ▌10:03:48 truffle              note      The cache was dam…

  truffle note: The cache was damaged and is written anew.

`),
	);
});

test('a search finds events; the tab and the summary count them', async () => {
	const app = await openEvents({columns: 80, rows: 24});
	await app.press('/', 'us-east-2', keys.enter);
	expect(app.drawn().slice(1, 6)).toEqual(
		drawing(`
  1 ODCRs  2 Blocks  3 Timeline ▸4 Events 2  5 Offerings  6 Guide        R17 /●
  10 events since the app was opened                                   8 hidden
  TIME UTC        WHERE                 WHAT       CHANGE
 ▌10:05:48        us-east-2             recovered  throttled for 1 min → ok
  10:04:48        us-east-2             throttled  Throttled: too many calls. I…
`),
	);
	await app.press(keys.esc, '/', 'mars', keys.enter);
	expect(app.text()).toContain('\n  The search finds no event.\n');
});

test('Enter goes to the reservation, in the pane of its kind', async () => {
	const app = await openEvents({columns: 80, rows: 24});
	await app.press('j', keys.enter);
	expect(app.store.getState().pane).toBe('blocks');
	expect(selected(app)).toMatch(/^ ▌p5\.48xlarge +us-east-1a /);
	await app.press('4', 'j', keys.enter);
	expect(app.store.getState().pane).toBe('odcrs');
	expect(selected(app)).toMatch(/^ ▌p5en\.48xlarge +us-west-2b /);
});

test('Enter on an event of a region opens the regions; on one of the program it does nothing', async () => {
	const app = await openEvents({columns: 80, rows: 24});
	await app.press('G', keys.enter);
	expect(app.store.getState()).toMatchObject({pane: 'events', screen: 'main', notice: null});
	await app.press('k', keys.enter);
	expect(app.store.getState().screen).toBe('regions');
});

test('a reservation that is gone or hidden cannot be gone to, and Enter says why', async () => {
	const app = await openEvents({columns: 80, rows: 24});
	await app.press(keys.enter);
	expect(app.lines().at(-1)).toBe(' This reservation is gone, or its region is left out.');
	await app.press('1', 'e', '4', 'j', keys.enter);
	expect(app.lines().at(-1)).toBe(' This reservation is hidden by a filter: 0 clears them all.');
	expect(app.store.getState().pane).toBe('events');
	await app.press('0', keys.enter);
	expect(app.store.getState().pane).toBe('blocks');
});

test('the cursor stays on its event when newer ones come', async () => {
	const app = await openEvents({columns: 80, rows: 24});
	await app.press('j');
	const before = selected(app);
	const newer = numberEvents([{type: 'note', text: 'Newer.'}], new Date(drawnAt), 200);
	app.store.setState(({events}) => ({events: [...newer, ...events]}));
	await app.settle();
	expect(app.lines()[4]).toContain('Newer.');
	expect(selected(app)).toBe(before);
});

test('free and used of one launch are one line, which is counted once and is searched as a whole', async () => {
	const app = await openEvents({columns: 80, rows: 24}, []);
	const launch = [changed('cr-0e2d4c6b8a0f71395', 'free', 16, 14), changed('cr-0e2d4c6b8a0f71395', 'used', 0, 2)];
	const events = numberEvents([...launch, changed('cr-0e2d4c6b8a0f71395', 'state', 'pending', 'active')], new Date(drawnAt), 100);
	app.store.setState({events: events.toReversed()});
	await app.press('j');
	expect(app.drawn().slice(1, 6)).toEqual(
		drawing(`
  1 ODCRs  2 Blocks  3 Timeline ▸4 Events 2  5 Offerings  6 Guide         R17 /
  2 events since the app was opened                                    0 hidden
  TIME UTC        WHERE                 WHAT       CHANGE
  10:13:00        cr-0e2d4c6b8a0f71395  state      pending → active   p5en.48xl…
 ▌10:13:00        cr-0e2d4c6b8a0f71395  free       16 → 14, used 0 → 2   p5en.4…
`),
	);
	await app.press('/', 'used', keys.enter);
	expect(app.lines()[2]).toMatch(/ 1 hidden$/);
	expect(app.lines()[1]).toContain('4 Events 1 ');
	await app.press('0', keys.enter);
	expect(app.store.getState().pane).toBe('odcrs');
	expect(selected(app)).toMatch(/^ ▌p5en\.48xlarge +us-west-2b /);
});

test('before anything has changed', async () => {
	const app = await openEvents({columns: 80, rows: 24}, []);
	expect(app.drawn().slice(1)).toEqual(
		drawing(`
  1 ODCRs  2 Blocks  3 Timeline ▸4 Events  5 Offerings  6 Guide           R17 /
  0 events since the app was opened                                    0 hidden

  Nothing has changed since the app was opened.

 0 clear  y copy id  r refresh  p pause                          ? help  q quit
`),
	);
});

function selected(app: RenderedApp): string {
	return app.lines().find((line) => line.includes('▌')) ?? '';
}

test('what the row of the event under the cursor has to cut stands below in full', async () => {
	const message =
		'Explicit deny in a service control policy for ec2:DescribeCapacityReservations: ask the organisation’s admin, or leave the region out with --regions.';
	const denied: Happening = {type: 'region', what: 'failed', region: 'me-south-1', status: 'denied', message};
	const app = await openEvents({columns: 80, rows: 24}, [denied, changed('cr-0e2d4c6b8a0f71395', 'state', 'pending', 'active')]);
	// Between the last row and the foot.
	const below = () => {
		const lines = app.drawn().map((line) => line.trimEnd());
		return lines.slice(lines.findLastIndex((line) => /^ .1\d:\d\d:\d\d/.test(line)) + 1, -1).filter((line) => line !== '');
	};
	expect(below()).toEqual(['  cr-0e2d4c6b8a0f71395 state: pending → active · p5en.48xlarge us-west-2']);
	await app.press('j');
	expect(below()).toEqual([
		'  me-south-1 failed: Explicit deny in a service control policy for',
		'  ec2:DescribeCapacityReservations: ask the organisation’s admin, or leave th…',
	]);
	await app.resize(120, 24);
	expect(below()).toEqual([
		'  me-south-1 failed: Explicit deny in a service control policy for ec2:DescribeCapacityReservations: ask the',
		'  organisation’s admin, or leave the region out with --regions.',
	]);
	await app.press('k');
	expect(below()).toEqual([]);
});
