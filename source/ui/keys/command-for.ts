import type {Pane, Screen} from '../../store/types.js';
import type {Binding, Command} from './binding.js';
import {keymap} from './keymap.js';

export type KeyContext = {readonly pane: Pane; readonly screen: Screen};

/** What `key` means here; `null`: nothing. */
export function commandFor(key: string, context: KeyContext): Command | null {
	return keymap.find((binding) => binding.keys.includes(key) && appliesIn(binding, context))?.command ?? null;
}

/** The key that opens the pane, which its tab names. */
export function paneKey(pane: Pane): string {
	return keymap.find(({command}) => command === `pane-${pane}`)?.keys[0] ?? '';
}

export function appliesIn(binding: Binding, {pane, screen}: KeyContext): boolean {
	return (binding.panes?.includes(pane) ?? true) && (binding.screens ?? ['main']).includes(screen);
}
