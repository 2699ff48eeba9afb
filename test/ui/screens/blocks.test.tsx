import {expect, test} from 'vitest';
import {drawing, type RenderedApp, renderApp} from '../../helpers/render-app.js';

async function openAt(columns: number, rows: number, isAscii = false): Promise<RenderedApp> {
	const app = await renderApp({columns, rows, isAscii});
	await app.press('2');
	return app;
}

test('blocks at 120x40', async () => {
	const app = await openAt(120, 40);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity   123456789012 prod   16 of 17 regions · 1 denied             updated 0 s ago   ● live, 10 s to 5 min
  1 ODCRs 12 ▸2 Blocks 5  3 Timeline  4 Events 1  5 Offerings  6 Guide   u GPU ○  a available ○  R 17 regions  / search
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  2 live: 48 instances, 2 not filled     3 coming: 80 instances     next: p5 ×16 drains in 47m !         4 ended hidden

  TYPE             AZ             ACCEL SIZE  FILL          STATE            START UTC    USABLE UNTIL  LEN    COUNTDOWN
 ▌p5.48xlarge      us-west-2b  128 H100   16  ████████ 100% active           Nov 16 11:30 Nov 23 11:00   7d   47m left !
  p5.48xlarge      us-east-1a  256 H100   32  ███████▌  93% active           Nov 19 11:30 Nov 26 11:00   7d   3d 0h left
  p6-b200.48xlarge us-east-2a   64 B200    8  –             scheduled        Nov 24 11:30 Dec  8 11:00  14d     in 1d 1h
  trn1.32xlarge    us-east-1c 1024 Trn1   64  –             scheduled        Dec  1 11:30 Dec  8 11:00   7d     in 8d 1h
  p5e.48xlarge     us-west-2a   64 H200    8  –             payment-pending  Dec 14 11:30 Dec 15 11:00   1d       in 21d

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 ⏎ details  s sort: start ↑  e troubled  E ended  0 clear  x use  y copy id  r refresh  p pause          ? help  q quit
`),
	);
});

test('blocks at 80x24: the usable end names the zone when the start has left', async () => {
	const app = await openAt(80, 24);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
  1 ODCRs ▸2 Blocks 5  3 Timeline  4 Events  5 Offerings  6 Guide   u○ a○ R17 /
  2 live: 48 instances, 2 not filled   3 coming: 80 instances    4 ended hidden
  TYPE              AZ         SIZE STATE           USABLE UTC      COUNTDOWN
 ▌p5.48xlarge       us-west-2b   16 active          Nov 23 11:00   47m left !
  p5.48xlarge       us-east-1a   32 active          Nov 26 11:00   3d 0h left
  p6-b200.48xlarge  us-east-2a    8 scheduled       Dec  8 11:00     in 1d 1h
  trn1.32xlarge     us-east-1c   64 scheduled       Dec  8 11:00     in 8d 1h
  p5e.48xlarge      us-west-2a    8 payment-pending Dec 15 11:00       in 21d

 ⏎ details  s sort: start ↑  x use  y copy id  r refresh         ? help  q quit
`),
	);
});

test('blocks at 60x15', async () => {
	const app = await openAt(60, 15);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1 ▸2 Blocks 5  3  4  5  6
  2 live: 48, 2 not filled   3 coming: 80    4 ended hidden
  TYPE           AZ         SIZE STATE             COUNTDOWN
 ▌p5.48xlarge    us-west-2b   16 active           47m left !
  p5.48xlarge    us-east-1a   32 active           3d 0h left
  p6-b200.48xla… us-east-2a    8 scheduled          in 1d 1h
  trn1.32xlarge  us-east-1c   64 scheduled          in 8d 1h
  p5e.48xlarge   us-west-2a    8 payment-pendi…       in 21d

 ⏎ details  x use  y copy id  r refresh      ? help  q quit
`),
	);
});

test('blocks at 200x60', async () => {
	const app = await openAt(200, 60);
	expect(app.drawn().slice(3, 11)).toEqual(
		drawing(`
  2 live: 48 instances, 2 not filled     3 coming: 80 instances     next: p5 ×16 drains in 47m !                                                                                         4 ended hidden

  TYPE              AZ             ACCEL SIZE  FILL          STATE            START UTC    USABLE UNTIL  LEN    COUNTDOWN
 ▌p5.48xlarge       us-west-2b  128 H100   16  ████████ 100% active           Nov 16 11:30 Nov 23 11:00   7d   47m left !
  p5.48xlarge       us-east-1a  256 H100   32  ███████▌  93% active           Nov 19 11:30 Nov 26 11:00   7d   3d 0h left
  p6-b200.48xlarge  us-east-2a   64 B200    8  –             scheduled        Nov 24 11:30 Dec  8 11:00  14d     in 1d 1h
  trn1.32xlarge     us-east-1c 1024 Trn1   64  –             scheduled        Dec  1 11:30 Dec  8 11:00   7d     in 8d 1h
  p5e.48xlarge      us-west-2a   64 H200    8  –             payment-pending  Dec 14 11:30 Dec 15 11:00   1d       in 21d
`),
	);
});

test('blocks in ASCII at 120x40', async () => {
	const app = await openAt(120, 40, true);
	expect(app.drawn().slice(3, 11)).toEqual(
		drawing(`
  2 live: 48 instances, 2 not filled     3 coming: 80 instances     next: p5 x16 drains in 47m !         4 ended hidden

  TYPE             AZ             ACCEL SIZE  FILL          STATE            START UTC    USABLE UNTIL  LEN    COUNTDOWN
 >p5.48xlarge      us-west-2b  128 H100   16  ######## 100% active           Nov 16 11:30 Nov 23 11:00   7d   47m left !
  p5.48xlarge      us-east-1a  256 H100   32  #######.  93% active           Nov 19 11:30 Nov 26 11:00   7d   3d 0h left
  p6-b200.48xlarge us-east-2a   64 B200    8  -             scheduled        Nov 24 11:30 Dec  8 11:00  14d     in 1d 1h
  trn1.32xlarge    us-east-1c 1024 Trn1   64  -             scheduled        Dec  1 11:30 Dec  8 11:00   7d     in 8d 1h
  p5e.48xlarge     us-west-2a   64 H200    8  -             payment-pending  Dec 14 11:30 Dec 15 11:00   1d       in 21d
`),
	);
});

test('ended ones too', async () => {
	const app = await openAt(80, 24);
	await app.press('E');
	expect(app.drawn().slice(1, 14)).toEqual(
		drawing(`
  1 ODCRs ▸2 Blocks 9  3 Timeline  4 Events  5 Offerings  6 Guide            E●
  2 live: 48 instances, 2 not filled   3 coming: 80 instances          0 hidden
  TYPE                AZ               SIZE STATE              COUNTDOWN
 ▌trn1.32xlarge       us-east-1c         32 expired                    –
  p5.48xlarge         us-west-2b         16 expired                    –
  p6e-gb200.36xlarge  us-east-1-dfw-2a   18 expired                    –
  p4de.24xlarge       us-west-2c          4 expired                    –
  p5.48xlarge         us-west-2b         16 active            47m left !
  p5.48xlarge         us-east-1a         32 active            3d 0h left
  p6-b200.48xlarge    us-east-2a          8 scheduled           in 1d 1h
  trn1.32xlarge       us-east-1c         64 scheduled           in 8d 1h
  p5e.48xlarge        us-west-2a          8 payment-pending       in 21d

`),
	);
});
