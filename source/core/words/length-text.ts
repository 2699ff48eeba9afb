/** A length in a sentence, to the minute: `7 d`, `1 d 6 h`, `6 h 35 min`. Rounded down, so that it never promises more than there is. */
export function lengthText(hours: number): string {
	// Fractions of an hour are not exact: 6 h 35 min would lose a minute.
	const minutes = Math.floor(hours * 60 + 1e-6);
	const parts: ReadonlyArray<readonly [number, string]> = [
		[Math.floor(minutes / 1440), 'd'],
		[Math.floor((minutes % 1440) / 60), 'h'],
		[minutes % 60, 'min'],
	];
	const text = parts
		.filter(([count]) => count > 0)
		.map(([count, unit]) => `${count} ${unit}`)
		.join(' ');
	return text || '0 min';
}
