import type {ServerResponse} from 'node:http';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {setImmediate} from 'node:timers/promises';
import type {Timers} from '../core/ports.js';
import type {Reply} from './answer-request.js';

const batchLength = 65_536;
/** Bytes that a cut answer promises; more than it has. */
const promisedLength = 2 ** 24;
const trickleInterval = 100;
/** Well-formed, so that an XML parser takes it for an answer without anything in it. */
const signInPage = '<html><head><title>Sign in</title></head><body><h1>Network sign-in</h1></body></html>\n';
const gatewayPage =
	'<html>\n<head><title>Bad Gateway</title></head>\n<body>\n<center><h1>Bad Gateway</h1></center>\n<hr>\n</body>\n</html>\n';

/** Writes a reply, late or broken where its scenario says so. Resolves when there is nothing more to write. */
export async function sendReply(response: ServerResponse, reply: Reply, requestId: string, timers: Timers): Promise<void> {
	response.setHeader('x-amzn-requestid', requestId);
	response.setHeader('content-type', reply.contentType);
	response.statusCode = reply.status;
	if (reply.latency > 0) {
		await wait(response, reply.latency, timers);
	}

	switch (reply.fault?.kind) {
		case 'hang':
			return;
		case 'empty-500':
			response.statusCode = 500;
			response.end();
			return;
		case 'html':
			response.statusCode = reply.fault.status;
			response.setHeader('content-type', 'text/html');
			response.end(reply.fault.status < 400 ? signInPage : gatewayPage);
			return;
		case 'malformed':
			response.end(`${firstHalf(reply.body)}</mismatched>`);
			return;
		case 'truncate':
			response.end(firstHalf(reply.body));
			return;
		case 'cut':
			response.setHeader('content-length', promisedLength);
			response.write(firstHalf(reply.body), () => response.socket?.end());
			return;
		case 'reset':
			response.write(firstHalf(reply.body), () => response.socket?.resetAndDestroy());
			return;
		case 'drop':
			response.socket?.end();
			return;
		case 'trickle':
			return trickle(response, [...reply.body].join(''), reply.fault.bytesPerSecond, timers);
		default:
			return stream(response, reply.body);
	}
}

/** A large answer leaves in batches, and lets the event loop turn between them: the demo's app runs in the same process. */
async function stream(response: ServerResponse, body: Iterable<string>): Promise<void> {
	const batches = batch(body);
	const first = batches.next();
	const second = batches.next();
	if (second.done) {
		response.end(first.value ?? '');
		return;
	}

	await pipeline(
		Readable.from(
			(async function* () {
				yield first.value;
				yield second.value;
				for (const text of batches) {
					await setImmediate();
					yield text;
				}
			})(),
		),
		response,
	);
}

function* batch(pieces: Iterable<string>): Generator<string, undefined> {
	let text = '';
	for (const piece of pieces) {
		text += piece;
		if (text.length >= batchLength) {
			yield text;
			text = '';
		}
	}

	yield text;
}

async function trickle(response: ServerResponse, text: string, bytesPerSecond: number, timers: Timers): Promise<void> {
	const bytes = Buffer.from(text);
	const step = Math.max(1, Math.round((bytesPerSecond * trickleInterval) / 1000));
	for (let sent = 0; sent < bytes.length && !response.destroyed; sent += step) {
		response.write(bytes.subarray(sent, sent + step));
		await wait(response, trickleInterval, timers);
	}

	response.end();
}

/** Ends early when the connection does. */
async function wait(response: ServerResponse, milliseconds: number, timers: Timers): Promise<void> {
	await new Promise<void>((resolve) => {
		const timer = timers.after(milliseconds, () => {
			response.off('close', stop);
			resolve();
		});
		response.once('close', stop);

		function stop(): void {
			timer.cancel();
			resolve();
		}
	});
}

function firstHalf(body: Iterable<string>): string {
	const text = [...body].join('');
	return text.slice(0, Math.floor(text.length / 2));
}
