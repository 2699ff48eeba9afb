/** YAML words that some reader takes for a boolean, null or a number. */
const yamlWords = /^(?:y|yes|n|no|on|off|true|false|null|nan|inf|e\d+)$/i;

/** Line breaks of some YAML reader, and what none may contain as it is. */
const yamlEscaped = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]/gu;

/** One YAML scalar that every reader takes for this text. */
export function yamlText(text: string): string {
	if (/^[a-z][\w./-]*$/i.test(text) && !yamlWords.test(text)) {
		return text;
	}

	// A JSON string is a double-quoted YAML scalar, once what JSON leaves as it is has been escaped too.
	return JSON.stringify(text).replaceAll(yamlEscaped, unicodeEscape);
}

/** One HCL string without a template in it: `${` and `%{` would be run by Terraform. */
export function hclText(text: string): string {
	const escaped = text
		.replaceAll('\\', '\\\\')
		.replaceAll('"', '\\"')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t')
		.replaceAll(/[$%](?=\{)/g, '$&$&')
		.replaceAll(/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\p{Cs}]/gu, unicodeEscape);
	return `"${escaped}"`;
}

/** Text for a comment that ends with its line, in a shell, YAML or HCL. */
export function commentText(text: string): string {
	return `# ${text.replaceAll(/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\p{Cs}]+/gu, ' ')}`;
}

function unicodeEscape(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
