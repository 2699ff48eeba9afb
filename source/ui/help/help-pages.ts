import {asciiGlyphs, unicodeGlyphs} from '../../core/timeline/timeline-paint.js';
import {wrapText} from '../../format/fit-text.js';
import type {Glyphs} from '../glyphs.js';
import {type HelpGroup, keyGroups} from './key-groups.js';

/** Columns of help groups that fit into `width`, each about as high as the others. */
export function helpPages(width: number, glyphs: Glyphs): readonly (readonly HelpGroup[])[] {
	const count = width >= 120 ? 3 : width >= 80 ? 2 : 1;
	const groups = [...keyGroups(), signs(glyphs)];
	const heights = groups.map((group) => group.entries.length + 2);
	const target = heights.reduce((sum, height) => sum + height, 0) / count;
	const pages: HelpGroup[][] = Array.from({length: count}, () => []);
	let filled = 0;
	for (const [index, group] of groups.entries()) {
		const height = heights[index] ?? 0;
		pages[Math.min(count - 1, Math.floor((filled + height / 2) / target))]?.push(group);
		filled += height;
	}

	return pages;
}

/** Lines that the highest column takes. */
export function helpHeight(width: number, glyphs: Glyphs): number {
	const heights = helpPages(width, glyphs).map((page) => page.reduce((sum, group) => sum + group.entries.length + 2, 0));
	return Math.max(...heights) + helpNotes(width).length;
}

const notes = [
	'Copying uses OSC 52; in tmux it needs: set -s set-clipboard on',
	'Idle ODCR capacity is billed at the On-Demand rate.',
	'/ looks through the words of the columns, platform, tenancy, owner, ids, tags.',
] as const;

/** What a key cannot tell, in lines of at most `width` columns; two share one where they fit. */
export function helpNotes(width: number): readonly string[] {
	const lines: string[] = [];
	for (const note of notes) {
		const shared = `${lines.at(-1)}   ${note}`;
		if (lines.length > 0 && shared.length <= width - 2) {
			lines[lines.length - 1] = shared;
		} else {
			lines.push(note);
		}
	}

	return lines.flatMap((line) => wrapText(line, width - 2)).map((line) => ` ${line}`);
}

function signs(glyphs: Glyphs): HelpGroup {
	const {past, live, coming, drain, payment, offered} = (glyphs.isAscii ? asciiGlyphs : unicodeGlyphs).cells;
	return {
		title: 'Signs',
		entries: [
			{key: `${past}${live}${coming}${drain}`, does: 'Past, live, coming, drain zone'},
			{key: payment, does: 'Payment pending, or troubled'},
			{key: offered, does: 'Offered, not held'},
			{key: '~', does: 'Stale: its region failed'},
			{key: glyphs.hint, does: 'Likely mistake, see its details'},
			{key: glyphs.reclaimable, does: 'Free until its owner reclaims it'},
			{key: '!', does: 'Within the hour'},
			{key: glyphs.dash, does: 'Unknown or not applicable'},
		],
	};
}
