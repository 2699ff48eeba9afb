/** The words as a sentence lists them: `a`, `a and b`, `a, b and c`; more than `most` are counted: `a, b and 3 more`. */
export function listed(words: readonly string[], most: number = Number.POSITIVE_INFINITY): string {
	const more = words.length - most;
	const shown = more > 0 ? [...words.slice(0, most), `${more} more`] : words;
	return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
