import {styleText} from 'node:util';
import {isoText} from '../../core/words/iso-text.js';
import {spanText} from '../../core/words/span-text.js';
import {cutText} from '../../format/fit-text.js';
import {toAscii} from '../../report/ascii.js';
import type {WaitReport} from './wait-for-goal.js';

/** Tells how a wait goes. */
export type Progress = {
	/** How it stands: on a terminal in place of what stood there, elsewhere as a line when it differs from the last one. */
	readonly show: (report: WaitReport) => void;
	/** The last word; a terminal is left with it alone. */
	readonly end: (report: WaitReport) => void;
	/** Takes the live line away, as before a question or an error. */
	readonly clear: () => void;
	/** What it shows changes with time alone. */
	readonly isLive: boolean;
};

export type ProgressLook = {readonly isAscii: boolean; readonly isColor: boolean};

const words = {
	waiting: 'Waiting',
	satisfied: 'Satisfied',
	impossible: 'Impossible',
	unreadable: 'Unreadable',
	timed_out: 'Timed out',
	interrupted: 'Interrupted',
} as const satisfies Record<WaitReport['outcome'], string>;

/** Where nobody is told anything. */
export const silentProgress: Progress = {show() {}, end() {}, clear() {}, isLive: false};

/** One line on a terminal, rewritten in place and never wider than it. */
export function liveProgress(stream: NodeJS.WriteStream, {isAscii, isColor}: ProgressLook): Progress {
	let isShown = false;

	function clear(): void {
		if (isShown) {
			stream.write('\r\x1b[K');
			isShown = false;
		}
	}

	return {
		isLive: true,
		clear,
		show(report) {
			const text = plain(sentence('', report), isAscii);
			// The last column stays free: a terminal may wrap after it.
			stream.write(`\r${cutText(text, stream.columns - 1, isAscii ? '~' : '…')}\x1b[K`);
			isShown = true;
		},
		end(report) {
			clear();
			const text = plain(sentence(' after', report), isAscii);
			stream.write(`${isColor ? coloured(text, report.outcome) : text}\n`);
		},
	};
}

/** One line for each change, with its time. */
export function lineProgress(stream: NodeJS.WriteStream, {isAscii}: ProgressLook): Progress {
	let last = '';

	function show({outcome, because, at}: WaitReport): void {
		const text = plain(`${words[outcome].toLowerCase()}: ${because}`, isAscii);
		if (text !== last) {
			stream.write(`${isoText(at)} ${text}\n`);
			last = text;
		}
	}

	return {isLive: false, clear() {}, show, end: show};
}

function sentence(preposition: string, {outcome, because, waitedMs}: WaitReport): string {
	return `${words[outcome]}${preposition} ${spanText(waitedMs)}: ${because}`;
}

function coloured(text: string, outcome: WaitReport['outcome']): string {
	const word = words[outcome];
	return styleText(outcome === 'satisfied' ? 'green' : 'red', word, {validateStream: false}) + text.slice(word.length);
}

function plain(text: string, isAscii: boolean): string {
	return isAscii ? toAscii(text) : text;
}
