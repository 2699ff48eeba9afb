/** Waits for a turn before work that takes milliseconds. */
export type Pacer = {
	/** To ask: to set up a client and to sign takes some 3 ms. */
	readonly toAsk: () => Promise<void>;
	/** To read what has come: to parse a page takes some 15 ms. */
	readonly toRead: () => Promise<void>;
};

/**
Grants turns, one in each turn of the event loop: when all regions did their work at once, keys and clock would stand still for as long
as all of it takes.

What has come is read once all has been asked, because the region that is asked last and answers last decides how long everything takes.
But so many of the first turns to read come before any to ask, for those who wait for the first rows. Otherwise it is first come, first
served.
*/
export function createPacer(firstReads: number): Pacer {
	const asking: (() => void)[] = [];
	const reading: (() => void)[] = [];
	let reads = 0;
	let isRunning = false;

	function grant(): void {
		const isReading = reading.length > 0 && (reads < firstReads || asking.length === 0);
		const next = isReading ? reading.shift() : asking.shift();
		isRunning = next !== undefined;
		if (next !== undefined) {
			reads += isReading ? 1 : 0;
			next();
			setImmediate(grant);
		}
	}

	async function wait(queue: (() => void)[]): Promise<void> {
		await new Promise<void>((resolve) => {
			queue.push(resolve);
			if (!isRunning) {
				isRunning = true;
				setImmediate(grant);
			}
		});
	}

	return {toAsk: async () => wait(asking), toRead: async () => wait(reading)};
}
