import type {RequestRecord} from '../../aws/request-log.js';
import {redact} from '../../core/words/redact.js';

/** A line of the debug log, always with the same fields in the same order; `-` is none. Nothing secret comes into it, whatever the endpoint said. */
export function requestLine({at, service, region, action, status, error, attempts, durationMs, requestId}: RequestRecord): string {
	const fields = {
		time: at.toISOString(),
		service: wordOf(service),
		region: wordOf(region),
		action: wordOf(action),
		status: status ?? '-',
		error: wordOf(error),
		attempts,
		ms: Math.round(durationMs),
		request: wordOf(requestId),
	};
	return Object.entries(fields)
		.map(([name, value]) => `${name}=${value}`)
		.join(' ');
}

/** `?` stands for what is no plain word, or could be a credential, an account or an ARN. */
function wordOf(text: string | null): string {
	const word = (text ?? '').trim().replaceAll(' ', '_');
	if (word === '') {
		return '-';
	}

	return /^[\w.:/-]{1,80}$/.test(word) && redact(word) === word ? word : '?';
}
