import {expect, test} from 'vitest';
import {asciiSnippet} from '../../../source/snippets/ascii-snippet.js';
import {isSnippet, type SnippetKind} from '../../../source/snippets/snippet.js';
import {snippetOf} from '../../../source/snippets/snippet-of.js';
import {unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf as textOfLine} from '../../../source/ui/line.js';
import {waysLines} from '../../../source/ui/use/ways-lines.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {drawing, keys, renderApp} from '../../helpers/render-app.js';
import {block, reservation} from '../../helpers/reservation.js';
import {sampleOdcrs} from '../../helpers/sample-account.js';

test('x shows the ways to launch into the reservation, and how the chosen one begins, at 120x40', async () => {
	const app = await renderApp();
	await app.press('x');
	expect(app.drawn().slice(4)).toEqual(
		drawing(`

  Use g6.xlarge ×64 · us-west-2a · cr-0a7f3e9d5c1b82460                                                        ● active

 ▌RunInstances (AWS CLI)
  Launch template data (JSON)
  EKS managed node group (CloudFormation)
  Karpenter EC2NodeClass and NodePool
  ParallelCluster queue
  SkyPilot configuration
  Terraform data source and launch template
  Terraform import of an ODCR
  SageMaker training plans: not for this one

  # cr-0a7f3e9d5c1b82460 (serve-chat), 64 × g6.xlarge in us-west-2a
  aws ec2 run-instances \\
    --region us-west-2 \\
    --instance-type g6.xlarge \\
    --count 24 \\
    --image-id "\${IMAGE_ID:?}" \\
    --subnet-id "\${SUBNET_ID:?}" \\
    --capacity-reservation-specification '{"CapacityReservationTarget":{"CapacityReservationId":"cr-0a7f3e9d5c1b82460"
        }}'

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 esc back  j k choose  ⏎ read  y copy  r refresh  p pause                                                ? help  q quit
`),
	);
});

test('at 80x24', async () => {
	const app = await renderApp({columns: 80, rows: 24});
	await app.press('x', 'G', 'k');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle capacity  123456789012 prod  16/17 regions · 1 denied  0 s ago  ● 10 s
 ▸1 ODCRs 12  2 Blocks  3 Timeline  4 Events  5 Offerings  6 Guide  u○ a○ R17 /
  69 of 194 free, 35 %   280 accelerators idle, billed   2 coming      0 hidden
  Use g6.xlarge ×64 · us-west-2a · cr-0a7f3e9d5c1b82460                ● active

  RunInstances (AWS CLI)
  Launch template data (JSON)
  EKS managed node group (CloudFormation)
  Karpenter EC2NodeClass and NodePool
  ParallelCluster queue
  SkyPilot configuration
  Terraform data source and launch template
 ▌Terraform import of an ODCR
  SageMaker training plans: not for this one

  # cr-0a7f3e9d5c1b82460 (serve-chat), 64 × g6.xlarge in us-west-2a
  import {
    to = aws_ec2_capacity_reservation.cr_0a7f3e9d5c1b82460
    id = "cr-0a7f3e9d5c1b82460@us-west-2"
  }

  … 19 more lines

 esc back  j k choose  ⏎ read  y copy  r refresh  p pause        ? help  q quit
`),
	);
});

test('at 60x15 the ways have room, and what Enter reads is said', async () => {
	const app = await renderApp({columns: 60, rows: 15});
	await app.press('2', 'j', 'x', 'j');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1 ▸2 Blocks 5  3  4  5  6
  2 live: 48, 2 not filled   3 coming: 80    4 ended hidden
  Use p5.48xlarge ×32 · cr-0a1b2c3d4e5f60718       ● active
  RunInstances (AWS CLI)
 ▌Launch template data (JSON)
  EKS managed node group (CloudFormation)
  Karpenter EC2NodeClass and NodePool
  ParallelCluster queue
  SkyPilot configuration
  Terraform data source and launch template
  Terraform import of an ODCR: not for this one
  SageMaker training plans
  … 11 lines and 4 notes: ⏎ reads them
 esc back  j k choose  ⏎ read  y copy        ? help  q quit
`),
	);
	await app.press('G', 'k');
	expect(app.lines().at(-2)).toBe('  … ⏎ says why');
	await app.press('g', 'j');
	await app.press('j', 'j', keys.enter);
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1 ▸2 Blocks 5  3  4  5  6
  2 live: 48, 2 not filled   3 coming: 80    4 ended hidden
  Use p5.48xlarge ×32 · cr-0a1b2c3d4e5f60718       ● active
  Karpenter EC2NodeClass and NodePo… 5 notes below   4 of 9

  # cr-0a1b2c3d4e5f60718 (train-llm-a), 32 × p5.48xlarge
  #   in us-east-1a
  apiVersion: karpenter.k8s.aws/v1
  kind: EC2NodeClass
  metadata:
    name: cr-0a1b2c3d4e5f60718
  spec:
  … 50 more lines
 esc back  j k scroll  h l others  y copy    ? help  q quit
`),
	);
	await app.press('G');
	expect(app.drawn()).toEqual(
		drawing(`
 truffle  prod  16/17 regions · 1 denied    0 s ago  ● 10 s
  1 ▸2 Blocks 5  3  4  5  6
  2 live: 48, 2 not filled   3 coming: 80    4 ended hidden
  Use p5.48xlarge ×32 · cr-0a1b2c3d4e5f60718       ● active
  Karpenter EC2NodeClass and NodePo… 5 notes below   4 of 9
    the feature gate ReservedCapacity.
  · Karpenter drains the nodes 10 minutes before AWS
    begins to terminate.
  · The subnet must be in us-east-1a, and the image must
    be for Linux/UNIX.
  · A Capacity Block takes no placement group: AWS places
    its instances close together.
  · AWS terminates its instances from 2026-11-26 11:00 UTC
    on, before the end at 2026-11-26 11:30 UTC.
 esc back  j k scroll  h l others  y copy    ? help  q quit
`),
	);
});

test('in ASCII', async () => {
	const app = await renderApp({columns: 80, rows: 24, isAscii: true});
	await app.press('x');
	expect(app.text()).toMatch(/^[\n -~]*$/);
	expect(app.drawn().slice(3, 6)).toEqual(
		drawing(`
  Use g6.xlarge x64 | us-west-2a | cr-0a7f3e9d5c1b82460                * active

 >RunInstances (AWS CLI)
`),
	);
});

test('where the lines on top leave less room, the chosen way stays on the screen', async () => {
	const app = await renderApp({columns: 60, rows: 15});
	await app.press('x');
	const shownOf = () => waysLines(app.store.getState(), unicodeGlyphs, 60, 8).map((line) => textOfLine(line).trimEnd());
	expect(shownOf().slice(1)).toEqual([
		' ▌RunInstances (AWS CLI)',
		...Array.from({length: 5}, () => expect.stringMatching(/^ {2}\S/)),
		expect.stringMatching(/^ {2}… 11 lines and \d notes: ⏎ reads them +1–6 of 9$/),
	]);
	await app.press('G');
	expect(shownOf().slice(-2)).toEqual([' ▌SageMaker training plans: not for this one', expect.stringMatching(/⏎ says why +4–9 of 9$/)]);
});

test('y copies the snippet that is shown, from the list and from its text', async () => {
	const app = await renderApp();
	await app.press('x', 'j', 'y');
	expect(copied(app.controls)).toEqual([textOf('launch-template')]);
	expect(app.lines().at(-1)).toBe(' Copied 8 lines: Launch template data (JSON)');
	await app.press(keys.enter, 'l', keys.right, 'h', 'y');
	expect(copied(app.controls).at(-1)).toBe(textOf('eks'));
	await app.press('y', 'l');
	expect(app.text()).not.toContain('Copied');
});

test('on a terminal that knows only ASCII, what is copied is what is shown', async () => {
	const app = await renderApp({isAscii: true});
	await app.press('x', 'y');
	expect(copied(app.controls)).toEqual([asciiSnippet(textOf('run-instances'), 'shell')]);
});

test('Esc goes back step by step, to where x was pressed', async () => {
	const app = await renderApp();
	await app.press('j', 'd', 'x', keys.enter);
	expect(app.text()).toContain('1 of 9');
	await app.press(keys.esc);
	expect(app.text()).toContain('j k choose');
	await app.press(keys.esc);
	expect(app.text()).toContain('CAPACITY');
	await app.press(keys.esc);
	expect(app.text()).toContain('TOTAL');
	await app.press('x', keys.esc);
	expect(app.text()).toContain('TOTAL');
});

test('beside the rows of a wide terminal, too, it has the whole width', async () => {
	const app = await renderApp({columns: 150, rows: 40});
	await app.press('d', 'x');
	expect(app.text()).toContain('Use g6.xlarge ×64');
	expect(app.text()).not.toContain('p5en.48xlarge');
	await app.press(keys.esc);
	expect(app.text()).toContain('p5en.48xlarge');
});

test('x works on the timeline, and not on events', async () => {
	const app = await renderApp();
	await app.press('3', 'j', 'x');
	expect(app.text()).toContain('Use p5.48xlarge ×32 · us-east-1a · cr-0a1b2c3d4e5f60718');
	await app.press('4', 'x');
	expect(app.text()).not.toContain('  Use ');
});

test('of what has ended it says why there is no way', async () => {
	const rows = [reservation({id: 'cr-0a', state: 'expired'})];
	const app = await renderApp({source: fakeSource({'us-east-1': [rows]})});
	await app.press('E', 'x');
	expect(app.drawn().slice(7, 10)).toEqual(['  cr-0a is expired: nothing can be launched into it.', '', expect.stringMatching(/^ ─/)]);
	await app.press('y');
	expect(copied(app.controls)).toEqual([]);
	expect(app.lines().at(-1)).toBe(' Nothing to copy here.');
});

test('a way that is not for the reservation says why, in the list and as text', async () => {
	const rows = [block({id: 'cr-0b'})];
	const app = await renderApp({columns: 80, rows: 24, source: fakeSource({'us-east-1': [rows]})});
	await app.press('2', 'x', 'G', 'k');
	const why = ['  cr-0b is a Capacity Block: its resource in Terraform cannot be imported, and', '  to create one buys a block.'];
	expect(app.text()).toContain('Terraform import of an ODCR: not for this one');
	expect(app.lines()).toEqual(expect.arrayContaining(why));
	await app.press(keys.enter);
	expect(app.lines().slice(6, 8)).toEqual(why);
});

test('it stays with its reservation: another one never takes its place', async () => {
	const source = fakeSource({'us-east-1': [[reservation({id: 'cr-0a'}), reservation({id: 'cr-0b'})]]});
	const app = await renderApp({source});
	await app.press('x', keys.enter);
	expect(app.text()).toContain('cr-0a');
	source.answers.set('us-east-1', [[reservation({id: 'cr-0b'})]]);
	await app.store.getState().refresh();
	await app.settle();
	expect(app.text()).toContain('This reservation is gone, or its region is left out.');
	await app.press('y');
	expect(copied(app.controls)).toEqual([]);
	await app.press(keys.esc);
	expect(app.text()).toContain('This reservation is gone, or its region is left out.');
});

test('x where there is no row does nothing', async () => {
	const app = await renderApp({source: fakeSource({'us-east-1': []})});
	const before = app.text();
	await app.press('x');
	expect(app.text()).toBe(before);
});

/** What was put on the clipboard, one after the other. */
function copied(controls: readonly string[]): readonly string[] {
	return controls.flatMap((control) => {
		const [, data] = /^\u001B\]52;c;([^\u0007]*)\u0007$/.exec(control) ?? [];
		return data === undefined ? [] : [Buffer.from(data, 'base64').toString()];
	});
}

/** The snippet of the first row of the sample account. */
function textOf(kind: SnippetKind): string {
	const [first = reservation()] = sampleOdcrs();
	const given = snippetOf(first, kind, '123456789012');
	return isSnippet(given) ? given.text : '';
}
