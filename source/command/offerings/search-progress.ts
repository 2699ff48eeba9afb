import {paceWords} from '../../core/offerings/pace-words.js';
import type {SearchProgress} from '../../core/offerings/search-progress.js';
import type {Stopwatch} from '../../core/ports.js';
import {counted} from '../../core/words/counted.js';
import {cutText} from '../../format/fit-text.js';
import {toAscii} from '../../report/ascii.js';

/** Tells on stderr how far a search is. */
export type ProgressLine = {
	readonly show: (progress: SearchProgress) => void;
	/** Takes it away, before something else is written. */
	readonly clear: () => void;
};

export type ProgressLook = {readonly isAscii: boolean; readonly isLive: boolean};

/** Between two lines about the same wait, where a line cannot be rewritten. */
const everyMs = 10_000;

/** On a terminal one line that is rewritten in place; elsewhere a line at the start, and one in 10 seconds while a turn is waited for. */
export function searchProgressLine(
	stream: Pick<NodeJS.WriteStream, 'write' | 'columns'>,
	askedCount: number,
	stopwatch: Stopwatch,
	{isAscii, isLive}: ProgressLook,
): ProgressLine {
	let isShown = false;
	let isSaid = false;
	let waitSaidAt = Number.NEGATIVE_INFINITY;

	function textOf(progress: SearchProgress): string {
		const text = `${progress.count === askedCount ? '' : `${progress.count} of them: `}${paceWords(progress)}`;
		return isAscii ? toAscii(text) : text;
	}

	return {
		show(progress) {
			if (isLive) {
				// The last column stays free: a terminal may wrap after it.
				stream.write(`\r${cutText(textOf(progress), stream.columns - 1, isAscii ? '~' : '…')}\u{1B}[K`);
				isShown = true;
				return;
			}

			if (!isSaid) {
				stream.write(`Searching ${counted(progress.all, 'region')}; AWS allows 10 searches of a region at once, then one in 6.7 s.\n`);
				isSaid = true;
			}

			const now = stopwatch();
			if (progress.leftMs > 0 && now - waitSaidAt >= everyMs) {
				// Why it waits is in the first line.
				stream.write(`${textOf(progress).replace(/ \([^)]*\)/, '')}.\n`);
				waitSaidAt = now;
			}
		},
		clear() {
			if (isShown) {
				stream.write('\r\u{1B}[K');
				isShown = false;
			}
		},
	};
}
