import process from 'node:process';
import {expect, onTestFinished, test, vi} from 'vitest';
import {selectCoverage, wantedRegions} from '../../source/store/selectors.js';
import {bytesInUse} from '../helpers/heap.js';
import {anyInput, inParts, wayBack} from '../helpers/monkey/any-input.js';
import {anySize, type Size} from '../helpers/monkey/any-size.js';
import {appFaults} from '../helpers/monkey/app-faults.js';
import {monkeyReport, monkeySeeds, monkeySteps} from '../helpers/monkey/monkey-seeds.js';
import {monkeySource} from '../helpers/monkey/monkey-source.js';
import {createRandom} from '../helpers/monkey/random.js';
import {renderApp} from '../helpers/render-app.js';

const minute = 60_000;
const hour = 60 * minute;

/** Several times what hundreds of steps leave behind, and less than answers that are never let go. */
const mostGrowth = 10_000_000;

/** More than a region that failed waits for its turn, and the timeout of one that hangs. */
const longestRecovery = 7 * minute;

test.each(monkeySeeds(5))(
	'whatever is pressed and whatever happens, the screen holds (seed %d)',
	async (seed) => {
		const monkey = await openMonkey(seed);
		await monkey.steps(50);
		const before = await bytesInUse();
		await monkey.steps(monkeySteps(400));
		expect((await bytesInUse()) - before, `MONKEY_SEED=${seed}`).toBeLessThan(mostGrowth);
		await monkey.recover();
		await monkey.close();
	},
	300_000,
);

async function openMonkey(seed: number) {
	// Whether an escape character is Esc or begins a sequence is a matter of time, which must be the same in a replay.
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
	onTestFinished(() => void vi.useRealTimers());
	const complaints = listen();
	const random = createRandom(seed);
	const {source, change, heal} = monkeySource();
	const isAscii = seed % 3 === 0;
	const story: string[] = [];
	let size: Size = {columns: 120, rows: 40};
	let app = await renderApp({...size, source, isAscii});

	async function close(): Promise<void> {
		app.close();
		await app.settle();
		if (app.time.pending() > 0) {
			complaints.push(`${app.time.pending()} timers are left when the app has closed`);
		}

		check([]);
	}

	async function reopen(): Promise<string> {
		await close();
		app = await renderApp({...size, source, isAscii, time: app.time});
		return '';
	}

	async function pass(milliseconds: number): Promise<void> {
		vi.advanceTimersByTime(milliseconds);
		await app.advance(milliseconds);
	}

	const deeds = {
		async press() {
			const parts = inParts(anyInput(random), random);
			await app.press(...parts);
			return parts.map((part) => JSON.stringify(part).slice(0, 200)).join(' then ');
		},
		async resize() {
			size = anySize(random);
			await app.resize(size.columns, size.rows);
			return `${size.columns}x${size.rows}`;
		},
		async wait() {
			const milliseconds = random.pick([50, 1000, 5000, 30_000]);
			await pass(milliseconds);
			return `${milliseconds} ms`;
		},
		async sleep() {
			const hours = random.integer(1, 48);
			app.time.sleep(hours * hour);
			await pass(1000);
			return `${hours} h`;
		},
		async clock() {
			const minutes = random.pick([-3000, -60, -1, 1, 60, 3000]);
			app.time.step(minutes * minute);
			await pass(1000);
			return `${minutes} min`;
		},
		endpoint: async () => change(random),
		reopen,
	};

	function check(faults: readonly string[] = appFaults(app, size)): void {
		const all = [...faults, ...complaints];
		if (all.length > 0) {
			expect.fail(monkeyReport(seed, all, story, app.text()));
		}
	}

	return {
		async steps(count: number): Promise<void> {
			for (let step = 0; step < count; step++) {
				const deed = random.weighted({press: 12, resize: 2, wait: 3, sleep: 0.1, clock: 0.2, endpoint: 2, reopen: 0.1});
				story.push(deed);
				try {
					story.push(`${story.pop()} ${await deeds[deed]()}`);
				} catch (error) {
					complaints.push(String(error));
				}

				if (app.exitCode() !== null) {
					story.push(`exit ${app.exitCode()}`);
					await reopen();
				}

				check();
			}
		},
		/** Once all is well again, be it two days earlier, the app finds out by itself, asks every region, and shows everything. */
		async recover(): Promise<void> {
			heal();
			app.time.step(-48 * hour);
			source.calls.length = 0;
			size = {columns: 120, rows: 40};
			await app.resize(size.columns, size.rows);
			await app.press(wayBack, '0', '1');
			if (app.store.getState().isPaused) {
				await app.press('p');
			}

			await pass(longestRecovery);
			check();
			const {waiting, failed} = selectCoverage(app.store.getState());
			const forgotten = wantedRegions(app.store.getState()).filter((region) => !source.calls.includes(region));
			expect({waiting, failed, forgotten}, `MONKEY_SEED=${seed}`).toEqual({waiting: 0, failed: [], forgotten: []});
			expect(app.text(), `MONKEY_SEED=${seed}`).toContain('1 ODCRs 12 ');
		},
		close,
	};
}

/** What React warns of, and what is thrown where nobody waits for it. */
function listen(): string[] {
	const complaints: string[] = [];
	vi.spyOn(console, 'error').mockImplementation((...parts) => void complaints.push(parts.map(String).join(' ')));
	const onError = (error: unknown) => void complaints.push(`nobody waits for ${String(error)}`);
	process.on('unhandledRejection', onError).on('uncaughtException', onError);
	onTestFinished(() => {
		process.off('unhandledRejection', onError).off('uncaughtException', onError);
		vi.restoreAllMocks();
	});
	return complaints;
}
