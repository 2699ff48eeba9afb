import {safeText} from '../core/words/safe-text.js';

/** Added by the SDK when it cannot read a body. */
const unreadable = /\s*Deserialization error: to see the raw response.*$/;

/** What is of interest in whatever the SDK, a credential provider or the network threw, made safe. */
export type AwsError = {
	/** AWS's error code, the network's (`ECONNREFUSED`), or the name of the error's class. */
	readonly code: string;
	/** Without the encoded part of a denial and without the SDK's advice to its programmer. */
	readonly message: string;
	readonly httpStatus: number | null;
	readonly requestId: string | null;
};

/** AWS's own texts are short, apart from the part that only `sts:DecodeAuthorizationMessage` can read. */
const longestMessage = 400;

export function readAwsError(error: unknown): AwsError {
	const given = fieldsOf(error);
	const metadata = fieldsOf(given['$metadata']);
	const cause = fieldsOf(given['cause']);
	// A failed connection to a name with several addresses has its code in the first of them.
	const first = fieldsOf(Array.isArray(given['errors']) ? given['errors'][0] : undefined);
	const message = textOf(given['message']) ?? textOf(first['message']) ?? '';
	const httpStatus = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : null;
	return {
		code:
			textOf(given['code']) ??
			textOf(first['code']) ??
			textOf(cause['code']) ??
			codeFromName(textOf(given['name']) ?? 'Error', message, httpStatus),
		message: message
			.replace(/\s*Encoded authorization failure message:.*$/, '')
			.replace(unreadable, '')
			.slice(0, longestMessage)
			.trim(),
		httpStatus,
		requestId: textOf(metadata['requestId']),
	};
}

/** The SDK names an error after AWS's code, but has no name for a body that it cannot read or that is not there. */
function codeFromName(name: string, message: string, httpStatus: number | null): string {
	if (name !== 'Unknown' && !unreadable.test(message)) {
		return name;
	}

	return httpStatus === null || httpStatus < 300 ? 'InvalidResponse' : `HTTP ${httpStatus}`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? safeText(value) : null;
}
