import {expect, test} from 'vitest';
import {liveIn} from '../../helpers/live-in.js';
import {drawing, keys, renderApp} from '../../helpers/render-app.js';

test('the details of an ODCR at 80x24', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press(keys.enter);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
 ▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
  g6.xlarge ×64                                                        ● active
  cr-0a7f3e9d5c1b82460
  serve-chat · us-west-2a · 64 L4 22 GiB

  CAPACITY     40 of 64 used  █████░░░  62 %   24 free
  WINDOW       Nov 1 00:00 UTC → until cancelled
  MATCH        open: any matching launch uses it
  TERMS        every instance is billed at the On-Demand rate, used or not
  OWNER        123456789012 (you)
  PLATFORM     Linux/UNIX, default tenancy
  CREATED      Nov 1 00:00 UTC
  TAGS         Name=serve-chat
  ARN          arn:aws:ec2:us-west-2:123456789012:capacity-reservation/cr-0a7f3
               e9d5c1b82460

 esc back  j k scroll  x use  y copy id  r refresh  p pause      ? help  q quit
`),
	);
});

test('the details of a block at 60x15, and what comes when they are scrolled', async () => {
	const app = await renderApp({columns: 60, rows: 15});
	await app.press('2', 'j', 'd');
	expect(app.lines()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1 ▸2 Blocks 5  3  4  5  6
  2 live: 48, 2 not filled   3 coming: 80    4 ended hidden
  p5.48xlarge ×32                                  ● active
  cr-0a1b2c3d4e5f60718
  train-llm-a · us-east-1a (use1-az4) · 256 H100 80 GiB

  CAPACITY     30 of 32 used  ███████▌  93 %   2 free
  WINDOW       Nov 19 11:30 UTC → Nov 26 11:30 UTC, 7d
  USABLE       until Nov 26 11:00 UTC: 3d 0h left, then its
               instances are terminated
  BLOCK        cb-0aa11bb22cc33dd44, targeted, UltraCluster
               placement implied
  … 8 more lines
 esc back  j k scroll  y copy id  r refresh  ? help  q quit
`),
	);
	await app.press('G');
	expect(app.lines()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1 ▸2 Blocks 5  3  4  5  6
  2 live: 48, 2 not filled   3 coming: 80    4 ended hidden
               instances are terminated
  BLOCK        cb-0aa11bb22cc33dd44, targeted, UltraCluster
               placement implied
  TERMS        paid up front, cannot be cancelled; it can
               be extended until Nov 26 10:30 UTC
  OWNER        123456789012 (you)
  PLATFORM     Linux/UNIX, default tenancy
  CREATED      Nov 1 00:00 UTC
  TAGS         Name=train-llm-a  team=llm  run=2026-11-a
  ARN          arn:aws:ec2:us-east-1:123456789012:capacity-
               reservation/cr-0a1b2c3d4e5f60718
 esc back  j k scroll  y copy id  r refresh  ? help  q quit
`),
	);
	await app.press('j');
	const end = app.text();
	await app.press('k', 'j');
	expect(app.text()).toBe(end);
	await app.press('g');
	expect(app.lines()[3]).toContain('p5.48xlarge ×32');
});

test('from 140 columns they stand beside the rows, and follow the cursor', async () => {
	const app = await renderApp({columns: 150, rows: 40});
	await app.press('2', keys.enter);
	await app.press('j');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied                                           updated 0 s ago   ● live, 10 s to 5 min
  1 ODCRs 12   ▸2 Blocks 5    3 Timeline    4 Events 1    5 Offerings    6 Guide                    u GPU ○   a available ○   R 17 regions   / search
 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  2 live: 48 instances, 2 not filled     3 coming: 80 instances     next: p5 ×16 drains in 47m !                                       4 ended hidden

  TYPE              AZ             ACCEL SIZE STATE           USABLE UTC      COUNTDOWN     p5.48xlarge ×32                                  ● active
  p5.48xlarge       us-west-2b  128 H100   16 active          Nov 23 11:00   47m left !     cr-0a1b2c3d4e5f60718
 ▌p5.48xlarge       us-east-1a  256 H100   32 active          Nov 26 11:00   3d 0h left     train-llm-a · us-east-1a (use1-az4) · 256 H100 80 GiB
  p6-b200.48xlarge  us-east-2a   64 B200    8 scheduled       Dec  8 11:00     in 1d 1h
  trn1.32xlarge     us-east-1c 1024 Trn1   64 scheduled       Dec  8 11:00     in 8d 1h     CAPACITY     30 of 32 used  ███████▌  93 %   2 free
  p5e.48xlarge      us-west-2a   64 H200    8 payment-pending Dec 15 11:00       in 21d     WINDOW       Nov 19 11:30 UTC → Nov 26 11:30 UTC, 7d
                                                                                            USABLE       until Nov 26 11:00 UTC: 3d 0h left, then its
                                                                                                         instances are terminated
                                                                                            BLOCK        cb-0aa11bb22cc33dd44, targeted, UltraCluster
                                                                                                         placement implied
                                                                                            TERMS        paid up front, cannot be cancelled; it can
                                                                                                         be extended until Nov 26 10:30 UTC
                                                                                            OWNER        123456789012 (you)
                                                                                            PLATFORM     Linux/UNIX, default tenancy
                                                                                            CREATED      Nov 1 00:00 UTC
                                                                                            TAGS         Name=train-llm-a  team=llm  run=2026-11-a
                                                                                            ARN          arn:aws:ec2:us-east-1:123456789012:capacity-
                                                                                                         reservation/cr-0a1b2c3d4e5f60718

 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 esc back  j k row  m more time  x use  y copy id  r refresh  p pause                                                                  ? help  q quit
`),
	);
	await app.press(keys.esc);
	expect(app.drawn()[5]).toContain('COUNTDOWN');
});

test('beside the timeline', async () => {
	const app = await renderApp({columns: 150, rows: 40});
	await app.press('3', keys.enter);
	expect(app.drawn().slice(3, 24)).toEqual(
		drawing(`
  Nov 15 – Dec 23     1 column = 18h     UTC     o dated ODCRs ○                                                                       4 ended hidden

                                       Nov 16   23        30       Dec 07   14        21    p5.48xlarge ×16                                  ● active
                                      ─┬────────┬▼────────┬────────┬────────┬─────────┬──   cr-0d1c2b3a4f5e69780
 ▌p5.48xlarge        ×16  us-west-2b   ▓▓▓▓▓▓▓▓▓▓▐                                          us-west-2b · 128 H100 80 GiB
                     ×32  us-east-1a       ▓▓▓▓▓▓████▐
  p6-b200.48xlarge    ×8  us-east-2a             │░░░░░░░░░░░░░░░░░░░▐                      CAPACITY     16 of 16 used  ████████  100 %   0 free
  trn1.32xlarge      ×64  us-east-1c             │         ░░░░░░░░░░▐                      WINDOW       Nov 16 11:30 UTC → Nov 23 11:30 UTC, 7d
  p5e.48xlarge        ×8  us-west-2a             │                           ··             USABLE       until Nov 23 11:00 UTC: 47m left, then its
                                                                                                         instances are terminated !
                                                                                            BLOCK        cb-0b10c00000000000b, targeted, UltraCluster
                                                                                                         placement implied
                                                                                            TERMS        paid up front, cannot be cancelled; it can
                                                                                                         be extended until Nov 23 10:30 UTC
                                                                                            OWNER        123456789012 (you)
                                                                                            PLATFORM     Linux/UNIX, default tenancy
                                                                                            CREATED      Nov 1 00:00 UTC
                                                                                            ARN          arn:aws:ec2:us-west-2:123456789012:capacity-
                                                                                                         reservation/cr-0d1c2b3a4f5e69780

  p5.48xlarge ×16 · 128 H100 · us-west-2b · cr-0d1c2b3a4f5e69780 · active, 16 of 16 used
`),
	);
});

test('on a narrower terminal they take the place of the rows', async () => {
	const app = await renderApp({columns: 150, rows: 40});
	await app.press(keys.enter);
	await app.resize(139, 40);
	expect(app.text()).not.toContain('p5en.48xlarge');
	await app.resize(140, 40);
	expect(app.text()).toContain('p5en.48xlarge');
});

test('local time is named beside every date', async () => {
	liveIn('Asia/Kolkata');
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('2', keys.enter, 't');
	expect(app.drawn().filter((line) => line.includes('UTC'))).toEqual(
		drawing(`
  WINDOW       Nov 16 17:00 UTC+5:30 → Nov 23 17:00 UTC+5:30, 7d
  USABLE       until Nov 23 16:30 UTC+5:30: 47m left, then its instances are
               23 16:00 UTC+5:30
  CREATED      Nov 1 05:30 UTC+5:30
`),
	);
	await app.press('t');
	expect(app.text()).toContain('Nov 16 11:30 UTC → Nov 23 11:30 UTC, 7d');
});
