/** Whether so long has passed since then. Where the clock was set back since, it has: nobody should wait until that has caught up. */
export function hasPassed(milliseconds: number, since: Date, now: Date): boolean {
	const passed = now.getTime() - since.getTime();
	return passed < 0 || passed >= milliseconds;
}
