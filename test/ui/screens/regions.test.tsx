import {expect, test} from 'vitest';
import {drawing, keys, renderApp} from '../../helpers/render-app.js';

test('the regions at 80x24', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('R');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
 ▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
  Regions   17 marked   1–13 of 17   ▏
      REGION          STATUS                     ODCRS  BLOCKS     AGE  EVERY
 ▌[●] sa-east-1       denied                         –       –       –  in 44 s
  [●] ap-northeast-1  ok, empty                      0       0     0 s  5 min
  [●] ap-northeast-2  ok, empty                      0       0     0 s  5 min
  [●] ap-northeast-3  ok, empty                      0       0     0 s  5 min
  [●] ap-south-1      ok                             1       0     0 s  30 s
  [●] ap-southeast-1  ok, empty                      0       0     0 s  5 min
  [●] ap-southeast-2  ok, empty                      0       0     0 s  5 min
  [●] ca-central-1    ok, empty                      0       0     0 s  5 min
  [●] eu-central-1    ok, empty                      0       0     0 s  5 min
  [●] eu-north-1      ok, empty                      0       0     0 s  5 min
  [●] eu-west-1       ok                             2       0     0 s  30 s
  [●] eu-west-2       ok, empty                      0       0     0 s  5 min
  [●] eu-west-3       ok, empty                      0       0     0 s  5 min

  sa-east-1: explicit deny in a service control policy for
  ec2:DescribeCapacityReservations. Ask the organisation's admin, or leave the
  region out with space. Asked again in 44 s.

 space mark  ctrl-a all or none  ↑ ↓ move  type to find                  ⏎ done
`),
	);
});

test('the regions at 60x15', async () => {
	const app = await renderApp({columns: 60, rows: 15});
	await app.press('R');
	expect(app.lines()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
 ▸1 ODCRs 12  2  3  4  5  6
  69 of 194 free, 35 %   69 idle and billed        0 hidden
  Regions   17 marked   1–4 of 17   ▏
      REGION          STATUS            ODCRS BLOCKS    AGE
 ▌[●] sa-east-1       denied                –      –      –
  [●] ap-northeast-1  ok, empty             0      0    0 s
  [●] ap-northeast-2  ok, empty             0      0    0 s
  [●] ap-northeast-3  ok, empty             0      0    0 s

  sa-east-1: explicit deny in a service control policy for
  ec2:DescribeCapacityReservations. Ask the organisation's
  admin, or leave the region out with space. Asked again
  in 44 s.
 space mark  ctrl-a all or none  type to find        ⏎ done
`),
	);
});

test('typing finds, space marks, Enter is done: the rows of unmarked regions are hidden and no longer asked for', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('R', 'us-w', keys.down, ' ');
	expect(app.drawn().slice(0, 7)).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  15/16 regions · 1 denied  0 s ago  ● 30 s
 ▸1 ODCRs 9  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R16● /
  29 of 112 free, 25 %   128 accelerators idle, billed   2 coming      0 hidden
  Regions   16 marked   us-w▏
      REGION          STATUS                     ODCRS  BLOCKS     AGE  EVERY
  [●] us-west-1       ok, empty                      0       0     0 s  5 min
 ▌[ ] us-west-2       ok                             3       4     0 s  –
`),
	);
	await app.press(keys.enter);
	expect(app.drawn().slice(0, 6)).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  15/16 regions · 1 denied  0 s ago  ● 30 s
 ▸1 ODCRs 9  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R16● /
  29 of 112 free, 25 %   128 accelerators idle, billed   2 coming      0 hidden
  TYPE            AZ              ACCEL TOTAL  FREE  USED  USE         STATE
 ▌inf2.xlarge     us-east-1a    32 Inf2    32    12    20  ███▊░░  62% active
  p5.48xlarge     us-east-1a    64 H100     8     8     0  ░░░░░░   0% active
`),
	);
	app.source.calls.length = 0;
	await app.advance(60_000);
	expect(app.source.calls).not.toContain('us-west-2');
	expect(app.source.calls).toContain('us-east-1');
});

test('marking a region asks it', async () => {
	const app = await renderApp({columns: 80, rows: 24, marked: ['us-east-1']});
	expect(app.source.calls).toEqual(['us-east-1']);
	await app.press('R', 'us-west-2', ' ');
	await app.advance(100);
	expect(app.source.calls).toEqual(['us-east-1', 'us-west-2']);
	expect(app.lines()[1]).toContain('1 ODCRs 8  2 Blocks');
});

test('ctrl-a marks none, then all; 0 outside marks all', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('R', keys.ctrlA, keys.enter);
	expect(app.drawn().slice(0, 6)).toEqual(
		drawing(`
 truffle capacity   123456789012 prod                              ● live, 30 s
 ▸1 ODCRs  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide     u○ a○ R0● /
                                                                       0 hidden

  No region is marked.
  Mark regions with R, or press 0 for all of them.
`),
	);
	await app.press('0');
	await app.advance(100);
	expect(app.lines()[1]).toContain('1 ODCRs 12  2 Blocks');
});

test('Esc clears what was typed, then leaves', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('R', 'mars');
	expect(app.text()).toContain('No region has "mars" in its name.');
	await app.press(keys.esc);
	expect(app.text()).toContain('[●] ap-south-1');
	await app.press(keys.esc);
	expect(app.text()).toContain('g6.xlarge');
});

test('a region that is not enabled cannot be marked', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	app.store.setState({
		directory: {
			origin: 'ec2',
			regions: [
				{name: 'us-east-1', isEnabled: true},
				{name: 'me-south-1', isEnabled: false},
			],
		},
	});
	await app.press('R', 'me-', ' ');
	expect(app.store.getState().marked).toBe(null);
	expect(app.text()).toContain('[ ] me-south-1      not enabled');
});
