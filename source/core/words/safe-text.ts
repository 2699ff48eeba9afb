/** Longest text that is kept, in code points. */
export const longestText = 1024;

/** What is looked at of a hostile, endless string (UTF-16 units); the rest cannot come before the cut anyway unless escapes hide it. */
const longestInput = 16 * longestText;

const plainAscii = /^[\x20-\x7e]*$/;

/**
A string from outside, fit for a terminal and a file: without control characters, escape sequences, direction marks,
invisible characters and lone surrogates; tabs and line ends become spaces; at most four combining marks in a row;
at most 1,024 code points.
*/
export function safeText(value: string): string {
	if (value.length <= longestText && plainAscii.test(value)) {
		return value;
	}

	const text = removeEscapes(value.slice(0, longestInput))
		.replace(/\r\n|[\t\n\v\f\r\x85\u2028\u2029]/g, ' ')
		.replace(/[\x00-\x1f\x7f-\x9f]/g, '')
		// Default ignorables are the zero-width characters, bidi marks, overrides and isolates, variation selectors and tags;
		// U+FFF9 to U+FFFB are interlinear annotation.
		.replace(/[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\ufff9-\ufffb]/gu, '')
		.replace(/^\p{M}+/u, '')
		.replace(/(\p{M}{4})\p{M}+/gu, '$1');
	return cut(text);
}

/**
Whole sequences go, with what they carry: OSC up to BEL or ST, DCS, SOS, PM and APC up to ST, CSI, and the short ones.
Of a sequence that never ends only the opening goes, so that it cannot swallow the rest of the text.
*/
function removeEscapes(text: string): string {
	return text
		.replace(/(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)/g, '')
		.replace(/(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c)/g, '')
		.replace(/(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]/g, '')
		.replace(/\x1b[\x20-\x2f]*[\x30-\x7e]/g, '');
}

function cut(text: string): string {
	if (text.length <= longestText) {
		return text;
	}

	const points = [...text];
	if (points.length <= longestText) {
		return text;
	}

	const end = points.slice(0, longestText).join('').length;
	// A little past the end is enough to see whether the end splits a grapheme.
	const seen = points.slice(0, longestText + 16).join('');
	const split = new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(seen).containing(end);
	return seen.slice(0, split?.index ?? end);
}
