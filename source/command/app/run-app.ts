import process from 'node:process';
import {createCapacityStore} from '../../store/create-store.js';
import {watchPrices} from '../../store/watch-prices.js';
import {asciiGlyphs, unicodeGlyphs} from '../../ui/glyphs.js';
import type {CapacityCommandOptions} from '../capacity-options.js';
import {exitCodes} from '../exit-codes.js';
import {holdStderr} from '../hold-stderr.js';
import type {Session} from '../open-session.js';
import {openPriceFinder} from '../prices/open-price-finder.js';
import type {ProcessPorts} from '../process-ports.js';
import {sessionFlags} from '../session-line.js';
import {storePorts} from '../store-ports.js';
import {keepHeapSmall} from './keep-heap-small.js';
import {keepMemory} from './keep-memory.js';
import {readMemory} from './read-memory.js';
import {terminalPorts} from './terminal-ports.js';
import {viewToOpen} from './view.js';

/** Nothing waits for prices, but a call is not to hang for ever. */
const pricesLimitMs = 20_000;

/** By then the first rows are there. Earlier, what is loaded for them would be looked through again and again for want of room. */
const settledMs = 500;

/** Opens the app; returns the exit code once it is left. */
export async function runApp(options: CapacityCommandOptions, session: Session, ports: ProcessPorts, isAscii: boolean): Promise<number> {
	// Loaded while the settings of AWS are read from the disk.
	const parts = loadParts(options, ports);
	// What failed is thrown where it is wanted.
	parts.catch(() => {});
	if (!(await resolveCredentialsFirst(options, session, ports))) {
		return exitCodes.interrupted;
	}

	// Keys that are pressed while the app loads are for the app, so they must not be echoed.
	ports.stdin.setRawMode(true);
	const releaseStderr = holdStderr(ports.stderr);
	let left: {readonly exitCode: number; readonly keep: () => Promise<void>};
	try {
		left = await openApp(options, session, ports, isAscii, await parts);
	} finally {
		ports.stdin.setRawMode(false);
		releaseStderr();
	}

	await left.keep();
	return left.exitCode;
}

/** What the app is made of, and what it opens with. */
async function loadParts(options: CapacityCommandOptions, {env}: ProcessPorts) {
	return Promise.all([import('../../ui/start-ui.js'), readMemory(options, env)]);
}

/** `keep`: to be called once the app has left the terminal, so that only the prompt waits for the disk. */
async function openApp(
	options: CapacityCommandOptions,
	session: Session,
	ports: ProcessPorts,
	isAscii: boolean,
	[{startUi}, memory]: Awaited<ReturnType<typeof loadParts>>,
) {
	const {clock, timers} = session;
	const {view, marked} = viewToOpen(options, memory.view, {key: memory.key, now: clock(), columns: ports.stdout.columns});
	const store = createCapacityStore(storePorts(options, session, ports), {
		view: {...view, hasHints: options.hasHints},
		marked,
		cached: memory.snapshot,
	});
	for (const problem of memory.problems) {
		store.getState().note(problem);
	}

	const keep = keepMemory({store, memory, clock, timers});
	const findPrices = openPriceFinder(options, session, ports, pricesLimitMs);
	const stopPricing = watchPrices({store, findPrices, clock, timers});
	const settling = ports.timers.after(settledMs, () => keepHeapSmall(process.versions.node));
	const result = await startUi({
		store,
		settings: {
			glyphs: isAscii ? asciiGlyphs : unicodeGlyphs,
			label: session.label,
			intervalMs: options.intervalMs,
			ownFlags: sessionFlags(options),
		},
		ports: terminalPorts(ports),
		stdin: ports.stdin,
		stdout: ports.stdout,
		timers: ports.timers,
		attention: {isBell: options.isBell, isNotify: options.isNotify, isTmux: (ports.env['TMUX'] ?? '') !== ''},
		onCrash: ports.onCrash,
	}).finally(() => {
		settling.cancel();
		stopPricing();
	});
	if (result.error !== null) {
		throw result.error;
	}

	if (result.isInputOver) {
		ports.stderr.write('The app was closed: its input has ended, so no key could reach it.\n');
		return {exitCode: exitCodes.failed, keep};
	}

	if (result.farewell !== null) {
		ports.stdout.write(`${result.farewell}\n`);
	}

	return {exitCode: result.exitCode, keep};
}

/**
A code from an MFA device is asked for on the terminal, so before the app takes the screen; and a profile that is not there is wrong usage,
which ends the program, unless credentials come from elsewhere. Everybody else's credentials can wait for the first frame. `false`: ctrl-c
was pressed instead.
*/
async function resolveCredentialsFirst(options: CapacityCommandOptions, session: Session, ports: ProcessPorts): Promise<boolean> {
	if (options.demo !== null) {
		return true;
	}

	const {isMfaNeeded, isProfileMissing} = await import('../../aws/profile-checks.js');
	const cannotWait = (await isMfaNeeded(options.profile, ports.env)) || (await isProfileMissing(options.profile, ports.env));
	if (!cannotWait) {
		return true;
	}

	const source = await session.openSource();
	const interruption = new AbortController();
	const interrupt = () => interruption.abort();
	process.once('SIGINT', interrupt);
	try {
		await source.connect(interruption.signal);
		return true;
	} catch (error) {
		if (interruption.signal.aborted) {
			return false;
		}

		throw error;
	} finally {
		// Later, the signal must end the process again.
		process.off('SIGINT', interrupt);
	}
}
