import type {ClientRequest} from 'node:http';
import {NodeHttpHandler} from '@smithy/node-http-handler';
import {HttpProxyAgent} from 'http-proxy-agent';
import {HttpsProxyAgent} from 'https-proxy-agent';
import {getProxyForUrl} from 'proxy-from-env';
import {CapacityError} from '../core/errors.js';
import type {Environment} from './profile.js';
import {createDirectHandler, type RequestHandler, type RequestHandlerOptions, timeouts} from './request-handler.js';

type Request = Parameters<NodeHttpHandler['handle']>[0];

/** Sends each request through the proxy that the environment names for its URL, or directly. */
export function createProxyHandler(options: RequestHandlerOptions): RequestHandler {
	checkVariable('HTTPS_PROXY', options.env);
	checkVariable('HTTP_PROXY', options.env);
	const direct = createDirectHandler(options);
	const handlers = new Map<string, NodeHttpHandler>();

	function handlerFor(request: Request): NodeHttpHandler {
		const {protocol, hostname, port} = request;
		const proxy = proxyFor(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`, options.env);
		if (proxy === null) {
			return direct;
		}

		const handler = handlers.get(proxy) ?? createHandler(proxy, options);
		handlers.set(proxy, handler);
		return handler;
	}

	return {
		metadata: direct.metadata,
		handle: async (request, handlerOptions) => handlerFor(request).handle(request, handlerOptions),
		httpHandlerConfigs: () => direct.httpHandlerConfigs(),
		updateHttpClientConfig(key, value) {
			for (const handler of [direct, ...handlers.values()]) {
				handler.updateHttpClientConfig(key, value);
			}
		},
		destroy() {
			for (const handler of [direct, ...handlers.values()]) {
				handler.destroy();
			}
		},
	};
}

/** The agent of the package forgets the authorities that the connection inside the tunnel should trust. */
class TunnelAgent extends HttpsProxyAgent<string> {
	readonly #trusted: {readonly ca?: string};

	constructor(proxy: string, ca: string | null) {
		const trusted = ca === null ? {} : {ca};
		super(proxy, {keepAlive: true, ...trusted});
		this.#trusted = trusted;
	}

	override async connect(request: ClientRequest, options: Parameters<HttpsProxyAgent<string>['connect']>[1]) {
		return super.connect(request, {...options, ...this.#trusted});
	}
}

function createHandler(proxy: string, {ca, timeoutMs}: RequestHandlerOptions): NodeHttpHandler {
	return new NodeHttpHandler({
		...timeouts(timeoutMs),
		httpAgent: new HttpProxyAgent(proxy, {keepAlive: true, ...(ca === null ? {} : {ca})}),
		httpsAgent: new TunnelAgent(proxy, ca),
	});
}

/** The proxy for requests to this origin; `null`: none. It may have a password in it. */
export function proxyFor(origin: string, env: Environment): string | null {
	const proxy = getProxyForUrl(origin);
	const scheme = origin.slice(0, origin.indexOf(':'));
	const given = env[`${scheme}_proxy`] || env[`${scheme.toUpperCase()}_PROXY`];
	// Without a scheme it is an http proxy, as for the AWS CLI; the package takes over the scheme of the request.
	if (given && !given.includes('://') && proxy !== '') {
		return `http://${given}`;
	}

	// A SOCKS proxy in ALL_PROXY is for other programs.
	return /^https?:\/\//.test(proxy) ? proxy : null;
}

/** Names the variable, not its value, which may hold a password. */
function checkVariable(name: string, env: Environment): void {
	const value = env[name.toLowerCase()] || env[name];
	if (value && !/^https?:$/.test(protocolOf(value))) {
		throw new CapacityError('bad_setting', `${name} is not the URL of an http or https proxy.`);
	}
}

function protocolOf(value: string): string {
	const url = value.includes('://') ? value : `http://${value}`;
	return URL.canParse(url) ? new URL(url).protocol : '';
}
