/** A moment in a sentence of the core, which knows neither the reader's zone nor the current year: `2026-11-30 11:00 UTC`. */
export function momentText(at: Date): string {
	return `${dayText(at)} ${at.toISOString().slice(11, 16)} UTC`;
}

/** The day of a moment, in UTC: `2026-11-30`. */
export function dayText(at: Date): string {
	return at.toISOString().slice(0, 10);
}
