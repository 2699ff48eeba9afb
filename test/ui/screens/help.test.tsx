import {expect, test} from 'vitest';
import {unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {helpNotes, helpPages} from '../../../source/ui/help/help-pages.js';
import {drawing, keys, renderApp} from '../../helpers/render-app.js';

test('the help at 120x40 shows every key and sign', async () => {
	const app = await renderApp({columns: 120, rows: 40});
	await app.press('?');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied             updated 0 s ago   ● live, 10 s to 5 min
  1 ODCRs 12    2 Blocks 5    3 Timeline    4 Events 1                u GPU ○   a available ○   R 17 regions   / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed     2 coming                      0 hidden

 Move                                   Launch                             Timeline
 j Down       Down                      x        Ways to launch into it    h Left   Earlier
 k Up         Up                        Enter    Read the snippet          l Right  Later
 g Home       First                     h Left   The way before            + =      Zoom in
 G End        Last                      l Right  The next way              -        Zoom out
 ctrl-d PgDn  Page down                 y        Copy the snippet          n        Centre on now
 ctrl-u PgUp  Page up                                                      F        Fit all
                                        Filter                             o        Dated ODCRs too
 Panes                                  /    Search; !word leaves out
 1          ODCRs                       u    GPU or ML accelerator only    Data and program
 2          Capacity Blocks             a    With free instances only      r ctrl-r  Refresh now
 3          Timeline                    e    Troubled only                 p         Pause, go on
 4          Events                      E    Ended ones too                ?         Help
 Tab        Next pane                   R    Choose regions                q         Quit
 Shift-Tab  Previous pane               0    Clear all filters             ctrl-c    Quit with exit code 130
                                                                           ctrl-z    Suspend; fg comes back
 Look closer
 Enter d  Details of the reservation                                       Signs
 Enter    Reservation of the event                                         ▓█░▐  Past, live, coming, drain zone
 Esc      Back                                                             ·     Payment pending, or troubled
 s        Sort by the next column                                          ~     Stale: its region failed
 S        Invert the sort                                                  ↩     Free until its owner reclaims it
 f        Follow its bring-up                                              !     Within the hour
 t        Local time or UTC                                                –     Unknown or not applicable
 y        Copy the id
 Y        Copy the ARN

 Copying uses OSC 52; in tmux it needs: set -s set-clipboard on
 Idle ODCR capacity is billed at the On-Demand rate.

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 esc back  j k scroll  r refresh  p pause                                                                ? help  q quit
`),
	);
});

test('in ASCII, with the signs that are used there', async () => {
	const app = await renderApp({columns: 120, rows: 40, isAscii: true});
	await app.press('?');
	expect(app.text()).toMatch(/^[ -~\n]*$/);
	expect(app.text()).toContain('<     Free until its owner reclaims it');
});

test('at 80x24 it scrolls to its last line', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('?');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  prod  16/17 regions · 1 denied               0 s ago  ● 10 s
  1 ODCRs 12   2 Blocks 5   3 Timeline   4 Events 1              u○  a○  R17  /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 Move                                   Filter
 j Down       Down                      /    Search; !word leaves out
 k Up         Up                        u    GPU or ML accelerator only
 g Home       First                     a    With free instances only
 G End        Last                      e    Troubled only
 ctrl-d PgDn  Page down                 E    Ended ones too
 ctrl-u PgUp  Page up                   R    Choose regions
                                        0    Clear all filters
 Panes
 1          ODCRs                       Timeline
 2          Capacity Blocks             h Left   Earlier
 3          Timeline                    l Right  Later
 4          Events                      + =      Zoom in
 Tab        Next pane                   -        Zoom out
 Shift-Tab  Previous pane               n        Centre on now
                                        F        Fit all
 Look closer                            o        Dated ODCRs too
 Enter d  Details of the reservation
 Enter    Reservation of the event      Data and program

 esc back  j k scroll  r refresh  p pause                        ? help  q quit
`),
	);
	await app.press('G');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  prod  16/17 regions · 1 denied               0 s ago  ● 10 s
  1 ODCRs 12   2 Blocks 5   3 Timeline   4 Events 1              u○  a○  R17  /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 Enter d  Details of the reservation
 Enter    Reservation of the event      Data and program
 Esc      Back                          r ctrl-r  Refresh now
 s        Sort by the next column       p         Pause, go on
 S        Invert the sort               ?         Help
 f        Follow its bring-up           q         Quit
 t        Local time or UTC             ctrl-c    Quit with exit code 130
 y        Copy the id                   ctrl-z    Suspend; fg comes back
 Y        Copy the ARN
                                        Signs
 Launch                                 ▓█░▐  Past, live, coming, drain zone
 x        Ways to launch into it        ·     Payment pending, or troubled
 Enter    Read the snippet              ~     Stale: its region failed
 h Left   The way before                ↩     Free until its owner reclaims it
 l Right  The next way                  !     Within the hour
 y        Copy the snippet              –     Unknown or not applicable

 Copying uses OSC 52; in tmux it needs: set -s set-clipboard on
 Idle ODCR capacity is billed at the On-Demand rate.

 esc back  j k scroll  r refresh  p pause                        ? help  q quit
`),
	);
});

test.each([
	[60, 15],
	[80, 24],
	[100, 20],
	[120, 40],
])('at %dx%d every line can be reached, and none is cut', async (columns, rows) => {
	const app = await renderApp({columns, rows});
	await app.press('?');
	let seen = '';
	for (let page = 0; page < 8; page++) {
		seen += app.drawn().slice(3, -1).join('\n');
		await app.press(keys.pagedown);
	}

	const texts = [
		...helpPages(columns, unicodeGlyphs)
			.flat()
			.flatMap(({entries}) => entries.map(({does}) => does)),
		...helpNotes(columns),
	];
	expect(texts.filter((text) => !seen.includes(text))).toEqual([]);
});

test('a second ? and Esc leave it; a pane key goes to its pane', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('?', '?');
	expect(app.text()).toContain('g6.xlarge');
	await app.press('?', keys.esc);
	expect(app.text()).toContain('g6.xlarge');
	await app.press('?', '2');
	expect(app.text()).toContain('COUNTDOWN');
});
