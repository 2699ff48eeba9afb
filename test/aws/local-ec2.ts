import {createServer, type IncomingHttpHeaders} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {createEc2Source, type Ec2SourceOptions} from '../../source/aws/ec2-source.js';
import type {CapacitySource} from '../../source/core/regions/source.js';

export type LocalRequest = {
	readonly action: string;
	readonly region: string;
	readonly parameters: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
};

/** XML for an answer, `date` in place of the clock's; `null`: no answer ever. */
export type LocalAnswer = {readonly status?: number; readonly date?: string; readonly xml: string} | null;

export type LocalEc2 = {
	readonly url: string;
	readonly port: number;
	readonly requests: LocalRequest[];
	[Symbol.asyncDispose](): Promise<void>;
};

/** An endpoint on this machine that answers as the test says; with `tls` by https. */
export async function startLocalEc2(
	answer: (request: LocalRequest) => LocalAnswer,
	tls: {readonly key: string; readonly cert: string} | null = null,
): Promise<LocalEc2> {
	const requests: LocalRequest[] = [];
	const listener: Parameters<typeof createServer>[1] = (incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const parameters = new URLSearchParams(Buffer.concat(chunks).toString());
			const region = /Credential=[^/]*\/\d*\/([^/]*)\//.exec(incoming.headers.authorization ?? '')?.[1] ?? '';
			const request = {action: parameters.get('Action') ?? '', region, parameters, headers: incoming.headers};
			requests.push(request);
			const given = answer(request);
			if (given !== null) {
				response.writeHead(given.status ?? 200, {
					'content-type': 'text/xml',
					'x-amzn-requestid': 'req-1',
					...(given.date === undefined ? {} : {date: given.date}),
				});
				response.end(given.xml);
			}
		});
	};
	const server = tls === null ? createServer(listener) : createTlsServer(tls, listener);
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return {
		url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`,
		port,
		requests,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => {
				server.close(resolve);
			});
		},
	};
}

/** A source with fixed keys, as the demo has it. */
export function sourceAt(url: string, options: Partial<Ec2SourceOptions> = {}): CapacitySource & Disposable {
	const source = createEc2Source({...settingsAt(url), ...options});
	// A spread would read `alwaysEnabledRegions` once and for all.
	return Object.assign(source, {[Symbol.dispose]: () => source.close()});
}

/** Its settings. */
export function settingsAt(url: string): Ec2SourceOptions {
	return {
		profile: null,
		endpointUrl: url,
		homeRegion: 'us-east-1',
		asked: null,
		credentials: {accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret'},
		stsAtEndpoint: true,
		useProxy: false,
		askMfaCode: null,
		env: {},
		timeoutMs: 60_000,
		requestLog: null,
	};
}

export function reservationsXml(ids: readonly string[], nextToken = ''): LocalAnswer {
	const items = ids.map(
		(id) => `<item><capacityReservationId>${id}</capacityReservationId><instanceType>p5.48xlarge</instanceType></item>`,
	);
	return {
		xml: `<DescribeCapacityReservationsResponse><capacityReservationSet>${items.join('')}</capacityReservationSet><nextToken>${nextToken}</nextToken></DescribeCapacityReservationsResponse>`,
	};
}

export function errorXml(code: string, message: string, status = 400): LocalAnswer {
	return {
		status,
		xml: `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>req-1</RequestID></Response>`,
	};
}

export function callerXml(account: string): LocalAnswer {
	return {
		xml: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
	};
}

/** All pages of a region, or what it threw. */
export async function readAll(source: CapacitySource, region = 'us-east-1', signal = new AbortController().signal) {
	const pages: string[][] = [];
	for await (const page of source.listReservations(region, signal)) {
		pages.push(page.map(({id}) => id ?? '?'));
	}

	return pages;
}
