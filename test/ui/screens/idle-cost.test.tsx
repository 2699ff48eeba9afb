import {expect, test} from 'vitest';
import type {Price} from '../../../source/core/cost/price.js';
import {type RenderedApp, renderApp} from '../../helpers/render-app.js';

const source = {kind: 'price-list', publishedOn: '2026-07-20'} as const;
const prices: readonly (readonly [string, Price])[] = [
	['us-east-1/p5.48xlarge/default', {usdPerHour: 55.04, source}],
	['us-west-2/p5en.48xlarge/default', {usdPerHour: 63.296, source}],
	['us-east-2/trn2.48xlarge/default', {usdPerHour: null, source}],
];

async function openPriced(columns: number, isAscii = false): Promise<RenderedApp> {
	const app = await renderApp({columns, rows: 40, isAscii});
	app.store.getState().setPrices(new Map(prices));
	await app.advance(0);
	return app;
}

test('idle cost has a column at the right, in which what is not known is a dash and what costs nothing is empty', async () => {
	const app = await openPriced(140);
	expect(app.lines().filter((line) => /TYPE|p5|trn2|m7i/.test(line))).toEqual([
		'  TYPE            AZ              ACCEL TOTAL  FREE  USED  USE           STATE      MATCH     ENDS UTC       IDLE/H NAME',
		'  p5en.48xlarge   us-west-2b   128 H200    16    16     0  ░░░░░░░░   0% active     targeted  –              $1,013 rl-west',
		'  p5.48xlarge     us-east-1a    64 H100     8     8     0  ░░░░░░░░   0% active     open      Dec 19 23:59  $440.32 eval-burst',
		'  p5.48xlarge     us-east-1a   256 H100    32     2    30  ███████▌  93% active     targeted  –             $110.08 train-llm-a',
		'  trn2.48xlarge   us-east-2b    64 Trn2     4     1     3  ██████░░  75% active     targeted  –                   – neuron-lab',
		'  m7i.metal-24xl  us-east-1b          –     4     0     4  ████████ 100% active     open      –                     ctl-plane',
		'  p5.48xlarge     us-west-2c    16 H100     2     0     2  ████████ 100% active     targeted  –                     shared by 210987654321',
	]);
});

test('where there is no room for it all columns are as without it, and in ASCII it says the same', async () => {
	for (const columns of [60, 80, 110, 120]) {
		const plain = await renderApp({columns, rows: 40});
		const headingOf = (app: RenderedApp) => app.lines().find((line) => line.includes('TYPE'));
		expect(headingOf(await openPriced(columns))).toBe(headingOf(plain));
	}

	expect((await openPriced(140, true)).text()).toContain('$440.32 eval-burst');
});
