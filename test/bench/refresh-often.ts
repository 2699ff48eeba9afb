import process from 'node:process';
import {setImmediate as turn} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {createEc2Source} from '../../source/aws/ec2-source.js';
import {createCapacityStore} from '../../source/store/create-store.js';

/* A program that refreshes the store of one region as often as it is told, and writes its heap after a fifth of that, when all its code is compiled, and at the end. */
const {values} = parseArgs({options: {endpoint: {type: 'string', default: ''}, refreshes: {type: 'string', default: '10'}}});
const refreshes = Number(values.refreshes);
const regions = ['eu-west-3'];
const stepMs = 30_000;
let elapsedMs = 0;

const store = createCapacityStore(
	{
		openSource: async () =>
			createEc2Source({
				profile: null,
				endpointUrl: values.endpoint,
				homeRegion: 'us-east-1',
				asked: regions,
				credentials: {accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'},
				stsAtEndpoint: false,
				useProxy: false,
				askMfaCode: null,
				env: {},
				timeoutMs: 30_000,
				requestLog: null,
			}),
		// Histories and events forget by time: each refresh is as much later as in the app.
		clock: () => new Date(Date.UTC(2026, 10, 23) + elapsedMs),
		stopwatch: () => elapsedMs,
		timers: {
			after(milliseconds, callback) {
				const timer = setTimeout(callback, milliseconds);
				return {cancel: () => clearTimeout(timer)};
			},
		},
		random: Math.random,
		intervalMs: 24 * 3_600_000,
		isIntervalExplicit: true,
		timeoutMs: 30_000,
	},
	{marked: regions},
);

let early = 0;
for (let round = 1; round <= refreshes; round++) {
	elapsedMs += stepMs;
	await store.getState().refresh();
	if (round === refreshes / 5) {
		early = await usedHeap();
	}
}

process.stdout.write(`${JSON.stringify({early, late: await usedHeap()})}\n`);
store.getState().stop();

/** Without the log of events: it never holds more than 5,000, but fills all the way. */
async function usedHeap(): Promise<number> {
	store.setState({events: []});
	let least = Number.POSITIVE_INFINITY;
	for (let round = 0; round < 5; round++) {
		// What an answer leaves behind goes only after its turn.
		await turn();
		globalThis.gc?.();
		least = Math.min(least, process.memoryUsage().heapUsed);
	}

	return least;
}
