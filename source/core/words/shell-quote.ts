/**
One word for a POSIX shell, whatever is in the text.

Plain words stay as they are. Everything else goes in single quotes, in which a shell reads nothing but the next single quote
(POSIX, Shell Command Language, 2.2.2).
*/
export function shellQuote(text: string): string {
	return /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
