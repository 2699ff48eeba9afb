import {describe, expect, test} from 'vitest';
import {CapacityError} from '../../../source/core/errors.js';
import {failure} from '../../helpers/fake-source.js';
import {clockBefore} from '../../helpers/open-store.js';
import {drawing, type RenderedApp, renderApp} from '../../helpers/render-app.js';

/** The app twelve seconds after the account was read. */
async function openAt(columns: number, rows: number, isAscii = false): Promise<RenderedApp> {
	const app = await renderApp({columns, rows, isAscii, time: clockBefore(12_100)});
	await app.advance(12_000);
	return app;
}

test('ODCRs at 120x40', async () => {
	const app = await openAt(120, 40);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied            updated 12 s ago   ● live, 10 s to 5 min
 ▸1 ODCRs 12  2 Blocks 5  3 Timeline  4 Events 1  5 Offerings  6 Guide   u GPU ○  a available ○  R 17 regions  / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed     2 coming                      0 hidden

  TYPE            AZ              ACCEL TOTAL  FREE  USED  USE           STATE      MATCH     ENDS UTC      NAME
 ▌g6.xlarge       us-west-2a      64 L4    64    24    40  █████░░░  62% active     open      –             serve-chat
  p5en.48xlarge   us-west-2b   128 H200    16    16     0  ░░░░░░░░   0% active     targeted  –             rl-west
  inf2.xlarge     us-east-1a    32 Inf2    32    12    20  █████░░░  62% active     open      –             embed
  p5.48xlarge     us-east-1a    64 H100     8     8     0  ░░░░░░░░   0% active     open      Dec 19 23:59  eval-burst
  g6.2xlarge      eu-west-1b      16 L4    16     4    12  ██████░░  75% active     open      –             serve-eu
  p4d.24xlarge    us-east-1c   128 A100    16     2    14  ███████░  87% active     targeted  –             finetune
  p5.48xlarge     us-east-1a   256 H100    32     2    30  ███████▌  93% active     targeted  –             train-llm-a
  trn2.48xlarge   us-east-2b    64 Trn2     4     1     3  ██████░░  75% active     targeted  –             neuron-lab
  m7i.metal-24xl  us-east-1b          –     4     0     4  ████████ 100% active     open      –             ctl-plane
  p5.48xlarge     us-west-2c    16 H100     2     0     2  ████████ 100% active     targeted  –             shared by 2…
  g5.48xlarge     ap-south-1a    8 A10G     1     –     –  –             assessing  targeted  from Jan 2027 pilot
  g6e.12xlarge    eu-west-1a    32 L40S     8     –     –  –             scheduled  targeted  from Dec 8    q4-launch

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 ⏎ details  s sort: free ↓  e troubled  E ended  0 clear  x use  y copy id  r refresh  p pause           ? help  q quit
`),
	);
});

test('ODCRs at 80x24', async () => {
	const app = await openAt(80, 24);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  123456789012 prod  16/17 regions · 1 denied          12 s ago  ● 10 s
 ▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
  TYPE            AZ              ACCEL TOTAL  FREE  USED  USE         STATE
 ▌g6.xlarge       us-west-2a      64 L4    64    24    40  ███▊░░  62% active
  p5en.48xlarge   us-west-2b   128 H200    16    16     0  ░░░░░░   0% active
  inf2.xlarge     us-east-1a    32 Inf2    32    12    20  ███▊░░  62% active
  p5.48xlarge     us-east-1a    64 H100     8     8     0  ░░░░░░   0% active
  g6.2xlarge      eu-west-1b      16 L4    16     4    12  ████▌░  75% active
  p4d.24xlarge    us-east-1c   128 A100    16     2    14  █████▎  87% active
  p5.48xlarge     us-east-1a   256 H100    32     2    30  █████▋  93% active
  trn2.48xlarge   us-east-2b    64 Trn2     4     1     3  ████▌░  75% active
  m7i.metal-24xl  us-east-1b          –     4     0     4  ██████ 100% active
  p5.48xlarge     us-west-2c    16 H100     2     0     2  ██████ 100% active
  g5.48xlarge     ap-south-1a    8 A10G     1     –     –  –           assessing
  g6e.12xlarge    eu-west-1a    32 L40S     8     –     –  –           scheduled

 ⏎ details  s sort: free ↓  x use  y copy id  r refresh          ? help  q quit
`),
	);
});

test('ODCRs at 60x15: as many rows as fit, no line lost', async () => {
	const app = await openAt(60, 15);
	expect(app.lines()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied   12 s ago  ● 10 s
 ▸1 ODCRs 12  2  3  4  5  6
  69 of 194 free, 35 %   69 idle and billed      1–10 of 12
  TYPE           AZ              ACCEL TOTAL  FREE STATE
 ▌g6.xlarge      us-west-2a      64 L4    64    24 active
  p5en.48xlarge  us-west-2b   128 H200    16    16 active
  inf2.xlarge    us-east-1a    32 Inf2    32    12 active
  p5.48xlarge    us-east-1a    64 H100     8     8 active
  g6.2xlarge     eu-west-1b      16 L4    16     4 active
  p4d.24xlarge   us-east-1c   128 A100    16     2 active
  p5.48xlarge    us-east-1a   256 H100    32     2 active
  trn2.48xlarge  us-east-2b    64 Trn2     4     1 active
  m7i.metal-24xl us-east-1b          –     4     0 active
  p5.48xlarge    us-west-2c    16 H100     2     0 active
 ⏎ details  x use  y copy id  r refresh      ? help  q quit
`),
	);
});

test('ODCRs at 200x60: the name has all the room it needs', async () => {
	const app = await openAt(200, 60);
	expect(app.drawn().slice(5, 8)).toEqual(
		drawing(`
  TYPE            AZ              ACCEL TOTAL  FREE  USED  USE           STATE      MATCH     ENDS UTC      NAME
 ▌g6.xlarge       us-west-2a      64 L4    64    24    40  █████░░░  62% active     open      –             serve-chat
  p5en.48xlarge   us-west-2b   128 H200    16    16     0  ░░░░░░░░   0% active     targeted  –             rl-west
`),
	);
});

test('ODCRs in ASCII at 80x24', async () => {
	const app = await openAt(80, 24, true);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  123456789012 prod  16/17 regions | 1 denied          12 s ago  * 10 s
 *1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u- a- R17 /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
  TYPE            AZ              ACCEL TOTAL  FREE  USED  USE         STATE
 >g6.xlarge       us-west-2a      64 L4    64    24    40  ####..  62% active
  p5en.48xlarge   us-west-2b   128 H200    16    16     0  ......   0% active
  inf2.xlarge     us-east-1a    32 Inf2    32    12    20  ####..  62% active
  p5.48xlarge     us-east-1a    64 H100     8     8     0  ......   0% active
  g6.2xlarge      eu-west-1b      16 L4    16     4    12  #####.  75% active
  p4d.24xlarge    us-east-1c   128 A100    16     2    14  #####.  87% active
  p5.48xlarge     us-east-1a   256 H100    32     2    30  #####.  93% active
  trn2.48xlarge   us-east-2b    64 Trn2     4     1     3  #####.  75% active
  m7i.metal-24xl  us-east-1b          -     4     0     4  ###### 100% active
  p5.48xlarge     us-west-2c    16 H100     2     0     2  ###### 100% active
  g5.48xlarge     ap-south-1a    8 A10G     1     -     -  -           assessing
  g6e.12xlarge    eu-west-1a    32 L40S     8     -     -  -           scheduled

 Enter details  s sort: free v  x use  y copy id  r refresh      ? help  q quit
`),
	);
});

test('every row has its tilde once the credentials are gone, and the header says how old they are', async () => {
	const app = await openAt(80, 24);
	app.source.connectError = new CapacityError('no_credentials', 'No credentials.');
	await app.advance(240_000);
	const lines = app.drawn();
	expect(lines[0]).toBe(' truffle  prod  0/17 regions · 1 denied · 16 stale 4 min       ! no credentials');
	expect(lines.filter((line) => line.includes(' ~'))).toHaveLength(12);
	app.source.connectError = null;
	await app.advance(60_000);
	expect(app.drawn().filter((line) => line.includes(' ~'))).toEqual([]);
});

describe('rows of a region that failed', () => {
	async function openStale(columns: number, rows: number): Promise<RenderedApp> {
		const app = await openAt(columns, rows);
		app.source.answers.set('eu-west-1', failure('throttled'));
		await app.advance(257_000);
		return app;
	}

	test('stay, with a tilde; the header says how old they are', async () => {
		const app = await openStale(120, 40);
		expect(app.drawn()).toEqual(
			drawing(`
 truffle capacity  123456789012 prod  15/17 regions · 1 throttled · 1 denied · 1 stale 4 min           29 s ago  ● 10 s
 ▸1 ODCRs 12  2 Blocks 5  3 Timeline  4 Events 2  5 Offerings  6 Guide   u GPU ○  a available ○  R 17 regions  / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  69 of 194 instances free, 35 %     280 of 768 accelerators idle and billed     2 coming                      0 hidden

  TYPE            AZ              ACCEL TOTAL  FREE  USED  USE           STATE       MATCH     ENDS UTC      NAME
 ▌g6.xlarge       us-west-2a      64 L4    64    24    40  █████░░░  62% active      open      –             serve-chat
  p5en.48xlarge   us-west-2b   128 H200    16    16     0  ░░░░░░░░   0% active      targeted  –             rl-west
  inf2.xlarge     us-east-1a    32 Inf2    32    12    20  █████░░░  62% active      open      –             embed
  p5.48xlarge     us-east-1a    64 H100     8     8     0  ░░░░░░░░   0% active      open      Dec 19 23:59  eval-burst
  g6.2xlarge      eu-west-1b      16 L4    16     4    12  ██████░░  75% ~active     open      –             serve-eu
  p4d.24xlarge    us-east-1c   128 A100    16     2    14  ███████░  87% active      targeted  –             finetune
  p5.48xlarge     us-east-1a   256 H100    32     2    30  ███████▌  93% active      targeted  –             train-llm-a
  trn2.48xlarge   us-east-2b    64 Trn2     4     1     3  ██████░░  75% active      targeted  –             neuron-lab
  m7i.metal-24xl  us-east-1b          –     4     0     4  ████████ 100% active      open      –             ctl-plane
  p5.48xlarge     us-west-2c    16 H100     2     0     2  ████████ 100% active      targeted  –             shared by …
  g5.48xlarge     ap-south-1a    8 A10G     1     –     –  –             assessing   targeted  from Jan 2027 pilot
  g6e.12xlarge    eu-west-1a    32 L40S     8     –     –  –             ~scheduled  targeted  from Dec 8    q4-launch

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 ⏎ details  s sort: free ↓  e troubled  E ended  0 clear  x use  y copy id  r refresh  p pause           ? help  q quit
`),
		);
	});

	test('have room for the tilde on narrow terminals too', async () => {
		const app = await openStale(80, 24);
		expect(app.drawn().filter((line) => line.includes('~'))).toEqual(
			drawing(`
  g6.2xlarge     eu-west-1b      16 L4    16     4    12  ████▌░  75% ~active
  g6e.12xlarge   eu-west-1a    32 L40S     8     –     –  –           ~scheduled
`),
		);
	});
});

test('a search leaves what matches, and says what it hides', async () => {
	const app = await openAt(80, 24);
	await app.press('/', 'p5');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  123456789012 prod  16/17 regions · 1 denied          12 s ago  ● 10 s
 ▸1 ODCRs 4  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /●
  26 of 58 free, 44 %   208 accelerators idle, billed                  8 hidden
  TYPE           AZ             ACCEL TOTAL  FREE  USED  USE         STATE
 ▌p5en.48xlarge  us-west-2b  128 H200    16    16     0  ░░░░░░   0% active
  p5.48xlarge    us-east-1a   64 H100     8     8     0  ░░░░░░   0% active
  p5.48xlarge    us-east-1a  256 H100    32     2    30  █████▋  93% active
  p5.48xlarge    us-west-2c   16 H100     2     0     2  ██████ 100% active

 /p5▏                                        ⏎ keep  esc undo  !word leaves out
`),
	);
});
