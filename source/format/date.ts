/** `local` is the zone of the machine the person sits at. */
export type TimeZone = 'utc' | 'local';

export type DateParts = {
	readonly year: number;
	/** 0 to 11. */
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function datePartsOf(date: Date, zone: TimeZone): DateParts {
	return zone === 'utc'
		? {
				year: date.getUTCFullYear(),
				month: date.getUTCMonth(),
				day: date.getUTCDate(),
				hour: date.getUTCHours(),
				minute: date.getUTCMinutes(),
			}
		: {year: date.getFullYear(), month: date.getMonth(), day: date.getDate(), hour: date.getHours(), minute: date.getMinutes()};
}

/** `Nov  9 11:30`, or `Jan  4 2027` outside the current year (the time stands in the details): always 12 columns. */
export function formatShortDate(date: Date, now: Date, zone: TimeZone): string {
	const parts = datePartsOf(date, zone);
	const day = `${months[parts.month]} ${String(parts.day).padStart(2)}`;
	return parts.year === datePartsOf(now, zone).year ? `${day} ${formatTime(parts)}` : `${day}  ${parts.year}`;
}

/** `Nov 9 11:30`, with the year when it is not the current one: `Jan 4 2027 11:30`. */
export function formatDateTime(date: Date, now: Date, zone: TimeZone): string {
	const parts = datePartsOf(date, zone);
	return `${formatDay(date, now, zone)} ${formatTime(parts)}`;
}

/** `Nov 9`, with the year when it is not the current one. */
export function formatDay(date: Date, now: Date, zone: TimeZone): string {
	const parts = datePartsOf(date, zone);
	const day = `${months[parts.month]} ${parts.day}`;
	return parts.year === datePartsOf(now, zone).year ? day : `${day} ${parts.year}`;
}

/** `Nov 9`, or `Jan 2027` outside the current year: never more than 8 columns. */
export function formatDayOrMonth(date: Date, now: Date, zone: TimeZone): string {
	const parts = datePartsOf(date, zone);
	return parts.year === datePartsOf(now, zone).year ? formatDay(date, now, zone) : `${months[parts.month]} ${parts.year}`;
}

export function formatClock(date: Date, zone: TimeZone): string {
	return formatTime(datePartsOf(date, zone));
}

/** `11:30:05`. */
export function formatClockSeconds(date: Date, zone: TimeZone): string {
	// Not the same everywhere: Liberia was 44 minutes and 30 seconds behind until 1972.
	const seconds = zone === 'utc' ? date.getUTCSeconds() : date.getSeconds();
	return `${formatClock(date, zone)}:${String(seconds).padStart(2, '0')}`;
}

/** `UTC`, or for local time its offset at that moment: `UTC+1`, `UTC-3:30`. */
export function formatZone(date: Date, zone: TimeZone): string {
	const offset = zone === 'utc' ? 0 : -date.getTimezoneOffset();
	if (offset === 0) {
		return 'UTC';
	}

	const minutes = Math.abs(offset) % 60;
	const hours = Math.floor(Math.abs(offset) / 60);
	return `UTC${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

function formatTime({hour, minute}: DateParts): string {
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
