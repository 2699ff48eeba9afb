import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {CapacityError} from '../core/errors.js';
import type {Clock, Timers} from '../core/ports.js';
import {type AnswerContext, answerRequest, describeRequest, type Reply, replyWithError, type SeenRequest} from './answer-request.js';
import {ec2Api} from './api.js';
import {ApiError} from './api-error.js';
import {createCallTaker} from './call-limit.js';
import {createFaultFinder} from './faults.js';
import {findScenario} from './find-scenario.js';
import type {Rows} from './paging.js';
import type {ReservationRow, Scenario} from './scenario.js';
import {scenarioNames} from './scenario-names.js';
import {sendReply} from './send-reply.js';

/** An endpoint of EC2, STS and the Price List API with a sample account behind it, on this machine only. */
export type DemoEndpoint = {
	/** `http://127.0.0.1:PORT`, for the SDK's `endpoint` or the AWS CLI's `--endpoint-url`. */
	readonly url: string;
	readonly port: number;
	/** The scenario's clock: its epoch, plus the time since the endpoint was started, times `speed`. */
	readonly now: Clock;
	/** Ends open connections too. Nothing keeps the process alive after it. */
	close(): Promise<void>;
};

export type DemoEndpointOptions = {
	/** A scenario, or the name of one. */
	readonly scenario: Scenario | string;
	/** 0, the default, takes any free one. */
	readonly port?: number;
	/** How many seconds of the scenario pass in a real one: more than 0, at most 1,000; 1 by default. Latencies stay as they are. */
	readonly speed?: number;
	/** Real time. */
	readonly clock: Clock;
	/** For latencies and slow answers; real ones by default. */
	readonly timers?: Timers;
	/** Called with each request, before it is answered. */
	readonly onRequest?: (request: SeenRequest) => void;
};

const highestSpeed = 1000;
const bodyLimit = 1_048_576;
const loopback = '127.0.0.1';

/** Throws `CapacityError` (`bad_setting`) for a scenario that does not exist, a speed out of range and a port that cannot be had. */
export async function startDemoEndpoint(options: DemoEndpointOptions): Promise<DemoEndpoint> {
	const {scenario, port = 0, speed = 1, clock, timers = realTimers, onRequest = () => {}} = options;
	refuseBadSpeed(speed);
	const found = typeof scenario === 'string' ? findNamed(scenario) : scenario;
	const startedAt = clock().getTime();
	const now = (): Date => new Date(found.epoch.getTime() + (clock().getTime() - startedAt) * speed);
	const context: AnswerContext = {
		scenario: found,
		findFault: createFaultFinder(found.faults ?? []),
		takeCall: createCallTaker(),
		rowsIn: rememberRows(found),
	};
	let requests = 0;
	const server = createServer((request, response) => {
		requests += 1;
		const requestId = `00000000-0000-4000-8000-${requests.toString(16).padStart(12, '0')}`;
		handle(request, response, {requestId, context, now, timers, onRequest}).catch(() => response.destroy());
	});
	// Longer than a refresh interval, so that clients find their connections open.
	server.keepAliveTimeout = 65_000;
	const actualPort = await listen(server, port);
	return {url: `http://${loopback}:${actualPort}`, port: actualPort, now, close: () => close(server)};
}

function refuseBadSpeed(speed: number): void {
	if (!(speed > 0 && speed <= highestSpeed)) {
		throw new CapacityError('bad_setting', `The demo cannot run at speed ${speed}.`, {
			hint: `Choose a number above 0, up to ${highestSpeed}; 1 is real time.`,
		});
	}
}

type Handling = {
	readonly requestId: string;
	readonly context: AnswerContext;
	readonly now: Clock;
	readonly timers: Timers;
	readonly onRequest: (request: SeenRequest) => void;
};

async function handle(request: IncomingMessage, response: ServerResponse, handling: Handling): Promise<void> {
	const {requestId, context, now, timers, onRequest} = handling;
	let reply: Reply;
	try {
		const {authorization, 'x-amz-target': target} = request.headers;
		const content = await readContent(request);
		const seen = {authorization, target: target?.toString(), content, requestId, now: now()};
		onRequest(describeRequest(seen));
		reply = answerRequest(seen, context);
	} catch (error) {
		if (!(error instanceof ApiError)) {
			throw error;
		}

		// What is left of the request is not read.
		response.setHeader('connection', 'close');
		response.once('finish', () => request.destroy());
		reply = replyWithError(error, ec2Api, requestId);
	}

	await sendReply(response, reply, requestId, timers);
}

async function readContent(request: IncomingMessage): Promise<string> {
	switch (request.method) {
		case 'GET':
			return request.url?.split('?')[1] ?? '';
		case 'POST':
			return readBody(request);
		default:
			throw new ApiError(405, 'MethodNotAllowed', `The method ${request.method} is not allowed. Use POST or GET.`);
	}
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request.iterator({destroyOnReturn: false}) as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > bodyLimit) {
			throw new ApiError(413, 'RequestEntityTooLarge', `The request is longer than ${bodyLimit} bytes.`);
		}

		chunks.push(chunk);
	}

	return Buffer.concat(chunks).toString('utf8');
}

function findNamed(name: string): Scenario {
	const scenario = findScenario(name);
	if (scenario === null) {
		throw new CapacityError('bad_setting', `Unknown scenario "${name}".`, {hint: `Scenarios are ${scenarioNames.join(', ')}.`});
	}

	return scenario;
}

function rememberRows(scenario: Scenario): AnswerContext['rowsIn'] {
	const rowsByRegion = new Map<string, Rows<ReservationRow>>();
	return (region) => {
		const rows = rowsByRegion.get(region) ?? scenario.reservationsIn(region);
		rowsByRegion.set(region, rows);
		return rows;
	};
}

async function listen(server: Server, port: number): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, port)));
		server.listen(port, loopback, resolve);
	});
	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : port;
}

function explainListenError(error: NodeJS.ErrnoException, port: number): CapacityError {
	const hint = 'Choose another port, or 0 for any free one.';
	const problem = error.code === 'EADDRINUSE' ? 'is already in use' : `cannot be opened (${error.code ?? error.message})`;
	return new CapacityError('bad_setting', `Port ${port} on ${loopback} ${problem}.`, {hint, cause: error});
}

async function close(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

const realTimers: Timers = {
	after(milliseconds, callback) {
		const timer = setTimeout(callback, milliseconds).unref();
		return {cancel: () => clearTimeout(timer)};
	},
};
