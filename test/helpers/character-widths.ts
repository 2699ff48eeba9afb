import type xterm from '@xterm/headless';

const isNothing = /^[\p{Mn}\p{Me}\p{Cf}\u{1160}-\u{11FF}]$/u;
const isIndicator = /^\p{Regional_Indicator}$/u;
const isWide =
	/^[\p{Emoji_Presentation}\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{A960}-\u{A97F}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE10}-\u{FE19}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF60}\u{FFE0}-\u{FFE6}\u{1F200}-\u{1F251}\u{20000}-\u{3FFFD}]$/u;

/**
Columns of characters as the terminals of today count them, one by one (xterm, tmux, screen, GNOME, Windows). The emulator's own table is
from a time without emoji.
*/
export const characterWidths: xterm.IUnicodeVersionProvider = {version: 'today', wcwidth, charProperties};

function wcwidth(codepoint: number): 0 | 1 | 2 {
	const character = String.fromCodePoint(codepoint);
	if (isNothing.test(character) && codepoint !== 0xad) {
		return 0;
	}

	return isWide.test(character) && !isIndicator.test(character) ? 2 : 1;
}

/** The emulator's packing: 1 bit for joining the character before, 2 for the width. */
function charProperties(codepoint: number, preceding: number): number {
	const width = wcwidth(codepoint);
	const before = (preceding >> 1) & 3;
	return width === 0 && before > 0 ? (before << 1) | 1 : width << 1;
}
