import {paceWords} from '../../core/offerings/pace-words.js';
import type {SearchProgress} from '../../core/offerings/search-progress.js';
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

/** On a terminal one line that is rewritten in place; elsewhere one line in all. */
export function searchProgressLine(
	stream: Pick<NodeJS.WriteStream, 'write' | 'columns'>,
	askedCount: number,
	{isAscii, isLive}: ProgressLook,
): ProgressLine {
	let isShown = false;
	let isSaid = false;

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
			} else if (!isSaid) {
				stream.write(`Searching ${counted(progress.all, 'region')}; AWS allows 10 searches of a region at once, then one in 6.7 s.\n`);
				isSaid = true;
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
