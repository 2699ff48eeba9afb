/**
Characters that are one column wide and belong to none of their neighbours: ASCII, Latin-1 without the soft hyphen, dashes, quotation marks
and dots, arrows, lines, blocks and shapes. Nearly everything on the screen is made of them. For a character class.
*/
export const simpleCharacters = String.raw`\x20-\x7E\xA1-\xAC\xAE-\xFF\u2010-\u2027\u2190-\u2193\u21A9\u23CE\u2500-\u259F\u25B2\u25B8\u25BC\u25C2\u25C6\u25CB\u25CC\u25CF`;

const simple = new RegExp(`^[${simpleCharacters}]*$`);
/** What takes no column and belongs to none of its neighbours, between simple characters: the start of an escape sequence and the end of a line. */
const simpleOrControl = new RegExp(`^[\\x1B\\n${simpleCharacters}]*$`);

let segmenter: Intl.Segmenter | null = null;

/** Whether the text has as many columns as characters. */
export function isSimple(text: string): boolean {
	return simple.test(text);
}

/**
What a person takes for characters, as `Intl.Segmenter` has them.

Simple text, in lines and with escape sequences or without, is cut apart here: the segmenter is slow for what comes in every frame, and to load the
tables of Unicode for the first time takes a third of the time in which Node starts.
*/
export const graphemes: Pick<Intl.Segmenter, 'segment'> = {
	segment(text) {
		if (simpleOrControl.test(text)) {
			return simpleSegments(text);
		}

		segmenter ??= new Intl.Segmenter();
		return segmenter.segment(text);
	},
};

function simpleSegments(input: string): Intl.Segments {
	const segments: Intl.SegmentData[] = [];
	for (let index = 0; index < input.length; index++) {
		segments.push({segment: input.charAt(index), index, input});
	}

	return {containing: (index = 0) => segments[index], [Symbol.iterator]: () => segments.values()};
}
