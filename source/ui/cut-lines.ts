import type {Glyphs} from './glyphs.js';
import {type Line, toned} from './line.js';
import {plural} from './words.js';

/** At most `height` lines. What is longer than the screen must not look as if it ended there: the last line tells how much more there is. */
export function cutLines(lines: readonly Line[], height: number, glyphs: Glyphs): readonly Line[] {
	return lines.length <= height ? lines : [...lines.slice(0, height - 1), moreLine(lines.length - height + 1, glyphs)];
}

/** In place of the last line: how many there are from there on. */
export function moreLine(count: number, glyphs: Glyphs): Line {
	return [toned('dim', `  ${glyphs.ellipsis} ${plural(count, 'more line')}`)];
}
