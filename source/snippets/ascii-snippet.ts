import type {SnippetLanguage} from './snippet.js';

/**
The same with no character beyond ASCII. In its strings they are written as the escapes of the language, so that nothing is lost; of
comments, which are for people, `×` becomes `x` and any other a question mark.
*/
export function asciiSnippet(text: string, language: SnippetLanguage): string {
	return text
		.split('\n')
		.map((line) => (/^\s*#/.test(line) && language !== 'json' ? asciiComment(line) : escapeStrings(line, language)))
		.join('\n');
}

function asciiComment(line: string): string {
	return line
		.replaceAll('×', 'x')
		.replaceAll('–', '-')
		.replaceAll('…', '~')
		.replaceAll(/[^\0-\x7f]/gu, '?');
}

/** What stands in a string of a shell is JSON. HCL and YAML have an escape for what is beyond 16 bits, JSON takes its two halves. */
function escapeStrings(line: string, language: SnippetLanguage): string {
	return language === 'hcl' || language === 'yaml'
		? line.replaceAll(/[^\0-\x7f]/gu, longEscape)
		: line.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`);
}

function longEscape(character: string): string {
	const point = character.codePointAt(0) ?? 0;
	return point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`;
}

function hex(value: number, digits: number): string {
	return value.toString(16).padStart(digits, '0');
}
