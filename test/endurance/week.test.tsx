import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import type {Clock} from '../../source/core/ports.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {createCapacityStore} from '../../source/store/create-store.js';
import {unicodeGlyphs} from '../../source/ui/glyphs.js';
import {startUi} from '../../source/ui/start-ui.js';
import {type FakeAnswer, type FakeSource, failure, fakeSource} from '../helpers/fake-source.js';
import {FakeStdin, FakeStdout} from '../helpers/fake-terminal.js';
import {bytesInUse} from '../helpers/heap.js';
import {type ManualClock, manualClock, settle} from '../helpers/manual-clock.js';
import {keys} from '../helpers/render-app.js';
import {block, reservation} from '../helpers/reservation.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const hours = 168;

/**
Too small to draw in, as a pane of tmux that was made small to come back to later. It is so most of the time: to draw every
refresh of a week in full takes minutes.
*/
const putAway = [40, 5] as const;

const sizes = [
	[120, 40],
	[80, 24],
	[60, 15],
	[200, 60],
	[100, 30],
] as const;

/** What a person does who looks after it every six hours, one of these each half minute. */
const looks: readonly (readonly string[])[] = [
	['j', 'jj', 'G', 'g', keys.enter, 'j', keys.esc, 's', 'S', 'k'],
	['2', 'j', 'd', keys.esc, 'u', 'a', '0', 'E', 'e', '0'],
	['3', 'l', '+', 'h', '-', 'n', 'F', 'o', 't', 't'],
	['4', 'j', 'jjj', 'G', 'g', keys.enter, keys.esc, '/tags', keys.esc, '1'],
	['R', 'us', keys.esc, keys.esc, '?', 'j', '?', 'p', 'p', 'r'],
	['f', 'y', 'Y', 'f', '/p5', keys.enter, keys.esc, 'r', keys.ctrlR, '1'],
];

test('a week of 10,000 refreshes ends with a flat heap, and no more timers and listeners than it began with', async () => {
	const warnings = collectWarnings();
	const time = manualClock('2026-11-23T00:00:00Z');
	const account = movingAccount(time.clock);
	const {stdin, stdout, left} = openApp(account, time);
	await time.advance(minute);
	const listeners = () => [stdout, stdin, process].map((emitter) => countListeners(emitter));
	const listenersBefore = listeners();
	const pending: number[] = [];
	const heap: {readonly at: number; readonly bytes: number}[] = [];
	for (let at = 0; at < hours; at++) {
		if (at % 6 === 3) {
			await look((at - 3) / 6, stdin, stdout, time);
		}

		stdout.resize(...sizeAt(at));
		await time.advance(minute);
		stdout.resize(...putAway);
		await time.advance(hour * (at + 1) - (time.clock().getTime() - Date.parse('2026-11-23T00:00:00Z')));
		pending.push(time.pending());
		if (at % 6 === 5) {
			heap.push({at, bytes: await bytesInUse()});
		}
	}

	/** Of the 18 hours before; V8 holds some things for longer than others. */
	const leastBefore = (end: number) => Math.min(...heap.filter(({at}) => at < end && at >= end - 18).map(({bytes}) => bytes));
	expect(account.readings()).toBeGreaterThan(10_000);
	// What is bounded, as the 5,000 events are, has been full since before the half. Half a megabyte is 80 bytes for each refresh after it.
	expect(leastBefore(hours) - leastBefore(hours / 2)).toBeLessThan(500_000);
	expect(Math.max(...pending)).toBeLessThanOrEqual(4);
	expect(listeners()).toEqual(listenersBefore);
	expect(warnings).toEqual([]);
	stdin.write('q');
	expect(await left).toMatchObject({exitCode: 0, error: null});
	expect(time.pending()).toBe(0);
	expect(stdout.eventNames()).toEqual([]);
}, 600_000);

function openApp(account: FakeSource, {clock, stopwatch, timers}: ManualClock) {
	const stdin = new FakeStdin();
	const stdout = new FakeStdout(...putAway);
	const store = createCapacityStore({
		openSource: async () => account,
		clock,
		stopwatch,
		timers,
		random: () => 0.5,
		intervalMs: minute,
		isIntervalExplicit: true,
		timeoutMs: 20 * second,
	});
	const left = startUi({
		store,
		settings: {glyphs: unicodeGlyphs, label: null, intervalMs: minute},
		ports: {writeControl() {}, async stopProcess() {}, onStopRequest: () => () => {}, onResize: () => () => {}},
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		// The clock on the screen moves every ten minutes in place of every second.
		timers: {after: (milliseconds, callback) => timers.after(milliseconds * 600, callback)},
		attention: {isBell: true, isNotify: true, isTmux: true},
		onCrash: () => () => {},
	});
	return {stdin, stdout, left};
}

/** Between two keys the terminal is too small for a moment, and another size each time. */
async function look(count: number, stdin: FakeStdin, stdout: FakeStdout, time: ManualClock): Promise<void> {
	for (const [index, key] of (looks[count % looks.length] ?? []).entries()) {
		stdout.resize(...sizeAt(count + index));
		stdin.write(key);
		await settle();
		await time.advance(30 * second);
		stdout.resize(...putAway);
		await settle();
	}
}

function sizeAt(count: number): readonly [number, number] {
	return sizes[count % sizes.length] ?? putAway;
}

/** An account in which something always happens. */
function movingAccount(clock: Clock): FakeSource & {readings(): number} {
	let readings = 0;
	const west: FakeAnswer = [[reservation({id: 'cr-west', region: 'us-west-2'})]];
	const troubles: readonly FakeAnswer[] = [failure('throttled'), 'hangs', failure('denied'), failure('expired_credentials')];
	const source = fakeSource({'us-east-1': [], 'us-west-2': west, 'eu-central-1': []});
	const {listReservations} = source;
	source.listReservations = (region, signal) => {
		const now = clock();
		source.calls.length = 0;
		if (region === 'us-east-1') {
			readings++;
			source.answers.set(region, [rowsAt(readings, now)]);
		} else if (region === 'us-west-2') {
			// One trouble after the other for an hour each, then eight hours without.
			source.answers.set(region, troubles[Math.floor(now.getTime() / hour) % 12] ?? west);
		}

		return listReservations(region, signal);
	};
	return Object.assign(source, {readings: () => readings});
}

/** Two are tagged anew every other time, one is of a new name after a while, and every six hours a cluster comes up in ten minutes and goes. */
function rowsAt(reading: number, now: Date): readonly Reservation[] {
	const minutes = now.getUTCHours() % 6 === 0 ? now.getUTCMinutes() : 60;
	const seen = String(Math.floor(reading / 2));
	return [
		...Array.from({length: 8}, (_, index) => reservation({id: `cr-${index}`, tags: {Name: `job-${index}`, ...(index < 2 ? {seen} : {})}})),
		reservation({id: 'cr-cluster', totalInstanceCount: 64, availableInstanceCount: minutes < 10 ? 64 - minutes * 6 : 64}),
		reservation({id: `cr-brief-${Math.floor(reading / 500)}`}),
		block(),
	];
}

function countListeners(emitter: NodeJS.EventEmitter): number {
	return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
}

/** Such as that of an emitter or a signal with too many listeners. */
function collectWarnings(): readonly string[] {
	const warnings: string[] = [];
	const collect = ({message}: Error) => void warnings.push(message);
	process.on('warning', collect);
	onTestFinished(() => void process.off('warning', collect));
	return warnings;
}
