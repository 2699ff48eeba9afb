/** ISO 8601 in UTC without milliseconds, the form of every time in the JSON contracts. */
export function isoText(date: Date): string {
	return `${date.toISOString().slice(0, -5)}Z`;
}
