import {expect, test} from 'vitest';
import {openApp} from './open.js';

const cluster = 'cr-0b1e6f2a7c94d3058';

// The demo's clock does not wait for a slow machine: what is there for a moment only is looked for at a pace at which it lasts.

test('a block that is followed is told of before it starts', async () => {
	const app = await openApp(['--demo', 'bring-up', '--blocks', '--follow', cluster]);
	await app.waitFor('following 1   32 instances not started');
});

test('a bring-up is followed: the block starts, its cluster fills, and every step is an event', async () => {
	const app = await openApp(['--demo', 'bring-up', '--speed', '20', '--blocks', '--follow', cluster]);
	await app.waitFor(/following 1 {3}\d+ of 32 instances {3}\d+ of 256 accelerators .* full /);
	app.press('4');
	await app.waitFor(/cr-0b1e6f2a7c94d3058 +state +scheduled → active/);
	await app.waitFor(/credentials +expired/);
	await app.waitFor(/credentials +renewed/);
});

test('expired credentials are an alert that goes by itself, and the rows stay', async () => {
	const app = await openApp(['--demo', 'bring-up', '--speed', '12']);
	const lines = await app.waitFor('! The credentials are expired');
	expect(lines.join('\n')).toContain('serve-chat');
	await app.waitFor((text) => !text.includes('credentials are expired') && text.includes('17 regions'));
});

test('f follows the reservation under the cursor, and no longer', async () => {
	const app = await openApp(['--demo', 'guide']);
	app.press('f');
	await app.waitFor(/following 1 {3}30 of 40 instances/);
	app.press('f');
	await app.waitFor('No longer following');
});
