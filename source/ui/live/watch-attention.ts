import {type Attention, attentionOf, nothingAttended} from '../../core/events/attention.js';
import type {CapacityStore} from '../../store/create-store.js';
import {selectWatchedRows} from '../../store/live-selectors.js';
import {selectMinute} from '../../store/select-minute.js';
import {isFollowed} from '../../store/selectors.js';

/** How the person wants to be called. */
export type AttentionSettings = {readonly isBell: boolean; readonly isNotify: boolean; readonly isTmux: boolean};

/** Calls `write` with a bell or a notification whenever something deserves attention; returns how to stop. */
export function watchAttention(store: CapacityStore, settings: AttentionSettings, write: (sequence: string) => void): () => void {
	let attended = nothingAttended;
	let told = 0;
	let minute = -1;
	return store.subscribe((state) => {
		const newest = state.events[0]?.sequence ?? 0;
		const now = selectMinute(state);
		// A drain comes with the clock, everything else with an event.
		if (newest === told && now === minute) {
			return;
		}

		const happenings = state.events.filter((event) => event.sequence > told).toReversed();
		[told, minute] = [newest, now];
		const rows = selectWatchedRows(state);
		const {attention, state: next} = attentionOf(attended, {
			happenings,
			rows,
			minCapacity: state.query.minCapacity,
			followed: new Set(rows.filter((row) => isFollowed(state, row)).map((row) => row.key)),
			now: state.now,
		});
		attended = next;
		for (const sequence of attention.length === 0 ? [] : sequencesFor(attention, settings)) {
			write(sequence);
		}
	});
}

function sequencesFor(attention: readonly Attention[], {isBell, isNotify, isTmux}: AttentionSettings): readonly string[] {
	const notices = isNotify ? attention.flatMap(({text}) => notification(text)) : [];
	return [...(isBell ? ['\u{7}'] : []), ...notices.map((sequence) => (isTmux ? throughTmux(sequence) : sequence))];
}

/** OSC 9 is what iTerm2, WezTerm and Windows Terminal know, OSC 777 what urxvt, foot and VTE terminals know; each ignores the other's. */
function notification(text: string): readonly string[] {
	return [`\u{1B}]9;${text}\u{1B}\\`, `\u{1B}]777;notify;truffle capacity;${text.replaceAll(';', ',')}\u{1B}\\`];
}

/** tmux hands on what is wrapped so, where `allow-passthrough` is on. */
function throughTmux(sequence: string): string {
	return `\u{1B}Ptmux;${sequence.replaceAll('\u{1B}', '\u{1B}\u{1B}')}\u{1B}\\`;
}
