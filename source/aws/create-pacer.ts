/** Waits for a turn before work that takes milliseconds. */
export type Pacer = {
	/** To ask: to set up a client and to sign takes some 3 ms. */
	readonly toAsk: () => Promise<void>;
	/** To read what has come: to parse a page takes some 15 ms. */
	readonly toRead: () => Promise<void>;
};

/**
Grants turns, one in each turn of the event loop, first come first served; but what has come is read before more is asked, so that the
rows of the first region do not wait until the last one has been asked.

When all regions did their work at once, keys and clock would stand still for as long as all of it takes.
*/
export function createPacer(): Pacer {
	const asking: (() => void)[] = [];
	const reading: (() => void)[] = [];
	let isRunning = false;

	function grant(): void {
		const next = reading.shift() ?? asking.shift();
		isRunning = next !== undefined;
		if (next !== undefined) {
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
