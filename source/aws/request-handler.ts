import {readFile} from 'node:fs/promises';
import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import {NodeHttpHandler} from '@smithy/node-http-handler';
import {CapacityError} from '../core/errors.js';
import {safeText} from '../core/words/safe-text.js';
import type {Environment, Profile} from './profile.js';

/** What the SDK wants of the thing that sends its requests. */
export type RequestHandler = Pick<NodeHttpHandler, 'handle' | 'destroy' | 'metadata' | 'updateHttpClientConfig' | 'httpHandlerConfigs'>;

export type RequestHandlerOptions = {
	/** PEM text of the authorities to trust in place of Node's; `null`: Node's. */
	readonly ca: string | null;
	readonly useProxy: boolean;
	readonly env: Environment;
	/** To connect, and from a request to the head of its answer. */
	readonly timeoutMs: number;
};

/** The one handler of all clients: its connections are kept alive and shared. */
export async function createRequestHandler(options: RequestHandlerOptions): Promise<RequestHandler> {
	if (options.useProxy && hasProxy(options.env)) {
		const {createProxyHandler} = await import('./proxy-handler.js');
		return createProxyHandler(options);
	}

	return createDirectHandler(options);
}

export function createDirectHandler({ca, timeoutMs}: RequestHandlerOptions): NodeHttpHandler {
	return new NodeHttpHandler({
		...timeouts(timeoutMs),
		httpAgent: new HttpAgent({keepAlive: true}),
		httpsAgent: new HttpsAgent({keepAlive: true, ...(ca === null ? {} : {ca})}),
	});
}

/** Credentials are asked for with this handler too, and nothing else would end such a call. */
export function timeouts(timeoutMs: number) {
	return {connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true} as const;
}

/** The authorities of `AWS_CA_BUNDLE` or the profile's `ca_bundle`; `null` when neither is set. */
export async function readCaBundle(profile: Profile, env: Environment): Promise<string | null> {
	const setting = caBundleSetting(profile, env);
	if (setting === null) {
		return null;
	}

	const [path, place] = setting;
	const file = `The CA bundle "${safeText(path)}" of ${place}`;
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
		throw new CapacityError('bad_setting', `${file} cannot be read (${code}).`, {cause: error});
	}

	if (!text.includes('-----BEGIN')) {
		throw new CapacityError('bad_setting', `${file} holds no certificate.`);
	}

	return text;
}

/** The path of the bundle, and the name of the setting that it comes from. */
export function caBundleSetting(profile: Profile, env: Environment): readonly [path: string, place: string] | null {
	if (env['AWS_CA_BUNDLE']) {
		return [env['AWS_CA_BUNDLE'], 'AWS_CA_BUNDLE'];
	}

	const path = profile.settings['ca_bundle'];
	return path ? [path, `ca_bundle of profile "${safeText(profile.name)}"`] : null;
}

export function hasProxy(env: Environment): boolean {
	return ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].some((name) => Boolean(env[name] || env[name.toLowerCase()]));
}
