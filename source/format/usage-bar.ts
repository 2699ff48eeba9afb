const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/**
A bar of `width` cells, split into its used and its free part so that they can be coloured.

Never full while an instance is free, never empty while one is used: at a glance, full must mean full.
*/
export function usageBar(used: number, total: number, width: number, isAscii: boolean): {readonly used: string; readonly free: string} {
	const steps = isAscii ? 1 : 8;
	const all = width * steps;
	const exact = total <= 0 ? 0 : Math.round((Math.min(used, total) / total) * all);
	const filled = used >= total && total > 0 ? all : Math.min(Math.max(exact, used > 0 ? 1 : 0), all - 1);
	const whole = Math.floor(filled / steps);
	const part = isAscii ? '' : (eighths[filled % steps] ?? '');
	const text = (isAscii ? '#' : '█').repeat(whole) + part;
	return {used: text, free: (isAscii ? '.' : '░').repeat(width - text.length)};
}
