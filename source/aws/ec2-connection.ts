import {EC2Client, type EC2ClientConfig} from '@aws-sdk/client-ec2';
import {streamCollector} from '@smithy/node-http-handler';
import {createPacer, type Pacer} from './create-pacer.js';
import {type Credentials, createCredentials, fixedCredentials, renewalOf} from './credentials.js';
import type {Ec2SourceOptions} from './ec2-source.js';
import {type Endpoints, resolveEndpoints} from './endpoints.js';
import {homeRegionOf} from './home-region.js';
import {logCredentialRequests} from './log-credential-requests.js';
import {type PriceListPlace, priceListPlace} from './pricing/price-list-place.js';
import {type Profile, readProfile} from './profile.js';
import {createRequestHandler, type RequestHandler, readCaBundle} from './request-handler.js';
import {logRequests, type RequestTracker, trackRequests} from './request-log.js';
import {silentLogger} from './silent-logger.js';

/** Everything that is settled once: files read, endpoints, credentials, the shared request handler. */
export type Ec2Connection = {
	/** Where DescribeRegions and STS are asked. */
	readonly homeRegion: string;
	readonly profile: Profile;
	readonly endpoints: Endpoints;
	/** `null`: prices cannot be asked for. */
	readonly priceList: PriceListPlace | null;
	readonly credentials: Credentials;
	/** How the credentials are renewed, a sentence. */
	readonly renewal: string;
	/** The settings of a client for any service. */
	readonly clientConfig: ClientConfig;
	/** What a client that is not of EC2 tells of its requests; `null`: nobody wants to know. */
	readonly requests: RequestTracker | null;
	/** The region's client, made when it is first wanted. */
	readonly clientOf: (region: string) => EC2Client;
	readonly pacer: Pacer;
	readonly close: () => void;
};

export type ClientConfig = {
	readonly requestHandler: RequestHandler;
	readonly credentials: Credentials['provider'];
	readonly logger: typeof silentLogger;
	readonly streamCollector: typeof streamCollector;
	readonly profile?: string;
	readonly ignoreConfiguredEndpointUrls: true;
};

/** Throws `CapacityError` (`bad_setting`). */
export async function openConnection(options: Ec2SourceOptions): Promise<Ec2Connection> {
	const isDemo = options.credentials !== null;
	const env = isDemo ? {} : options.env;
	const profile = isDemo ? noProfile : await readProfile(options.profile, env);
	const endpoints = resolveEndpoints(options, profile, env);
	const homeRegion = homeRegionOf(options, profile, env);
	const ca = await readCaBundle(profile, env);
	const requestHandler = await createRequestHandler({ca, useProxy: options.useProxy, env, timeoutMs: options.timeoutMs});
	const {askMfaCode} = options;
	const requests = options.requestLog === null ? null : trackRequests(options.requestLog);
	const credentialHandler = requests === null ? requestHandler : logCredentialRequests(requestHandler, requests);
	const credentials =
		options.credentials === null
			? createCredentials({profile, profileName: options.profile, homeRegion, requestHandler: credentialHandler, askMfaCode})
			: fixedCredentials(options.credentials);
	const pacer = createPacer(options.showsRowsAsTheyCome === true ? readsToFirstRows : 0);
	const clientConfig: ClientConfig = {
		requestHandler,
		credentials: credentials.provider,
		logger: silentLogger,
		async streamCollector(stream) {
			const body = await streamCollector(stream);
			await pacer.toRead();
			return body;
		},
		ignoreConfiguredEndpointUrls: true,
		...(options.profile === null ? {} : {profile: options.profile}),
		...(isDemo ? ownSettings : {}),
	};
	const clients = new Map<string, EC2Client>();

	function clientOf(region: string): EC2Client {
		const known = clients.get(region);
		if (known !== undefined) {
			return known;
		}

		const client = new EC2Client(ec2Config(clientConfig, region, endpoints.ec2));
		clients.set(region, client);
		if (requests !== null) {
			logRequests(client, {service: 'ec2', region}, requests);
		}

		return client;
	}

	return {
		homeRegion,
		profile,
		endpoints,
		priceList: priceListPlace(options, {profile, env, endpoints, homeRegion}),
		credentials,
		renewal: renewalOf(profile, env),
		clientConfig,
		requests,
		clientOf,
		pacer,
		close() {
			requests?.giveUp();
			requestHandler.destroy();
		},
	};
}

/** The list of regions and the pages of two regions: a turn to parse each, and for pages another one to turn them into rows. */
const readsToFirstRows = 5;

const noProfile: Profile = {name: 'default', isNamed: false, exists: false, settings: {}, sources: [], services: {}, known: []};

/** What the SDK would else read from the environment and the files, of which the demo is to be independent. */
const ownSettings = {
	retryMode: 'standard',
	maxAttempts: 3,
	defaultsMode: 'standard',
	useFipsEndpoint: false,
	useDualstackEndpoint: false,
	userAgentAppId: '',
	authSchemePreference: [],
} as const satisfies EC2ClientConfig;

function ec2Config(config: ClientConfig, region: string, endpoint: string | null): EC2ClientConfig {
	return {...config, region, ...(endpoint === null ? {} : {endpoint})};
}
