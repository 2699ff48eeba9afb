import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../../source/format/fit-text.js';
import {fakeOfferings, offers} from '../../helpers/fake-offerings.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {offering} from '../../helpers/offering.js';
import {drawing, keys, type RenderAppOptions, renderApp} from '../../helpers/render-app.js';
import {block} from '../../helpers/reservation.js';

const cheap = offering({
	id: 'cb-2',
	region: 'us-west-2',
	availabilityZone: 'us-west-2b',
	startDate: new Date('2026-11-24T04:55:00Z'),
	endDate: new Date('2026-12-01T11:30:00Z'),
	durationHours: 174 + 35 / 60,
	upfrontFee: {text: '215041.00', amount: 215_041},
});

/** The app with two offerings for sale, in pane 5. */
async function open(options: RenderAppOptions = {}) {
	const offerings = fakeOfferings({'us-east-1': offers(offering()), 'us-west-2': offers(cheap)});
	const source = Object.assign(fakeSource({'us-east-1': [[block()]], 'us-west-2': []}), offerings);
	const app = await renderApp({source, ...options});
	await app.press('5');
	return {app, source};
}

/** The form says 8 of p5.48xlarge for a week until somebody types something else. */
async function search(app: Awaited<ReturnType<typeof open>>['app']) {
	await app.press('i', keys.tab, keys.ctrlU, '32', keys.enter);
	await app.advance(1000);
}

test('before any search it says how to search, at 80x24', async () => {
	const {app, source} = await open({columns: 80, rows: 24});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   2 regions        0 s ago   ● live, 30 s
  1 ODCRs 0   2 Blocks 1   3 Timeline   4 Events  ▸5 Offerings   6 Guide     R2
  nothing searched yet
  TYPE p5.48xlarge   COUNT 8   DAYS 7   AFTER any   BY any

  Which Capacity Blocks could be bought?
  i changes what to look for, Enter there searches the regions that are
  marked. m on a block of yours looks for more time.

  Nothing is searched by itself: AWS allows 10 searches of a region at once,
  then one in 6.7 s. Nothing is bought.

 i search  L largest  0 clear  r refresh  p pause                ? help  q quit
`),
	);
	expect(source.searches).toEqual([]);
});

test('the offerings at 120x40', async () => {
	const {app} = await open();
	await search(app);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   2 regions                               updated 1 s ago   ● live, 30 s to 5 min
  1 ODCRs 0    2 Blocks 1    3 Timeline    4 Events   ▸5 Offerings 2    6 Guide                             R 2 regions
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  2 offerings     32 × p5.48xlarge for 7 d     from USD 4.811 per accelerator-hour

  TYPE p5.48xlarge   COUNT 32   DAYS 7   START AFTER any   END BY any
  AZ          START UTC     END                 LEN     FEE USD  /INST-H  /ACCEL-H  BESIDE HELD
 ▌us-east-1a  Dec  1 11:30  Dec  8 11:30         7d  215,040.00   40.000     5.000  5 d after ×16 us-east-1a
  us-west-2b  Nov 24 04:55  Dec  1 11:30  7d 6h 35m  215,041.00   38.492     4.811  with ×16 us-east-1a

  p5.48xlarge ×32 · 256 H100 · us-east-1a · cbo-0123456789abcdef0
  Dec 1 11:30 → Dec 8 11:30 UTC, 7d, usable until Dec 8 11:00
  USD 215,040.00 · 40.000/instance-h · 5.000/H100-h
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 ⏎ details  i search  L largest  s sort: fee  y copy line  0 clear  r refresh  p pause                   ? help  q quit
`),
	);
});

test('the offerings at 60x15, in ASCII', async () => {
	const {app} = await open({columns: 60, rows: 15, isAscii: true});
	await search(app);
	expect(app.text()).toMatch(/^[ -~\n]*$/);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  123456789012 prod  2/2 regions    1 s ago  * 30 s
  1  2  3  4 *5 Offerings 2  6
  2 offerings   32 x p5.48xlarge for 7 d
  TYPE p5.48xlarge   COUNT 32   DAYS 7   AFTER any   BY any
  AZ          START UTC           LEN     FEE USD  /ACCEL-H
 >us-east-1a  Dec  1 11:30         7d  215,040.00     5.000
  us-west-2b  Nov 24 04:55  7d 6h 35m  215,041.00     4.811

  p5.48xlarge x32 | 256 H100 | us-east-1a | cbo-0123456789a~
  Dec 1 11:30 -> Dec 8 11:30 UTC, 7d
  USD 215,040.00 | 40.000/instance-h | 5.000/H100-h
 Enter details  i search  y copy line        ? help  q quit
`),
	);
});

describe('the form', () => {
	test('takes every key while it is typed, Tab goes on, Esc leaves and undoes', async () => {
		const {app, source} = await open();
		await app.press('i', keys.ctrlU, 'trn1.32xlarge', keys.tab, keys.ctrlU, '16q', keys.shiftTab);
		expect(app.lines()[5]).toBe('  TYPE trn1.32xlarge▏   COUNT 16q   DAYS 7   START AFTER any   END BY any');
		await app.press(keys.enter);
		expect(app.lines().slice(5, 7)).toEqual([
			'  TYPE trn1.32xlarge   COUNT 16q▏   DAYS 7   START AFTER any   END BY any',
			'                       COUNT is a whole number of instances, 1 or more.',
		]);
		await app.press(keys.backspace, keys.esc);
		expect(app.lines().slice(5, 7)).toEqual(['  TYPE p5.48xlarge   COUNT 8   DAYS 7   START AFTER any   END BY any', '']);
		expect([app.exitCode(), source.searches]).toEqual([null, []]);
	});

	test('limits the search to dates, as --start-after and --end-by do', async () => {
		const {app, source} = await open();
		await app.press('i', keys.shiftTab, '2026-12-20', keys.up, '2026-12-01', keys.enter);
		await app.advance(1000);
		expect(source.searches.map(({call}) => [call.startDateRange, call.endDateRange])).toEqual(
			Array.from({length: 2}, () => [new Date('2026-12-01T00:00:00Z'), new Date('2026-12-20T23:59:59Z')]),
		);
		expect(app.lines().slice(3, 6)).toEqual([
			'  2 offerings     8 × p5.48xlarge for 7 d, starting after 2026-12-01, ending by 2026-12-20',
			'',
			'  TYPE p5.48xlarge   COUNT 8   DAYS 7   START AFTER 2026-12-01   END BY 2026-12-20',
		]);
	});

	test('says under its field why a date cannot be searched for, and asks nobody', async () => {
		const {app, source} = await open({columns: 80, rows: 24});
		await app.press('i', keys.tab, keys.tab, keys.tab, '2026-02-30', keys.enter);
		const form = '  TYPE p5.48xlarge   COUNT 8   DAYS 7   AFTER 2026-02-30▏   BY any';
		expect(app.lines().slice(3, 5)).toEqual([form, '                             A day looks like 2026-12-01, in UTC; empty is any.']);
		await app.press(keys.ctrlU, '2026-12-05', keys.tab, '2026-12-07', keys.enter);
		expect(app.lines().slice(3, 6)).toEqual([
			'  TYPE p5.48xlarge   COUNT 8   DAYS 7   AFTER 2026-12-05   BY 2026-12-07▏',
			'  From 2026-12-05 00:00 UTC to 2026-12-07 11:30 UTC, when the last block of the',
			'  window ends, there are 2 d 11 h 30 min, too few for 7 d.',
		]);
		await app.press(keys.up, keys.up, keys.ctrlU, '183', keys.enter);
		expect(app.text()).toContain('AWS sells Capacity Blocks of at most 182 days');
		await app.press(keys.ctrlU, '2');
		expect(app.text()).not.toContain('182');
		expect(source.searches).toEqual([]);
	});

	test('has a second line where the dates find no room, and the rows one less', async () => {
		const many = Array.from({length: 6}, (_, index) => offering({id: `cb-${index}`}));
		const {app, source} = await open({columns: 60, rows: 15});
		source.offered.set('us-east-1', offers(...many));
		await app.press('i', keys.shiftTab, '2026-12-20', keys.enter);
		await app.advance(1000);
		expect(app.lines()[2]).toMatch(/ 1–4 of 7 *$/);
		await app.press('i', keys.shiftTab, keys.ctrlU, '2025-01-01', keys.enter);
		expect(app.lines().slice(3, 6)).toEqual([
			'  TYPE p5.48xlarge   COUNT 8   DAYS 7',
			'  AFTER any   BY 2025-01-01▏',
			'  Nothing can start after 2026-11-23 10:43 UTC and end by',
		]);
		expect(app.lines()).toHaveLength(15);
	});

	test('takes what is pasted', async () => {
		const {app} = await open();
		await app.press('i', keys.ctrlU);
		await app.paste('p4d.24xlarge\n');
		expect(app.lines()[5]).toMatch(/^ {2}TYPE p4d\.24xlarge ▏/);
	});
});

describe('an offering that is shorter than asked for', () => {
	const short = offering({id: 'cb-3', region: 'us-west-2', endDate: new Date('2026-12-08T05:30:00Z'), durationHours: 162});

	test('has a mark, and the mark is explained', async () => {
		const {app, source} = await open();
		source.offered.set('us-west-2', offers(short));
		await search(app);
		expect(app.lines().slice(6, 10)).toEqual([
			expect.stringMatching(/ LEN +FEE USD/),
			expect.stringMatching(/ 7d {2}/),
			expect.stringMatching(/ 6d 18h\* /),
			'  * shorter than the 7 d asked for: all blocks end at 11:30 UTC.',
		]);
		await app.press('j', keys.enter);
		expect(app.text()).toContain('  Shorter than the 7 d asked for: all blocks end at 11:30 UTC.');
	});

	test('has it at 60x15 too, where the rows fill the screen', async () => {
		const {app, source} = await open({columns: 60, rows: 15});
		const rows = Array.from({length: 9}, (_, index) => offering({...short, id: `cb-${index}`, key: `us-west-2/cb-${index}`}));
		source.offered.set('us-west-2', offers(...rows));
		await search(app);
		expect(app.lines().slice(5, 11)).toEqual([
			expect.stringMatching(/ 7d {2}/),
			...Array.from({length: 4}, () => expect.stringMatching(/ 6d 18h\* /)),
			'  * shorter than asked for: all end at 11:30 UTC.',
		]);
	});
});

test('how an offering sits beside what is held is cut before it is left out', async () => {
	const {app, source} = await open({columns: 120, rows: 40});
	const far = block({id: 'cr-0far', availabilityZone: 'ap-northeast-1a', region: 'us-east-1'});
	source.answers.set('us-east-1', [[block(), far]]);
	await app.store.getState().refresh();
	await search(app);
	expect(app.lines()[6]).toMatch(/ {2}BESIDE HELD *$/);
	expect(app.lines()[8]).toMatch(/ {2}with ×16 us-east-1a, ×16 ap-n\S*…$/);
	expect(displayWidth(app.lines()[8] ?? '')).toBeLessThanOrEqual(120);
});

test('a start that is past is said, and is not in the title', async () => {
	const {app, source} = await open({columns: 60, rows: 15});
	const rows = Array.from({length: 9}, (_, index) => offering({id: `cb-${index}`, key: `us-west-2/cb-${index}`}));
	source.offered.set('us-west-2', offers(...rows));
	const start = ['i', keys.shiftTab, keys.up, keys.ctrlU];
	await app.press(...start, '2020-01-01', keys.enter);
	await app.advance(1000);
	const note = '  2020-01-01 00:00 UTC is past: any start from now on counts.';
	expect(app.lines()).toContain(`${note.slice(0, 59)}…`);
	expect(app.lines()[2]).toMatch(/^ {2}10 offerings {3}8 × p5\.48xlarge for 7 d +1–3 of 10 *$/);
	expect(app.lines()).toHaveLength(15);
	source.offered.set('us-east-1', offers());
	source.offered.set('us-west-2', offers());
	await app.press(...start, '2020-01-02', keys.enter);
	await app.advance(1000);
	const text = app.lines().join(' ').replaceAll(/ +/g, ' ');
	expect(text).toContain('Nothing: 8 × p5.48xlarge for 7 d. 2020-01-02 00:00 UTC is past: any start from now on counts. No offering of');
});

test('in full at 60x15 it wraps as it should, and says how much more there is', async () => {
	const {app} = await open({columns: 60, rows: 15});
	await search(app);
	await app.press(keys.enter);
	expect(app.lines().slice(3, 5)).toEqual(['  p5.48xlarge ×32 · 256 H100 · us-east-1a ·', '  cbo-0123456789abcdef0']);
	expect(app.text()).toMatch(/\n {2}… \d+ more lines\n/);
});

test('a length that is rounded says so under the rows', async () => {
	const {app} = await open();
	await app.press('i', keys.tab, keys.tab, keys.ctrlU, '15', keys.enter);
	await app.advance(1000);
	expect(app.text()).toContain('  15 d becomes 21 d: AWS sells Capacity Blocks by the day up to 14 days, then by 7 days up to 182.');
});

test('y copies the line that buys it, here and in full', async () => {
	const {app} = await open();
	await search(app);
	const line =
		'aws ec2 purchase-capacity-block --region us-east-1 --capacity-block-offering-id cbo-0123456789abcdef0 --instance-platform Linux/UNIX';
	await app.press('y', keys.enter, 'y');
	const copied = `\u{1B}]52;c;${Buffer.from(line).toString('base64')}\u{7}`;
	expect(app.controls).toEqual([copied, copied]);
	const text = app.lines().join(' ').replaceAll(/ +/g, ' ');
	expect(text).toContain(line);
	expect(text).toContain('A Capacity Block cannot be cancelled');
	await app.press(keys.esc);
	expect(app.lines()[5]).toContain('TYPE p5.48xlarge');
});

test('a search under way shows how far it is and how long it takes', async () => {
	const {app, source} = await open();
	source.offered.set('us-west-2', async () => new Promise(() => {}));
	await search(app);
	expect(app.lines()[3]).toContain('1 of 2 regions asked');
	await app.press(keys.esc);
	expect(app.text()).toContain('Which Capacity Blocks could be bought?');
});

test('nothing is explained, and L, which the foot names, looks for the largest count', async () => {
	const {app, source} = await open();
	source.offered.set('us-west-2', offers());
	source.offered.set('us-east-1', ({instanceCount}) => ((instanceCount ?? 0) <= 5 ? offers(offering({instanceCount})) : offers()));
	await search(app);
	expect(app.text()).toContain('No offering of 32 × p5.48xlarge for 7 d, starting within 8 weeks, in us-east-1 and us-west-2.');
	expect(app.text()).toContain('L looks for the largest count that there is');
	expect(app.lines().at(-1)).toContain(' i search  L largest ');
	await app.press('L');
	await app.advance(1000);
	expect(app.lines()[3]).toContain('1 offering     32 × p5.48xlarge for 7 d     only 5, the largest count');
});

test('what is offered is on the timeline, apart from what is held', async () => {
	const {app} = await open();
	await search(app);
	await app.press('3');
	const rows = app.lines().filter((line) => line.includes('×'));
	expect(rows[0]).toMatch(/p5\.48xlarge +×16 +us-east-1a +[▓█]+▐/);
	expect(rows[1]).toMatch(/offering +×32 +us-west-2b +.*╌+$/);
	expect(rows[2]).toMatch(/offering +×32 +us-east-1a +.*╌+$/);
});

describe('the timeline where nothing is held', () => {
	const soldIn = (count: number) =>
		Array.from({length: count}, (_, index) =>
			offering({id: `cb-${index}`, key: `us-east-1/cb-${index}`, startDate: new Date(Date.UTC(2026, 11, 1 + index, 11, 30))}),
		);

	async function openEmpty(columns: number, rows: number, count: number) {
		const source = Object.assign(fakeSource({'us-east-1': []}), fakeOfferings({'us-east-1': offers(...soldIn(count))}));
		const app = await renderApp({source, columns, rows});
		await app.press('5', 'i', keys.enter);
		await app.advance(1000);
		await app.press('3');
		return app;
	}

	test('has what could be bought, and says that nothing is held', async () => {
		const app = await openEmpty(80, 24, 2);
		expect(app.drawn()).toEqual(
			drawing(`
 truffle capacity   123456789012 prod   1 region        1 s ago   ● live, 5 min
  1 ODCRs  2 Blocks ▸3 Timeline  4 Events  5 Offerings  6 Guide      u○ a○ R1 /
  Nov 23 – Dec 11   1 column = 9h   UTC   o dated ODCRs ○              0 hidden
                                   Nov 25  28      Dec 01  04      07      10
                              ─▼───┬───────┬───────┬───────┬───────┬───────┬───
  No Capacity Blocks in 1 region of 123456789012.
 ▌offering   ×32  us-east-1a   │                    ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
  offering   ×32  us-east-1a   │                       ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

  p5.48xlarge ×32 · 256 H100 · us-east-1a · cb-0
  Dec 1 11:30 → Dec 8 11:30 UTC, 7d, usable until Dec 8 11:00
  USD 215,040.00 · 40.000/instance-h · 5.000/H100-h

 h l pan  + - zoom  n now  F fit all  r refresh  p pause         ? help  q quit
`),
		);
		await app.press('j');
		expect(app.text()).toMatch(/cb-1\n/);
	});

	test('says which of them these are when not all have room', async () => {
		const app = await openEmpty(60, 15, 9);
		expect(app.lines()[2]).toMatch(/ 1–5 of 9 offered *$/);
		await app.press('G');
		expect(app.lines()[2]).toMatch(/ 5–9 of 9 offered *$/);
		expect(app.text()).toMatch(/p5\.48xlarge ×32 · 256 H100 · us-east-1a · cb-8\n/);
		expect(app.lines()).toHaveLength(15);
	});
});

test('the timeline says of both its lists which rows these are', async () => {
	const {app, source} = await open({columns: 80, rows: 15});
	source.answers.set('us-east-1', [Array.from({length: 9}, (_, index) => block({id: `cr-0${index}`}))]);
	await app.store.getState().refresh();
	await search(app);
	await app.press('3');
	expect(app.lines()[2]).toMatch(/ 1–5 of 9, 1 more offered *$/);
	await app.press('G');
	expect(app.lines()[2]).toMatch(/ 5–9 of 9, 1 more offered *$/);
});

test('m on a block looks for more time', async () => {
	const {app, source} = await open();
	await app.press('2', 'm');
	await app.advance(100);
	expect(source.extended).toHaveLength(1);
	expect(app.lines()[5]).toBe('  MORE TIME 7 d   BLOCK cr-0b10c00000000000b   TYPE p5.48xlarge ×16   AZ us-east-1a');
	expect(app.text()).toContain('A shorter one may exist');
	expect(app.text()).toContain('For other days: i, DAYS and Enter, which searches for blocks, then m on the block again.');
	await app.press('i');
	expect(app.lines()[5]).toBe('  TYPE p5.48xlarge▏   COUNT 8   DAYS 7   START AFTER any   END BY any');
	await app.press(keys.esc);
	expect(app.lines()[5]).toContain('MORE TIME 7 d');
	expect(app.text()).toContain('AWS offers no extension of cr-0b10c00000000000b by 7 d just now.');
});

test.each([
	[60, 15],
	[80, 24],
	[120, 40],
	[200, 60],
])('no line is wider than %d columns of %d rows', async (columns, rows) => {
	const {app} = await open({columns, rows});
	await search(app);
	const frames = [app.lines()];
	await app.press(keys.enter);
	frames.push(app.lines());
	for (const lines of frames) {
		expect(lines).toHaveLength(rows);
		expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
	}
});
