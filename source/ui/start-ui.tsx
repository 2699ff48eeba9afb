import {render} from 'ink';
import type {CapacityError} from '../core/errors.js';
import type {Timers} from '../core/ports.js';
import type {CapacityStore} from '../store/create-store.js';
import {App} from './app.js';
import {farewell} from './farewell.js';
import {fromTheCorner} from './from-the-corner.js';
import {type AttentionSettings, watchAttention} from './live/watch-attention.js';
import {StoreProvider} from './store-context.js';
import type {TerminalPorts} from './terminal-ports.js';
import type {UiSettings} from './ui-settings.js';

export type UiOptions = {
	readonly store: CapacityStore;
	readonly settings: UiSettings;
	readonly ports: TerminalPorts;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly timers: Timers;
	readonly attention: AttentionSettings;
	/** Calls back when something fails that nobody waits for, so that the screen is left before it is reported; returns how to unsubscribe. */
	readonly onCrash: (callback: (error: unknown) => void) => () => void;
};

/**
How the app was left. `error`: it could not go on, for a reason that the command line must report. `isInputOver`: nobody left it, but
no key can reach it any more.
*/
export type UiResult = {
	readonly exitCode: number;
	readonly farewell: string | null;
	readonly error: CapacityError | null;
	readonly isInputOver: boolean;
};

/** What comes sooner after a frame shares the next one. Not sixty: a key that follows the frame of the clock would wait for 16 ms. */
const framesPerSecond = 250;

/** Until the frame that follows is complete, the terminal goes on to show the one before. */
const emptyScreen = '\u{1B}[?2026h\u{1B}[H\u{1B}[J';

/** Opens the app on the alternate screen and waits until it is left. Throws what a component or a callback threw. */
export async function startUi({store, settings, ports, stdin, stdout, timers, attention, onCrash}: UiOptions): Promise<UiResult> {
	let isStopped = false;
	const screen = (
		<StoreProvider store={store} settings={settings}>
			<App ports={{...ports, stopProcess}} redraw={redraw} />
		</StoreProvider>
	);
	const app = fromTheCorner(stdout, () =>
		render(screen, {
			stdin,
			stdout,
			alternateScreen: true,
			interactive: true,
			incrementalRendering: true,
			maxFps: framesPerSecond,
			exitOnCtrlC: false,
			patchConsole: false,
		}),
	);

	async function stopProcess(): Promise<void> {
		isStopped = true;
		await ports.stopProcess();
		isStopped = false;
	}

	function redraw(): void {
		// While the process is stopped, the screen is somebody else's.
		if (!isStopped) {
			app.clear();
			ports.writeControl(emptyScreen);
			app.rerender(screen);
		}
	}

	let isInputOver = false;
	// The window was closed without a word, as where there is no session to send SIGHUP to: the app would go on for ever, seen by nobody.
	for (const event of ['end', 'error']) {
		stdin.on(event, () => {
			isInputOver = true;
			app.unmount();
		});
	}

	const clock = startClock(store, timers);
	const unsubscribe = store.subscribe((state) => {
		if (fatalError(state.connection) !== null) {
			app.unmount();
		}
	});
	const stopAttending = watchAttention(store, attention, ports.writeControl);
	let forgetCrash = () => {};
	const crash = new Promise<never>((_, reject) => {
		forgetCrash = onCrash(reject);
	});
	store.getState().start();
	try {
		const exitCode = await Promise.race([app.waitUntilExit(), crash]);
		const error = fatalError(store.getState().connection);
		return {
			exitCode: typeof exitCode === 'number' ? exitCode : 0,
			// ctrl-c is for those who want to be gone; only `q` leaves a line behind.
			farewell: error === null && exitCode === 0 ? farewell(store.getState(), settings, stdout.columns) : null,
			error,
			isInputOver,
		};
	} finally {
		forgetCrash();
		stopAttending();
		unsubscribe();
		clock.cancel();
		store.getState().stop();
		app.unmount();
	}
}

/** A region that does not exist is a mistake on the command line: nothing on the screen could mend it. */
function fatalError(connection: ReturnType<CapacityStore['getState']>['connection']): CapacityError | null {
	return connection.status === 'failed' && connection.error.reason === 'unknown_region' ? connection.error : null;
}

function startClock(store: CapacityStore, timers: Timers): {readonly cancel: () => void} {
	let timer = timers.after(1000, tick);
	function tick(): void {
		store.getState().tick();
		timer = timers.after(1000, tick);
	}

	return {cancel: () => timer.cancel()};
}
