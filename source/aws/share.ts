/** Longer texts seldom come twice. */
const longestShared = 64;
const mostShared = 4096;
const texts = new Map<string, string>();

/**
The same text, as the same string wherever it comes again: each answer brings strings of its own, and with 100,000 reservations types, zones
and tags alone would fill 100 MB. It forgets everything once it knows 4,096.
*/
export function shareText(text: string): string {
	if (text.length > longestShared) {
		return text;
	}

	const known = texts.get(text);
	if (known !== undefined) {
		return known;
	}

	if (texts.size >= mostShared) {
		texts.clear();
	}

	texts.set(text, text);
	return text;
}
