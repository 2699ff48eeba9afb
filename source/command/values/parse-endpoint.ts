import {quote, UsageError} from '../usage-error.js';

/** An http or https URL, as it was typed. */
export function parseEndpoint(flag: string, text: string): string {
	const url = text.trim();
	if (!isWebUrl(url)) {
		throw new UsageError(`${flag}: ${quote(text)} is not a URL. Write it like http://127.0.0.1:8080.`);
	}

	return url;
}

function isWebUrl(text: string): boolean {
	if (!/^https?:\/\//i.test(text) || /[\p{Cc}\s]/u.test(text)) {
		return false;
	}

	const url = URL.canParse(text) ? new URL(text) : null;
	return url !== null && url.hostname !== '';
}
