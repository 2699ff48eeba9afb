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
 ▸1 ODCRs 12  2 Blocks 5  3 Timeline  4 Events 1  5 Offerings  6 Guide   u GPU ○  a available ○  R 17 regions  / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed     2 coming                      0 hidden

 Move                                   Launch                                 Timeline
 j Down       Down                      x        Ways to launch into it        h Left   Earlier
 k Up         Up                        Enter    Read the snippet              l Right  Later
 g Home       First                     h Left   The way before                + =      Zoom in
 G End        Last                      l Right  The next way                  -        Zoom out
 ctrl-d PgDn  Page down                 y        Copy the snippet              n        Centre on now
 ctrl-u PgUp  Page up                                                          F        Fit all
                                        Offerings                              o        Dated ODCRs too
 Panes                                  Enter d  Offering in full
 1          ODCRs                       i        Search: type, count, dates    Data and program
 2          Capacity Blocks             L        The largest count there is    r ctrl-r  Refresh now
 3          Timeline                    s        Sort by the next column       p         Pause, go on
 4          Events                      y        Copy the line to buy it       ?         Help
 5          Offerings                                                          q         Quit
 6          Guide                       Guide                                  ctrl-c    Quit with exit code 130
 Tab        Next pane                   Enter  Answer the question             ctrl-z    Suspend; fg comes back
 Shift-Tab  Previous pane               h l    Another answer
                                        c      Compare blocks and ODCRs        Signs
 Look closer                            s      Read the scenarios              ▓█░▐  Past, live, coming, drain zone
 Enter d  Details of the reservation    o      Search offerings for it         ·     Payment pending, or troubled
 Enter    Reservation of the event      y      Copy the line to type           ╌     Offered, not held
 m        More time for a block                                                ~     Stale: its region failed
 Esc      Back                          Filter                                 °     Likely mistake, see its details
 s        Sort by the next column       /    Search; !word leaves out          ↩     Free until its owner reclaims it
 S        Invert the sort               u    GPU or ML accelerator only        !     Within the hour
 f        Follow its bring-up           a    With free instances only          –     Unknown or not applicable
 t        Local time or UTC             e    Troubled only
 y        Copy the id                   E    Ended ones too
 Y        Copy the ARN                  R    Choose regions
                                        0    Clear all filters

 Copying uses OSC 52; in tmux it needs: set -s set-clipboard on   Idle ODCR capacity is billed at the On-Demand rate.
 / looks through the words of the columns, platform, tenancy, owner, ids, tags.
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
	expect(app.text()).toContain("'     Likely mistake, see its details");
});

test('at 80x24 it scrolls to its last line', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('?');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
 ▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 Move                                   Guide
 j Down       Down                      Enter  Answer the question
 k Up         Up                        h l    Another answer
 g Home       First                     c      Compare blocks and ODCRs
 G End        Last                      s      Read the scenarios
 ctrl-d PgDn  Page down                 o      Search offerings for it
 ctrl-u PgUp  Page up                   y      Copy the line to type

 Panes                                  Filter
 1          ODCRs                       /    Search; !word leaves out
 2          Capacity Blocks             u    GPU or ML accelerator only
 3          Timeline                    a    With free instances only
 4          Events                      e    Troubled only
 5          Offerings                   E    Ended ones too
 6          Guide                       R    Choose regions
 Tab        Next pane                   0    Clear all filters
 Shift-Tab  Previous pane
                                        Timeline
  … 29 more lines

 esc back  j k scroll  r refresh  p pause                        ? help  q quit
`),
	);
	await app.press('G');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
 ▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
 Y        Copy the ARN                  p         Pause, go on
                                        ?         Help
 Launch                                 q         Quit
 x        Ways to launch into it        ctrl-c    Quit with exit code 130
 Enter    Read the snippet              ctrl-z    Suspend; fg comes back
 h Left   The way before
 l Right  The next way                  Signs
 y        Copy the snippet              ▓█░▐  Past, live, coming, drain zone
                                        ·     Payment pending, or troubled
 Offerings                              ╌     Offered, not held
 Enter d  Offering in full              ~     Stale: its region failed
 i        Search: type, count, dates    °     Likely mistake, see its details
 L        The largest count there is    ↩     Free until its owner reclaims it
 s        Sort by the next column       !     Within the hour
 y        Copy the line to buy it       –     Unknown or not applicable

 Copying uses OSC 52; in tmux it needs: set -s set-clipboard on
 Idle ODCR capacity is billed at the On-Demand rate.
 / looks through the words of the columns, platform, tenancy, owner, ids, tags.

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
	for (let page = 0; page < 10; page++) {
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
