/** What was typed cannot be run: exit 2. `message` is one line that names the bad thing and, where there is one, the nearest valid one. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

const longestQuote = 60;

/** What was typed, fit for one line of a terminal: in quotes, without control or formatting characters, cut when long. */
export function quote(text: string): string {
	const safe = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '?');
	const characters = [...safe];
	return `"${characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}...` : safe}"`;
}
