import {expect, test} from 'vitest';
import {unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {helpNotes, helpPages} from '../../../source/ui/help/help-pages.js';
import {drawing, keys, renderApp} from '../../helpers/render-app.js';

test('the help at 120x40 shows every key and sign', async () => {
	const app = await renderApp({columns: 120, rows: 40});
	await app.press('?');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied                      updated 0 s ago   ● live, 30 s
  1 ODCRs 12    2 Blocks 5    3 Timeline                              u GPU ○   a available ○   R 17 regions   / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed     2 coming                      0 hidden

 Move                          Look closer                            Data and program
 j Down       Down             Enter d  Details of the reservation    r ctrl-r  Refresh now
 k Up         Up               Esc      Back                          p         Pause, go on
 g Home       First            s        Sort by the next column       ?         Help
 G End        Last             S        Invert the sort               q         Quit
 ctrl-d PgDn  Page down        t        Local time or UTC             ctrl-c    Quit with exit code 130
 ctrl-u PgUp  Page up          y        Copy the id                   ctrl-z    Suspend; fg comes back
                               Y        Copy the ARN
 Panes                                                                Signs
 1          ODCRs              Filter                                 ▓█░▐  Past, live, coming, drain zone
 2          Capacity Blocks    /    Search; !word leaves out          ·     Payment pending, or troubled
 3          Timeline           u    GPU or ML accelerator only        ~     Stale: its region failed
 Tab        Next pane          a    With free instances only          ↩     Free until its owner reclaims it
 Shift-Tab  Previous pane      e    Troubled only                     !     Within the hour
                               E    Ended ones too                    –     Unknown or not applicable
                               R    Choose regions
                               0    Clear all filters

                               Timeline
                               h Left   Earlier
                               l Right  Later
                               + =      Zoom in
                               -        Zoom out
                               n        Centre on now
                               F        Fit all
                               o        Dated ODCRs too

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
 truffle capacity  prod  16/17 regions · 1 denied               0 s ago  ● 30 s
  1 ODCRs 12   2 Blocks 5   3 Timeline                           u○  a○  R17  /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 Move                                   Timeline
 j Down       Down                      h Left   Earlier
 k Up         Up                        l Right  Later
 g Home       First                     + =      Zoom in
 G End        Last                      -        Zoom out
 ctrl-d PgDn  Page down                 n        Centre on now
 ctrl-u PgUp  Page up                   F        Fit all
                                        o        Dated ODCRs too
 Panes
 1          ODCRs                       Data and program
 2          Capacity Blocks             r ctrl-r  Refresh now
 3          Timeline                    p         Pause, go on
 Tab        Next pane                   ?         Help
 Shift-Tab  Previous pane               q         Quit
                                        ctrl-c    Quit with exit code 130
 Look closer                            ctrl-z    Suspend; fg comes back
 Enter d  Details of the reservation
 Esc      Back                          Signs
 s        Sort by the next column       ▓█░▐  Past, live, coming, drain zone

 esc back  j k scroll  r refresh  p pause                        ? help  q quit
`),
	);
	await app.press('G');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  prod  16/17 regions · 1 denied               0 s ago  ● 30 s
  1 ODCRs 12   2 Blocks 5   3 Timeline                           u○  a○  R17  /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 Enter d  Details of the reservation
 Esc      Back                          Signs
 s        Sort by the next column       ▓█░▐  Past, live, coming, drain zone
 S        Invert the sort               ·     Payment pending, or troubled
 t        Local time or UTC             ~     Stale: its region failed
 y        Copy the id                   ↩     Free until its owner reclaims it
 Y        Copy the ARN                  !     Within the hour
                                        –     Unknown or not applicable
 Filter
 /    Search; !word leaves out
 u    GPU or ML accelerator only
 a    With free instances only
 e    Troubled only
 E    Ended ones too
 R    Choose regions
 0    Clear all filters

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
