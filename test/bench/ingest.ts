import {execFile} from 'node:child_process';
import {resolve} from 'node:path';
import {promisify} from 'node:util';
import type {Bench, BenchContext} from './measurement.js';
import {awsEnv, plainEnv} from './program.js';
import type {Reading} from './read-capacity.js';
import {serveEndpoint, typescript} from './servers.js';

/** Reading a large account by the library: from the wire to reservations. */
export const benchIngest: Bench = async (context) => {
	const {isQuick, sampleBase} = context;
	await using server = await serveEndpoint(isQuick ? 500 : 20_000, 'near');
	const readings: Reading[] = [];
	for (let round = 0; round < (isQuick ? 1 : 3); round++) {
		await sampleBase(3);
		readings.push(...(await read(context, server.url)));
	}

	return [
		{
			id: 'ingest-rate',
			what: 'Reservations per second',
			unit: '/s',
			samples: readings.map(({reservations, ms}) => (reservations / ms) * 1000),
		},
		{
			id: 'ingest-cpu',
			what: 'Reservations per second of CPU',
			unit: '/s',
			samples: readings.map(({reservations, cpuMs}) => (reservations / cpuMs) * 1000),
		},
		{id: 'ingest-stall', what: 'Longest stall of the event loop', unit: 'ms', samples: readings.map(({stallMs}) => stallMs)},
	];
};

async function read({node, library, folder, isQuick}: BenchContext, url: string): Promise<readonly Reading[]> {
	const args = [
		...typescript,
		resolve(import.meta.dirname, 'read-capacity.ts'),
		'--library',
		library,
		'--endpoint',
		url,
		'--rounds',
		isQuick ? '1' : '4',
	];
	const {stdout} = await promisify(execFile)(node, args, {env: {...plainEnv(), ...awsEnv(folder)}});
	return stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
}
