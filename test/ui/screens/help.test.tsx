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

 Move                          Look closer                            Data and program
 j Down       Down             Enter d  Details of the reservation    r ctrl-r  Refresh now
 k Up         Up               Enter    Reservation of the event      p         Pause, go on
 g Home       First            Esc      Back                          ?         Help
 G End        Last             s        Sort by the next column       q         Quit
 ctrl-d PgDn  Page down        S        Invert the sort               ctrl-c    Quit with exit code 130
 ctrl-u PgUp  Page up          f        Follow its bring-up           ctrl-z    Suspend; fg comes back
                               t        Local time or UTC
 Panes                         y        Copy the id                   Signs
 1          ODCRs              Y        Copy the ARN                  ▓█░▐  Past, live, coming, drain zone
 2          Capacity Blocks                                           ·     Payment pending, or troubled
 3          Timeline           Filter                                 ~     Stale: its region failed
 4          Events             /    Search; !word leaves out          ↩     Free until its owner reclaims it
 Tab        Next pane          u    GPU or ML accelerator only        !     Within the hour
 Shift-Tab  Previous pane      a    With free instances only          –     Unknown or not applicable
                               e    Troubled only
                               E    Ended ones too
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
                                        ▓█░▐  Past, live, coming, drain zone
                                        ·     Payment pending, or troubled
                                        ~     Stale: its region failed
                                        ↩     Free until its owner reclaims it
                                        !     Within the hour
                                        –     Unknown or not applicable

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
