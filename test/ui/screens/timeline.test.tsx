import {describe, expect, test} from 'vitest';
import {failure, fakeSource} from '../../helpers/fake-source.js';
import {liveIn} from '../../helpers/live-in.js';
import {drawing, keys, type RenderedApp, renderApp} from '../../helpers/render-app.js';
import {block} from '../../helpers/reservation.js';

async function openAt(columns: number, rows: number, isAscii = false): Promise<RenderedApp> {
	const app = await renderApp({columns, rows, isAscii});
	await app.press('3');
	return app;
}

/** From the axis to the words of the selected bar. */
function picture(app: RenderedApp): readonly string[] {
	const lines = app.drawn();
	const axis = lines.findIndex((line) => /[┬+][─-]|[─-][┬+▼v]/.test(line)) - 1;
	return lines.slice(axis, -2);
}

test('the timeline at 120x40', async () => {
	const app = await openAt(120, 40);
	await app.press('j');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied             updated 0 s ago   ● live, 10 s to 5 min
  1 ODCRs 12  2 Blocks 5 ▸3 Timeline  4 Events 1  5 Offerings  6 Guide   u GPU ○  a available ○  R 17 regions  / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  Nov 16 – Dec 16     1 column = 9h     UTC     o dated ODCRs ○                                          4 ended hidden

                                      Nov 16  19      22      25      28      Dec 01  04      07      10      13
                                      ┬───────┬───────┬──▼────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬
  p5.48xlarge        ×16  us-west-2b   ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▐
 ▌p5.48xlarge        ×32  us-east-1a           ▓▓▓▓▓▓▓▓▓▓████████▐
  p6-b200.48xlarge    ×8  us-east-2a                     │  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐
  trn1.32xlarge      ×64  us-east-1c                     │                     ░░░░░░░░░░░░░░░░░░▐
  p5e.48xlarge        ×8  us-west-2a                     │                                                       ····

  p5.48xlarge ×32 · 256 H100 · us-east-1a · cr-0a1b2c3d4e5f60718 · active, 30 of 32 used
  Nov 19 11:30 → Nov 26 11:30 UTC, 7d     usable until Nov 26 11:00 UTC, 3d 0h left; then terminated
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 h l pan  + - zoom  n now  F fit all  ⏎ details  o dated ODCRs ○  x use  y copy id  r refresh  p pause   ? help  q quit
`),
	);
});

test('the timeline at 80x24', async () => {
	const app = await openAt(80, 24);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
  1 ODCRs  2 Blocks ▸3 Timeline  4 Events  5 Offerings  6 Guide     u○ a○ R17 /
  Nov 15 – Dec 26   1 column = 1d   UTC   o dated ODCRs ○        4 ended hidden
                                              Nov 23        Dec 07        21
                                      ────────▼─────────────┬─────────────┬────
 ▌p5.48xlarge        ×16  us-west-2b   ▓▓▓▓▓▓▓▐
                     ×32  us-east-1a      ▓▓▓▓███▐
  p6-b200.48xlarge    ×8  us-east-2a          │░░░░░░░░░░░░░░▐
  trn1.32xlarge      ×64  us-east-1c          │       ░░░░░░░▐
  p5e.48xlarge        ×8  us-west-2a          │                    ··

  p5.48xlarge ×16 · 128 H100 · us-west-2b · active, 16 of 16 used
  Nov 16 11:30 → Nov 23 11:30 UTC, 7d   usable until Nov 23 11:00, 47m left !

 h l pan  + - zoom  n now  ⏎ details  y copy id  r refresh       ? help  q quit
`),
	);
});

test('the timeline at 60x15: the zone of a block is in the words only', async () => {
	const app = await openAt(60, 15);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1  2 ▸3 Timeline  4  5  6
  Nov 15 – Dec 18   1 column = 1d   UTC      4 ended hidden
                                  Nov 23        Dec 07
                          ────────▼─────────────┬──────────
 ▌p5.48xlarge        ×16   ▓▓▓▓▓▓▓▐
                     ×32      ▓▓▓▓███▐
  p6-b200.48xlarge    ×8          │░░░░░░░░░░░░░░▐
  trn1.32xlarge      ×64          │       ░░░░░░░▐
  p5e.48xlarge        ×8          │                    ··

  p5.48xlarge ×16 · us-west-2b · active, 16 of 16 used
  Nov 16 11:30 → usable until Nov 23 11:00 UTC, 47m left !
 h l pan  + - zoom  ⏎ details  y copy id     ? help  q quit
`),
	);
});

test('the timeline at 200x60', async () => {
	const app = await openAt(200, 60);
	expect(app.drawn().slice(3, 12)).toEqual(
		drawing(`
  Nov 16 – Dec 26     1 column = 6h     UTC     o dated ODCRs ○                                                                                                                          4 ended hidden

                                          Nov 17  19      21      23      25      27      29      Dec 01  03      05      07      09      11      13      15      17      19      21      23      25
                                      ────┬───────┬───────┬───────┬▼──────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬────
 ▌p5.48xlarge        ×16  us-west-2b   ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▐
                     ×32  us-east-1a               ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓████████████▐
  p6-b200.48xlarge    ×8  us-east-2a                               │   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐
  trn1.32xlarge      ×64  us-east-1c                               │                               ░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐
  p5e.48xlarge        ×8  us-west-2a                               │                                                                                   ·····
`),
	);
});

test('the timeline in ASCII at 120x40', async () => {
	const app = await openAt(120, 40, true);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions | 1 denied             updated 0 s ago   * live, 10 s to 5 min
  1 ODCRs 12  2 Blocks 5 *3 Timeline  4 Events 1  5 Offerings  6 Guide   u GPU -  a available -  R 17 regions  / search
 ----------------------------------------------------------------------------------------------------------------------
  Nov 16 - Dec 16     1 column = 9h     UTC     o dated ODCRs -                                          4 ended hidden

                                      Nov 16  19      22      25      28      Dec 01  04      07      10      13
                                      +-------+-------+--v----+-------+-------+-------+-------+-------+-------+-------+
 >p5.48xlarge        x16  us-west-2b   ==================!
                     x32  us-east-1a           ==========########!
  p6-b200.48xlarge    x8  us-east-2a                     |  .....................................!
  trn1.32xlarge      x64  us-east-1c                     |                     ..................!
  p5e.48xlarge        x8  us-west-2a                     |                                                       ????

  p5.48xlarge x16 | 128 H100 | us-west-2b | cr-0d1c2b3a4f5e69780 | active, 16 of 16 used
  Nov 16 11:30 -> Nov 23 11:30 UTC, 7d     usable until Nov 23 11:00 UTC, 47m left; then terminated !
 ----------------------------------------------------------------------------------------------------------------------
 h l pan  + - zoom  n now  F fit all  Enter details  o dated ODCRs -  x use  y copy id  r refresh        ? help  q quit
`),
	);
});

test('with ended blocks and dated ODCRs', async () => {
	const app = await openAt(120, 40);
	await app.press('E', 'o');
	expect(app.drawn().slice(1, 21)).toEqual(
		drawing(`
  1 ODCRs 12   2 Blocks 9  ▸3 Timeline   4 Events 1   5 Offerings   6 Guide                   u○  a○  E ended ●  R17  /
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  Oct 17 – Feb 3 2027     1 column = 1d 12h     UTC     o dated ODCRs ●                                        0 hidden

                                                    Oct 26   Nov 09   23        Dec 07   21       Jan 04 2027
                                              ──────┬────────┬────────▼─────────┬────────┬────────┬─────────┬────────┬─
 ▌trn1.32xlarge        ×32  us-east-1c         ▓▓▓▓▓▓                 │
                       ×64  us-east-1c                                │     ░░░░▐
  p5.48xlarge           ×8  us-east-1a                  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓███████████████████
                       ×16  us-west-2b                  ▓▓▓▓▓▓        │
                       ×16  us-west-2b                            ▓▓▓▓▐
                       ×32  us-east-1a                              ▓▓██▐
  p6e-gb200.36xlarge   ×18  us-east-1-dfw-2a             ▓▓▓▓▓▓       │
  p4de.24xlarge         ×4  us-west-2c                         ▓▓     │
  p6-b200.48xlarge      ×8  us-east-2a                                │░░░░░░░░░▐
  g6e.12xlarge          ×8  eu-west-1a                                │         ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▸
  p5e.48xlarge          ×8  us-west-2a                                │             ··
  g5.48xlarge           ×1  ap-south-1a                               │                                 ░░░░░░░░░░░░░░▸

  trn1.32xlarge ×32 · 512 Trn1 · us-east-1c · cr-0e9d8c7b6a5f41303 · expired
`),
	);
});

describe('moving through time', () => {
	test('zooming in keeps the selected bar; others go on beyond the window', async () => {
		const app = await openAt(80, 24);
		await app.press('jjj', '+++');
		expect(picture(app)).toEqual(
			drawing(`
                                       Nov 28  Dec 01  04      07      10
                                      ─┬───────┬───────┬───────┬───────┬───────
  p5.48xlarge        ×16  us-west-2b  ◂
                     ×32  us-east-1a  ◂
  p6-b200.48xlarge    ×8  us-east-2a  ◂░░░░░░░░░░░░░░░░░░░░░░░░░░░░▐
 ▌trn1.32xlarge      ×64  us-east-1c            ░░░░░░░░░░░░░░░░░░░▐
  p5e.48xlarge        ×8  us-west-2a                                          ▸

  trn1.32xlarge ×64 · 1024 Trn1 · us-east-1c · cr-0e9d8c7b6a5f41302 · scheduled
  Dec 1 11:30 → Dec 8 11:30 UTC, 7d     usable until Dec 8 11:00 UTC
`),
		);
	});

	test('out of sight of the selected bar it keeps now', async () => {
		const app = await openAt(80, 24);
		await app.press('G', 'hhhh');
		const column = () => picture(app)[1]?.indexOf('▼');
		const before = column();
		expect(picture(app)[6]).toMatch(/▸$/);
		await app.press('+');
		expect(column()).toBe(before);
	});

	test('panning moves an eighth of the window; n goes back to now, F to all', async () => {
		const app = await openAt(80, 24);
		const all = picture(app);
		await app.press('hhhh');
		expect(picture(app)).toEqual(
			drawing(`
                                          Oct 26        Nov 09        23
                                      ────┬─────────────┬─────────────▼────────
 ▌p5.48xlarge        ×16  us-west-2b                           ▓▓▓▓▓▓▓▐
                     ×32  us-east-1a                              ▓▓▓▓███▐
  p6-b200.48xlarge    ×8  us-east-2a                                  │░░░░░░░▸
  trn1.32xlarge      ×64  us-east-1c                                  │       ▸
  p5e.48xlarge        ×8  us-west-2a                                  │       ▸

  p5.48xlarge ×16 · 128 H100 · us-west-2b · active, 16 of 16 used
  Nov 16 11:30 → Nov 23 11:30 UTC, 7d   usable until Nov 23 11:00, 47m left !
`),
		);
		await app.press('n');
		expect(picture(app)).toEqual(
			drawing(`
                                            Nov 09        23            Dec 07
                                      ──────┬─────────────▼─────────────┬──────
 ▌p5.48xlarge        ×16  us-west-2b               ▓▓▓▓▓▓▓▐
                     ×32  us-east-1a                  ▓▓▓▓███▐
  p6-b200.48xlarge    ×8  us-east-2a                      │░░░░░░░░░░░░░░▐
  trn1.32xlarge      ×64  us-east-1c                      │       ░░░░░░░▐
  p5e.48xlarge        ×8  us-west-2a                      │                   ▸

  p5.48xlarge ×16 · 128 H100 · us-west-2b · active, 16 of 16 used
  Nov 16 11:30 → Nov 23 11:30 UTC, 7d   usable until Nov 23 11:00, 47m left !
`),
		);
		await app.press('F');
		expect(picture(app)).toEqual(all);
	});

	test('arrows pan too, and - zooms out', async () => {
		const app = await openAt(80, 24);
		const start = picture(app);
		await app.press(keys.right);
		const later = picture(app);
		expect(later).not.toEqual(start);
		await app.press('h');
		expect(picture(app)).toEqual(start);
		await app.press('l');
		expect(picture(app)).toEqual(later);
		await app.press('-');
		expect(app.lines()[2]).toContain('1 column = 1d 12h');
	});
});

test('local time moves the ticks, and the words', async () => {
	liveIn('America/Los_Angeles');
	const app = await openAt(120, 40);
	await app.press('++', 't');
	expect(app.lines()[3]).toContain('1 column = 4h     local UTC-8     ');
	expect(picture(app)).toEqual(
		drawing(`
                                           Nov 19      21          23          25          27          29
                                      ─────┬───────────┬───────────┬▼──────────┬───────────┬───────────┬───────────┬───
 ▌p5.48xlarge        ×16  us-west-2b  ◂▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▐
                     ×32  us-east-1a        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓██████████████████▐
  p6-b200.48xlarge    ×8  us-east-2a                                │     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▸
  trn1.32xlarge      ×64  us-east-1c                                │                                               ░░▸
  p5e.48xlarge        ×8  us-west-2a                                │                                                 ▸

  p5.48xlarge ×16 · 128 H100 · us-west-2b · cr-0d1c2b3a4f5e69780 · active, 16 of 16 used
  Nov 16 03:30 → Nov 23 03:30 UTC-8, 7d     usable until Nov 23 03:00 UTC-8, 47m left; then terminated !
`),
	);
});

test('bars of a region that failed carry a tilde', async () => {
	const app = await openAt(80, 24);
	app.source.answers.set('us-east-1', failure('throttled'));
	await app.advance(60_000);
	expect(
		picture(app)
			.filter((line) => line.includes('~'))
			.map((line) => line.trim()),
	).toEqual(
		drawing(`
~×32  us-east-1a      ▓▓▓▓███▐
trn1.32xlarge     ~×64  us-east-1c          │       ░░░░░░░▐
`),
	);
});

test('a block without dates says so on its own line, wherever now is', async () => {
	const undated = block({id: 'cr-undated', instanceType: 'p4d.24xlarge', startDate: null});
	const app = await renderApp({columns: 60, rows: 15, source: fakeSource({'us-east-1': [[block(), undated]]})});
	await app.press('3', 'hhh');
	expect(app.lines().slice(3)).toEqual(
		drawing(`
                             Nov 17  19      21      23
                      ───────┬───────┬───────┬───────┬▼────
 ▌p5.48xlarge    ×16                  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓████▸
  p4d.24xlarge   ×16  dates unknown





  p5.48xlarge ×16 · us-east-1a · active, 16 of 16 used
  Nov 19 11:30 → usable until Nov 26 11:00 UTC, 3d 0h left
 h l pan  + - zoom  ⏎ details  y copy id     ? help  q quit
`),
	);
});
