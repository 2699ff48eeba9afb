import {useApp, useInput, usePaste, useStdout} from 'ink';
import {useEffect, useEffectEvent, useRef} from 'react';
import type {CapacityStore} from '../../store/create-store.js';
import {type FormField, formFields} from '../../store/offerings-slice.js';
import type {CapacityState} from '../../store/types.js';
import {commandContext} from '../command-context.js';
import {editText, insertText} from '../edit-text.js';
import {fromTheCorner} from '../from-the-corner.js';
import {keyNames} from '../key-press.js';
import {commandFor} from '../keys/command-for.js';
import type {Layout} from '../layout.js';
import {pickerIndex} from '../regions/picker-index.js';
import {type RegionRow, regionRows} from '../regions/region-rows.js';
import {type CommandContext, runCommand} from '../run-command.js';
import {useAppContext} from '../store-context.js';
import type {TerminalPorts} from '../terminal-ports.js';

type WaysOut = Pick<CommandContext, 'quit' | 'suspend'>;

/** The only place where keys are heard. */
export function useCommands(layout: Layout | null, ports: TerminalPorts): void {
	const {store, settings} = useAppContext();
	const {exit, suspendTerminal} = useApp();
	const {stdout} = useStdout();

	const isSuspended = useRef(false);

	async function suspend(): Promise<void> {
		if (isSuspended.current) {
			return;
		}

		isSuspended.current = true;
		const suspension = await suspendTerminal();
		await ports.stopProcess();
		store.getState().tick();
		const drawn = fromTheCorner(stdout, async () => suspension.resume());
		// The screen is the app's again from here; how long it takes to be drawn must not swallow another ctrl-z.
		isSuspended.current = false;
		await drawn;
	}

	const onStopRequest = useEffectEvent(() => void suspend());
	useEffect(() => ports.onStopRequest(onStopRequest), [ports]);

	useInput((input, key) => {
		const ways: WaysOut = {quit: (exitCode) => exit(exitCode), suspend: () => void suspend()};
		for (const name of keyNames(input, key)) {
			if (!leave(name, ways, layout === null) && layout !== null) {
				const copy = (text: string) => ports.writeControl(copySequence(text));
				pressKey(name, commandContext({store, layout, glyphs: settings.glyphs, ownFlags: settings.ownFlags ?? '', copy, ...ways}));
			}
		}
	});

	usePaste((text) => {
		const state = store.getState();
		if (state.searchInput !== null) {
			state.typeSearch(insertText(state.query.search, text));
		} else if (state.formField !== null) {
			state.typeForm(insertText(state.form[state.formField], text));
		} else if (state.guide.input !== null) {
			state.typeAnswer(insertText(state.guide.input.text, text));
		} else if (state.screen === 'regions') {
			state.typeInPicker(insertText(state.regionPicker.text, text));
		}
	});
}

/** Keys that work everywhere, also in text fields; a terminal too small for the app takes only these. */
function leave(key: string, {quit, suspend}: WaysOut, isTooSmall: boolean): boolean {
	const command = commandFor(key, {pane: 'odcrs', screen: 'regions'}) ?? (isTooSmall && key === 'q' ? 'quit' : null);
	switch (command) {
		case 'interrupt':
			quit(130);
			return true;
		case 'quit':
			quit(0);
			return true;
		case 'suspend':
			suspend();
			return true;
		default:
			return false;
	}
}

function pressKey(key: string, context: CommandContext): void {
	const state = context.store.getState();
	if (state.searchInput !== null) {
		pressInSearch(key, context);
	} else if (state.formField !== null) {
		pressInForm(key, state, state.formField);
	} else if (state.guide.input !== null) {
		pressInAnswer(key, state, state.guide.input.text);
	} else if (state.screen === 'regions') {
		pressInPicker(key, context.store);
	} else {
		const command = commandFor(key, state);
		if (command !== null) {
			runCommand(command, context);
		}
	}
}

/** OSC 52: the terminal puts the text on the clipboard, also over SSH. */
function copySequence(text: string): string {
	return `\u{1B}]52;c;${Buffer.from(text).toString('base64')}\u{7}`;
}

function pressInSearch(key: string, context: CommandContext): void {
	const state = context.store.getState();
	if (key === 'enter') {
		state.acceptSearch();
	} else if (key === 'esc') {
		state.goBack();
	} else if (key === 'up' || key === 'down') {
		runCommand(key, context);
	} else {
		state.typeSearch(editText(state.query.search, key));
	}
}

function pressInAnswer(key: string, state: CapacityState, text: string): void {
	if (key === 'enter') {
		state.acceptAnswer();
	} else if (key === 'esc') {
		state.goBack();
	} else {
		state.typeAnswer(editText(text, key));
	}
}

/** A form of three fields: Tab goes through them, Enter searches. */
function pressInForm(key: string, state: CapacityState, field: FormField): void {
	const steps: Readonly<Record<string, number>> = {tab: 1, down: 1, 'shift-tab': -1, up: -1};
	const step = steps[key];
	if (step !== undefined) {
		const at = formFields.indexOf(field) + step + formFields.length;
		state.editForm(formFields[at % formFields.length] ?? 'type');
	} else if (key === 'enter') {
		void state.searchOfferings(false);
	} else if (key === 'esc') {
		state.leaveForm();
	} else {
		state.typeForm(editText(state.form[field], key));
	}
}

function pressInPicker(key: string, store: CapacityStore): void {
	const state = store.getState();
	const rows = regionRows(state);
	const index = pickerIndex(state, rows);
	const steps: Readonly<Record<string, number>> = {up: -1, down: 1, pageup: -10, pagedown: 10, home: -rows.length, end: rows.length};
	const step = steps[key];
	if (step !== undefined) {
		const next = Math.max(0, Math.min(index + step, rows.length - 1));
		state.movePicker(rows[next]?.name ?? null, next);
	} else if (key === 'enter') {
		state.showScreen('main');
	} else if (key === 'esc') {
		state.goBack();
	} else if (key === ' ') {
		toggleMark(state, rows[index]);
	} else if (key === 'ctrl-a') {
		state.toggleAllRegions();
	} else {
		state.typeInPicker(editText(state.regionPicker.text, key));
	}
}

/** A region that is not enabled cannot be asked, so it cannot be marked. */
function toggleMark(state: CapacityState, row: RegionRow | undefined): void {
	if (row !== undefined && (row.isEnabled || row.isMarked)) {
		state.toggleRegion(row.name);
	}
}
