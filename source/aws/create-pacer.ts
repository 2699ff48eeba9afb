/**
Grants turns, one in each turn of the event loop, first come first served.

To set up a client takes some 3 ms and to parse a page some 15. When all regions do so at once keys and clock would stand
still for as long as all of them together.
*/
export function createPacer(): () => Promise<void> {
	let last = Promise.resolve();
	return async () => {
		last = last.then(async () => new Promise((resolve) => setImmediate(resolve)));
		await last;
	};
}
