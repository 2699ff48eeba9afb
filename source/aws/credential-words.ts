/** The credential providers have no codes; these are their words for "was good, is no more" and "log in again". */
export function isExpiredMessage(message: string): boolean {
	return /expired|re-?authenticate|aws sso login|aws login|Failed to load (?:a )?token/i.test(message);
}
