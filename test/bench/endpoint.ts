import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {setTimeout as wait} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {type AnswerContext, answerRequest, type DemoRequest, describeRequest} from '../../source/demo/answer-request.js';
import type {Rows} from '../../source/demo/paging.js';
import {listRegions} from '../../source/demo/regions.js';
import type {ReservationRow, Scenario} from '../../source/demo/scenario.js';
import {createScaleScenario} from '../../source/demo/scenarios/scale.js';
import {readCredentialScope} from '../../source/demo/signature.js';
import {createNetwork, roundTripMs} from './network.js';

/*
The embedded endpoint with what a benchmark needs beside it. All 34 regions are enabled. Answers are written once and then remembered, so
that the server is no bottleneck. With --far every region is as far away as it is; GET /network tells how long the answers took, and
DELETE /network closes the connections.
*/
const {values} = parseArgs({options: {reservations: {type: 'string', default: '1000'}, far: {type: 'boolean', default: false}}});
const scenario: Scenario = {...createScaleScenario(Number(values.reservations)), regions: listRegions({enabled: Object.keys(roundTripMs)})};
const network = createNetwork();
const answer = rememberAnswers(scenario);

const server = createServer(async (request, response) => {
	if (request.url === '/network') {
		response.end(JSON.stringify(network.roundTrips()));
		if (request.method === 'DELETE') {
			network.reset();
		}

		return;
	}

	const described = await read(request);
	const region = readCredentialScope(described.authorization)?.region ?? '';
	const trip = values.far ? network.start(region, describeRequest(described).action) : null;
	const {status, body} = answer(described);
	if (trip !== null) {
		await wait(trip.delayMs);
		trip.end();
	}

	response.writeHead(status, {'content-type': 'text/xml;charset=UTF-8'}).end(body);
});

server.listen(0, '127.0.0.1', () => {
	process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});

async function read(request: IncomingMessage): Promise<DemoRequest> {
	return {
		authorization: request.headers.authorization,
		target: undefined,
		content: await text(request),
		requestId: '00000000-0000-4000-8000-000000000000',
		now: scenario.epoch,
	};
}

function rememberAnswers(given: Scenario): (request: DemoRequest) => {readonly status: number; readonly body: string} {
	const rows = new Map<string, Rows<ReservationRow>>();
	const context: AnswerContext = {
		scenario: given,
		findFault: () => null,
		takeCall: () => true,
		rowsIn(region) {
			const known = rows.get(region) ?? given.reservationsIn(region);
			rows.set(region, known);
			return known;
		},
	};
	const answers = new Map<string, {readonly status: number; readonly body: string}>();
	return (request) => {
		const key = `${readCredentialScope(request.authorization)?.region} ${request.content}`;
		const known = answers.get(key);
		if (known !== undefined) {
			return known;
		}

		const {status, body} = answerRequest(request, context);
		const written = {status, body: [...body].join('')};
		answers.set(key, written);
		return written;
	};
}
