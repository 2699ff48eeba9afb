const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time (milliseconds) in one rounded-down unit, for a sentence: `12 s`, `4 min`, `3 h`, `2 d`. Less than nothing is nothing. */
export function spanText(milliseconds: number): string {
	const span = Math.max(0, milliseconds);
	if (span < minute) {
		return `${Math.floor(span / second)} s`;
	}

	if (span < hour) {
		return `${Math.floor(span / minute)} min`;
	}

	return span < 2 * day ? `${Math.floor(span / hour)} h` : `${Math.floor(span / day)} d`;
}
