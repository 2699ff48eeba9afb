/** Every character beyond ASCII as the `\uXXXX` that JSON reads back. */
export function escapeNonAscii(text: string): string {
	return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The dash for unknown, the mark of a cut, the sign between a count and a type, and any other character beyond ASCII in their ASCII form: for people, in tables. */
export function toAscii(text: string): string {
	return text
		.replaceAll('–', '-')
		.replaceAll('…', '~')
		.replaceAll('×', 'x')
		.replaceAll(/[^\0-\x7f]/gu, '?');
}
