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
  1 ODCRs 12    2 Blocks 5    3 Timeline    4 Events 1    6 Guide     u GPU ○   a available ○   R 17 regions   / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed     2 coming                      0 hidden

 Move                                   Launch                               Timeline
 j Down       Down                      x        Ways to launch into it      h Left   Earlier
 k Up         Up                        Enter    Read the snippet            l Right  Later
 g Home       First                     h Left   The way before              + =      Zoom in
 G End        Last                      l Right  The next way                -        Zoom out
 ctrl-d PgDn  Page down                 y        Copy the snippet            n        Centre on now
 ctrl-u PgUp  Page up                                                        F        Fit all
                                        Guide                                o        Dated ODCRs too
 Panes                                  Enter    Answer the question
 1          ODCRs                       h Left   The answer before           Data and program
 2          Capacity Blocks             l Right  The next answer             r ctrl-r  Refresh now
 3          Timeline                    c        Compare blocks and ODCRs    p         Pause, go on
 4          Events                      s        Read the scenarios          ?         Help
 6          Guide                       y        Copy the line to type       q         Quit
 Tab        Next pane                                                        ctrl-c    Quit with exit code 130
 Shift-Tab  Previous pane               Filter                               ctrl-z    Suspend; fg comes back
                                        /    Search; !word leaves out
 Look closer                            u    GPU or ML accelerator only      Signs
 Enter d  Details of the reservation    a    With free instances only        ▓█░▐  Past, live, coming, drain zone
 Enter    Reservation of the event      e    Troubled only                   ·     Payment pending, or troubled
 Esc      Back                          E    Ended ones too                  ~     Stale: its region failed
 s        Sort by the next column       R    Choose regions                  ↩     Free until its owner reclaims it
 S        Invert the sort               0    Clear all filters               !     Within the hour
 f        Follow its bring-up                                                –     Unknown or not applicable
 t        Local time or UTC
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
  1 ODCRs 12   2 Blocks 5   3 Timeline   4 Events 1   6 Guide    u○  a○  R17  /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 Move                                   Guide
 j Down       Down                      Enter    Answer the question
 k Up         Up                        h Left   The answer before
 g Home       First                     l Right  The next answer
 G End        Last                      c        Compare blocks and ODCRs
 ctrl-d PgDn  Page down                 s        Read the scenarios
 ctrl-u PgUp  Page up                   y        Copy the line to type

 Panes                                  Filter
 1          ODCRs                       /    Search; !word leaves out
 2          Capacity Blocks             u    GPU or ML accelerator only
 3          Timeline                    a    With free instances only
 4          Events                      e    Troubled only
 6          Guide                       E    Ended ones too
 Tab        Next pane                   R    Choose regions
 Shift-Tab  Previous pane               0    Clear all filters

 Look closer                            Timeline
 Enter d  Details of the reservation    h Left   Earlier

 esc back  j k scroll  r refresh  p pause                        ? help  q quit
`),
	);
	await app.press('G');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  prod  16/17 regions · 1 denied               0 s ago  ● 10 s
  1 ODCRs 12   2 Blocks 5   3 Timeline   4 Events 1   6 Guide    u○  a○  R17  /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 y        Copy the id
 Y        Copy the ARN                  Data and program
                                        r ctrl-r  Refresh now
 Launch                                 p         Pause, go on
 x        Ways to launch into it        ?         Help
 Enter    Read the snippet              q         Quit
 h Left   The way before                ctrl-c    Quit with exit code 130
 l Right  The next way                  ctrl-z    Suspend; fg comes back
 y        Copy the snippet
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
