import {expect, test} from 'vitest';
import {keys, openApp} from './open.js';

test('R lists the regions with what each said; typing finds one, Esc first clears the text and then goes back', async () => {
	const app = await openApp(['--demo', 'cluster']);
	app.press('R');
	const lines = await app.waitFor('REGION ');
	expect(lines.join('\n')).toMatch(/\[●\] us-east-1 +ok +\d+ +\d+ +\d+ s +30 s/);
	const denied = lines.find((line) => line.includes('denied') && line.includes('[●]'));
	const name = denied?.match(/[a-z]+-[a-z]+-\d/)?.[0] ?? '';
	app.press(name.slice(0, 6));
	await app.waitFor(`${name.slice(0, 6)}▏`);
	const message = await app.waitFor(`${name}: `);
	expect(message.join(' ')).toContain('ec2:DescribeCapacityReservations');
	app.press(keys.esc);
	await app.waitFor(/17 marked +1–\d+ of 34 +▏/);
	app.press(keys.esc);
	await app.waitFor('serve-chat');
});

test('space unmarks and marks a region: its rows go and come, and the total says so', async () => {
	const app = await openApp(['--demo', 'guide']);
	app.press('Rus-west-2 ');
	await app.waitFor('[ ] us-west-2');
	app.press(keys.enter);
	const without = await app.waitFor((text) => text.includes('1 ODCRs 5 ') && text.includes('api-canary'));
	expect(without[0]).toContain('16 regions');
	expect(without[1]).toContain('R ap-northeast-1 +15 ●');
	expect(without.join('\n')).not.toContain('us-west-2');
	app.press('Rus-west-2 ');
	await app.waitFor('[●] us-west-2');
	app.press(keys.enter);
	const again = await app.waitFor((text) => text.includes('1 ODCRs 8 ') && text.includes('chat-serving-eu'));
	expect(again[1]).toContain('R 17 regions');
});

test('ctrl-a leaves out all regions, and takes all of them back', async () => {
	const app = await openApp(['--demo', 'guide']);
	app.press('R');
	await app.waitFor('17 marked');
	app.press('\u{1}');
	await app.waitFor('0 marked');
	app.press(keys.esc);
	await app.waitFor('No region is marked.');
	app.press('R');
	await app.waitFor('0 marked');
	app.press('\u{1}');
	await app.waitFor('17 marked');
	app.press(keys.esc);
	await app.waitFor('1 ODCRs 8 ');
});

test('regions that fail are told apart, and each says what to do', async () => {
	const app = await openApp(['--demo', 'faults', '--regions', 'us-east-1,eu-central-1,eu-west-2,ap-southeast-1']);
	const lines = await app.waitFor(/1\/4 regions|1 of 4 regions/);
	for (const count of ['1 failed', '1 denied', '1 credentials expired']) {
		expect(lines[0]).toContain(count);
	}

	expect(lines.join('\n')).toContain('serve-us-east-1');
	app.press('R');
	await app.waitFor(/ap-southeast-1: The answer holds no list of reservations/);
	app.press(keys.down);
	await app.waitFor(/eu-central-1: Not authorised for/);
	app.press(keys.down);
	await app.waitFor(/eu-west-2: The credentials are expired/);
});
