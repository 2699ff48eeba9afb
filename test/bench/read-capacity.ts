import process from 'node:process';
import {setImmediate as turn} from 'node:timers/promises';
import {parseArgs} from 'node:util';

/*
A program that reads an account by the library, as often as it is told, and writes a line of JSON about each time. The first time is
not told of: it loads the SDK.
*/
const {values} = parseArgs({
	options: {endpoint: {type: 'string', default: ''}, library: {type: 'string', default: ''}, rounds: {type: 'string', default: '1'}},
});
const {capacity} = (await import(values.library)) as typeof import('../../source/index.js');
for (let round = 0; round <= Number(values.rounds); round++) {
	const reading = await measure();
	if (round > 0) {
		process.stdout.write(`${JSON.stringify(reading)}\n`);
	}
}

async function measure(): Promise<Reading> {
	const stall = watchStalls();
	const cpuBefore = process.cpuUsage();
	const startedAt = performance.now();
	const {reservations} = await capacity({endpointUrl: values.endpoint, all: true});
	const ms = performance.now() - startedAt;
	const {user, system} = process.cpuUsage(cpuBefore);
	await turn();
	return {reservations: reservations.length, ms, cpuMs: (user + system) / 1000, stallMs: stall.end()};
}

/** How late a timer of 2 ms was at most. */
function watchStalls(): {readonly end: () => number} {
	let longest = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		longest = Math.max(longest, now - last - 2);
		last = now;
	}, 2);
	return {
		end() {
			clearInterval(timer);
			return longest;
		},
	};
}

export type Reading = {readonly reservations: number; readonly ms: number; readonly cpuMs: number; readonly stallMs: number};
