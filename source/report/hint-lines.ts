import {type Hint, silenceTag} from '../core/mistakes/hint.js';
import {wrapText} from '../format/fit-text.js';
import {shorten} from './note-lines.js';

const longestLine = 110;

/** Likely mistakes, one of each kind with its reason and the ids of those alike, and how not to be told; no line where there are none. */
export function hintLines(hints: readonly Hint[], width = longestLine): readonly string[] {
	const byId = new Map<string, readonly Hint[]>();
	for (const hint of hints) {
		byId.set(hint.id, [...(byId.get(hint.id) ?? []), hint]);
	}

	return byId.size === 0
		? []
		: [
				'',
				`Hints (--no-hints leaves them out, the tag ${silenceTag}=NAME on a reservation one of them):`,
				...[...byId.values()].flatMap((group) => groupLines(group, Math.min(width, longestLine))),
			];
}

function groupLines(group: readonly Hint[], width: number): readonly string[] {
	const [first, ...others] = group;
	if (first === undefined) {
		return [];
	}

	const alike = others.flatMap(({ids}) => ids);
	const where = [...first.ids.slice(0, 1), ...(alike.length === 0 ? [] : [`alike: ${shorten(alike)}`])].join('; ');
	const what = `${first.id}: ${first.text}${where === '' ? '' : ` (${where})`}. ${first.reason}`;
	return wrapText(what, Math.max(1, width - 6)).map((line, index) => `${index === 0 ? '   ' : '      '}${line}`);
}
