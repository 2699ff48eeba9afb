import {describe, expect, test} from 'vitest';
import type {Offering} from '../../../source/core/offerings/offering.js';
import {fakeOfferings, offers} from '../../helpers/fake-offerings.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {offering} from '../../helpers/offering.js';
import {drawing, keys, type RenderAppOptions, type RenderedApp, renderApp} from '../../helpers/render-app.js';

/** Pane 6 with a run of 32 p5.48xlarge for a week asked for. */
async function openGuide(options: RenderAppOptions): Promise<RenderedApp> {
	const app = await renderApp(options);
	await app.press('6', 'jj', keys.enter, 'p5.48xlarge', keys.enter, keys.enter, '32', keys.enter, keys.enter, '7', keys.enter);
	return app;
}

test('the guide at 120x40: the questions, and what their answers come to by what is held', async () => {
	const app = await openGuide({columns: 120, rows: 40});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied             updated 0 s ago   ● live, 10 s to 5 min
  1 ODCRs 12    2 Blocks 5    3 Timeline    4 Events 1    5 Offerings   ▸6 Guide                           R 17 regions
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  Questions · Comparison · Scenarios

  What for        ● training   ○ inference   ○ development
  Schedule        ● fixed   ○ open   it ends on a known day
  Instance type   p5.48xlarge
  Instances       32
  Days            7
 ▌From            as soon as it can be

  Buy a Capacity Block: 32 × p5.48xlarge for 7 d.
  The run has a fixed schedule: a block is paid for its own time only, and its instances are close
    together in an EC2 UltraCluster.
  Held, but not enough: ODCRs cr-07d2e4f6a8b0c1935 and cr-0b9e7c5a3d1f60248 in us-east-1a: 10 of the
    32 now.
  ! It is paid at once and in full, and cannot be cancelled, moved or resized. It can be extended.
  ! AWS begins to terminate its instances 30 min before its end: save the work before that.
  ! sa-east-1 could not be read: explicit deny in a service control policy for
    ec2:DescribeCapacityReservations. Ask the organisation's admin, or leave the region out with space.
  Cost: the fee of a block is known only of an offering; it is paid whether the block is used or not.

  What AWS sells, and the line that buys it:
    truffle offerings --instance-type p5.48xlarge --count 32 --days 7

  Otherwise: an ODCR: from when it is created until it is cancelled, at the On-Demand rate, used or
    not; close together in a cluster placement group only.

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 0 clear  ⏎ answer  c compare  s scenarios  o search offerings  y copy line  r refresh  p pause          ? help  q quit
`),
	);
});

test('the guide at 80x24: what is longer says so', async () => {
	const app = await openGuide({columns: 80, rows: 24});
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
  1 ODCRs  2 Blocks  3 Timeline  4 Events  5 Offerings ▸6 Guide             R17
  Questions · Comparison · Scenarios
  What for        ● training   ○ inference   ○ development
  Schedule        ● fixed   ○ open   it ends on a known day
  Instance type   p5.48xlarge
  Instances       32
  Days            7
 ▌From            as soon as it can be

  Buy a Capacity Block: 32 × p5.48xlarge for 7 d.
  The run has a fixed schedule: a block is paid for its own time only, and
    its instances are close together in an EC2 UltraCluster.
  Held, but not enough: ODCRs cr-07d2e4f6a8b0c1935 and cr-0b9e7c5a3d1f60248
    in us-east-1a: 10 of the 32 now.
  ! It is paid at once and in full, and cannot be cancelled, moved or resized.
    It can be extended.
  ! AWS begins to terminate its instances 30 min before its end: save the work
    before that.
  ! sa-east-1 could not be read: explicit deny in a service control policy for
    ec2:DescribeCapacityReservations. Ask the organisation's admin, or leave
  … 10 more lines

 ⏎ answer  c compare  s scenarios  o search  y copy line         ? help  q quit
`),
	);
});

test('the guide at 60x15, at its end', async () => {
	const app = await openGuide({columns: 60, rows: 15});
	await app.press('G');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1  2  3  4  5 ▸6 Guide
  Questions · Comparison · Scenarios
    with space.
  Cost: the fee of a block is known only of an offering;
    it is paid whether the block is used or not.

  What AWS sells, and the line that buys it:
    truffle offerings --instance-type p5.48xlarge --count
    32 --days 7

  Otherwise: an ODCR: from when it is created until it is
    cancelled, at the On-Demand rate, used or not; close
    together in a cluster placement group only.
 ⏎ answer  c compare  s scenarios  o search  ? help  q quit
`),
	);
});

test('the guide in ASCII', async () => {
	const app = await openGuide({columns: 80, rows: 24, isAscii: true});
	expect(app.text()).not.toMatch(/[^\n -~]/);
	expect(app.text()).toContain('* training   - inference');
	expect(app.text()).toContain('32 x p5.48xlarge for 7 d');
});

test('h and l change an answer, and the advice with it', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('6');
	expect(app.text()).toContain('Buy a Capacity Block: training with a fixed schedule.');
	await app.press('l');
	expect(app.text()).toContain('Create an ODCR: inference with a fixed schedule.');
	await app.press('h', 'j', keys.enter);
	expect(app.text()).toContain('Create an ODCR: training without a fixed end.');
	expect(app.text()).toContain('– not asked of what has no end');
});

test('what cannot be an answer says why, esc takes back what was typed, and empty is no answer', async () => {
	const app = await openGuide({columns: 80, rows: 24});
	await app.press('kk', keys.enter);
	expect(app.text()).toContain('⏎ keep  esc undo  empty takes it back');
	await app.press(keys.ctrlU, 'q3', keys.enter);
	expect(app.text()).toContain(' ▌Instances       q3▏  A count is a whole number from 1 to 1000000.\n');
	expect(app.exitCode()).toBeNull();
	await app.press(keys.esc);
	expect(app.text()).toMatch(/▌Instances {7}32/);
	await app.press(keys.enter, keys.ctrlU, keys.enter);
	expect(app.text()).toContain('how many, all at the same time');
	await app.press('j', keys.enter);
	await app.paste('2026-12-\n01');
	await app.press(keys.enter);
	expect(app.text()).toContain(' ▌From            2026-12- 01▏  A day looks like 2026-12-01, in UTC.\n');
	await app.press(keys.ctrlU, '2026-12-01', keys.enter);
	expect(app.text()).toMatch(/From {12}2026-12-01/);
});

test('a start on a day that is past is refused beside its field, or under it', async () => {
	const app = await openGuide({columns: 80, rows: 24});
	await app.press(keys.enter, '2026-11-22', keys.enter);
	expect(app.text()).toContain(' ▌From            2026-11-22▏  This day is past; empty is as soon as it can be.\n');
	expect(app.lines().at(-1)).toBe(' ⏎ keep  esc undo  empty takes it back');
	await app.resize(60, 15);
	expect(app.text()).toContain(
		' ▌From            2026-11-22▏\n                  This day is past; empty is as soon as it\n                  can be.\n',
	);
	await app.press(keys.ctrlU, '2026-11-23', keys.enter);
	expect(app.text()).toMatch(/From {12}2026-11-23\n/);
});

test('y copies the line to type, with what makes it ask where the app asks', async () => {
	const app = await openGuide({columns: 80, rows: 24, ownFlags: ' --demo market'});
	await app.press('j', keys.enter, '2027-04-15', keys.enter, 'y');
	const line = 'truffle offerings --instance-type p5.48xlarge --count 32 --days 7 --start-after 2027-04-15T00:00:00Z --demo market';
	expect(app.controls).toEqual([`\u{1B}]52;c;${Buffer.from(line).toString('base64')}\u{7}`]);
	await app.press('c', 'y');
	expect(app.controls).toHaveLength(1);
});

describe('o', () => {
	const east = (...offerings: readonly Offering[]) =>
		Object.assign(fakeSource({'us-east-1': []}), fakeOfferings({'us-east-1': offers(...offerings)}));

	test('searches in pane 5 for what the answers come to, and what was found is part of the advice', async () => {
		const source = east(offering());
		const app = await openGuide({columns: 120, rows: 40, source});
		await app.press(keys.enter, '2026-11-30', keys.enter);
		expect(app.lines().at(-1)).toContain('  o search offerings  ');
		expect(source.searches).toEqual([]);
		await app.press('o');
		await app.advance(1000);
		expect(
			source.searches.map(({call}) => [call.instanceType, call.instanceCount, call.capacityDurationHours, call.startDateRange]),
		).toEqual([['p5.48xlarge', 32, 168, new Date('2026-11-30T00:00:00Z')]]);
		expect(app.lines()[5]).toBe('  TYPE p5.48xlarge   COUNT 32   DAYS 7   START AFTER 2026-11-30   END BY any');
		await app.press('6');
		const text = app.text().replaceAll(/\s+/g, ' ');
		expect(text).toContain(
			'Earliest and cheapest to buy: cbo-0123456789abcdef0, 32 instances in us-east-1a from 2026-12-01 11:30 UTC for 7 d, USD 215,040.00 up front.',
		);
		expect(text).toContain('The line that buys it, with its terms: truffle offerings --instance-type p5.48xlarge --count 32 --days 7');
		await app.press('k', keys.enter, keys.ctrlU, '6', keys.enter);
		expect(app.text()).not.toContain('cbo-0123456789abcdef0');
		await app.press('k', keys.enter, keys.ctrlU, '7', keys.enter);
		expect(app.text()).toContain('cbo-0123456789abcdef0');
		await app.advance(16 * 60_000);
		expect(app.text()).not.toContain('cbo-0123456789abcdef0');
	});

	test('says so where nothing is sold', async () => {
		const app = await openGuide({columns: 120, rows: 40, source: east()});
		await app.press('o');
		await app.advance(1000);
		await app.press('6');
		expect(app.text()).toContain('Buy a Capacity Block, of which AWS sells none just now: 32 × p5.48xlarge for 7 d.');
	});

	test('opens the form with what was answered where that is too little, and searches nothing', async () => {
		const source = east(offering());
		const app = await renderApp({columns: 80, rows: 24, source});
		await app.press('6', 'jj', keys.enter, 'trn1.32xlarge', keys.enter);
		expect(app.lines().at(-1)).toContain('  o offerings  ');
		await app.press('o');
		await app.advance(1000);
		expect(app.lines()[3]).toBe('  TYPE trn1.32xlarge   COUNT ▏   DAYS –   AFTER any   BY any');
		expect(source.searches).toEqual([]);
	});

	test('does nothing on the other pages, whose foot does not name it', async () => {
		const app = await renderApp({columns: 80, rows: 24});
		await app.press('6', 'c', 'o');
		expect(app.text()).toContain('Capacity Block                   ODCR');
		expect(app.lines().at(-1)).not.toContain(' o ');
	});
});

test('c compares the two kinds, at 80x24', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('6', 'c');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
  1 ODCRs  2 Blocks  3 Timeline  4 Events  5 Offerings ▸6 Guide             R17
  Questions · Comparison · Scenarios
             Capacity Block                   ODCR
 For         what begins and ends on known    what has no end or no plan:
             days: training, fine-tuning;     services, development,
             AWS sells them for inference,    experiments
             too
 Length      1 to 14 days, then by 7 up to    until it is cancelled, or to an
             182; can be extended             end date that you set
 Booking     30 min to 8 weeks ahead          at once; C, M, R, I, T and G
                                              types also 5 to 120 days ahead,
                                              from 32 vCPUs
 Price       one fee for all of it, up        the On-Demand rate until it is
             front; operating system fees on  cancelled, used or not; Savings
             top                              Plans and regional Reserved
                                              Instances count
 Way back    none: cannot be cancelled,       any time; a future-dated one
             moved or resized                 has a commitment and charges
 Types       P and Trn types, where AWS       any type but those of
             sells them so; UltraServers      UltraServers, when AWS has it
             only so                          free

 esc back  j k scroll  0 clear  s scenarios  r refresh  p pause  ? help  q quit
`),
	);
	await app.press('G');
	expect(app.lines().slice(-5, -2)).toEqual([
		'  EC2 do not feed it.',
		'  AWS ParallelCluster and AWS Parallel Computing Service are two products; both',
		'  launch into either kind.',
	]);
	await app.press(keys.esc);
	expect(app.text()).toContain('What for');
});

test('s tells the scenarios, at 80x24', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('6', 's');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
  1 ODCRs  2 Blocks  3 Timeline  4 Events  5 Offerings ▸6 Guide             R17
  Questions · Comparison · Scenarios
  1 Train a large model
    512 GPUs for ten days, four weeks from now.
    A Capacity Block of 64 p5.48xlarge.
  · The schedule is known, and all nodes must be close together.
  · It is bought up to 8 weeks ahead and paid up front; it can be extended, not
    cancelled.
  · AWS begins to terminate its instances 30 min before the end: write the last
    checkpoint before.
    truffle advise --workload training --instance-type p5.48xlarge --count 64
    --days 10 --start 2026-12-21

  2 Serve a model around the clock
    An API that needs 20 instances at all times, and up to 100 at peaks.
    An ODCR for the 20; On-Demand for what is added.
  · It has no end, and its base load must always be launchable.
  · Reserved instances are billed at the On-Demand rate whether they run or
    not: reserve no more than always runs.
    truffle advise --workload inference --instance-type inf2.xlarge --count 20
  … 17 more lines

 esc back  j k scroll  0 clear  c compare  r refresh  p pause    ? help  q quit
`),
	);
	await app.press('s');
	expect(app.text()).toContain('What for');
});

test.each([
	[120, 40],
	[80, 24],
	[60, 15],
] as const)('nothing of the guide is wider than %ix%i, wherever it is scrolled to', async (columns, rows) => {
	const app = await openGuide({columns, rows});
	for (const page of ['', 'c', 's']) {
		await app.press(`${page}g`);
		for (let step = 0; step < 8; step++) {
			await app.press(keys.pagedown);
			expect(app.lines().filter((line) => line.length > columns)).toEqual([]);
			expect(app.lines().length).toBeLessThanOrEqual(rows);
		}
	}
});
