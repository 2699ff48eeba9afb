import {type Api, ec2Api, stsApi} from './api.js';
import {ApiError} from './api-error.js';
import type {CallTaker} from './call-limit.js';
import {faultError} from './fault-error.js';
import type {Fault, FaultFinder, FaultPage} from './faults.js';
import type {Operation} from './operation.js';
import type {Rows} from './paging.js';
import {priceListApi} from './price-list/price-list-api.js';
import type {ReservationRow, Scenario} from './scenario.js';
import {readCredentialScope} from './signature.js';

/** A request as far as it matters here. */
export type DemoRequest = {
	/** The `Authorization` header. */
	readonly authorization: string | undefined;
	/** The `X-Amz-Target` header, by which the JSON protocol names its operations. */
	readonly target: string | undefined;
	/** The body, or the query string of a GET. */
	readonly content: string;
	readonly requestId: string;
	/** The scenario's clock. */
	readonly now: Date;
};

export type Reply = {
	/** The HTTP status. */
	readonly status: number;
	readonly contentType: string;
	/** The document, in pieces that are written when they are asked for. */
	readonly body: Iterable<string>;
	/** Milliseconds before the reply begins. */
	readonly latency: number;
	/** What else is to happen to it. */
	readonly fault: Fault | null;
};

export type AnswerContext = {
	readonly scenario: Scenario;
	readonly findFault: FaultFinder;
	readonly takeCall: CallTaker;
	readonly rowsIn: (region: string) => Rows<ReservationRow>;
};

const apis: readonly Api[] = [ec2Api, stsApi, priceListApi];

/** What the endpoint says to a request. Never throws for a bad request: the error is the reply. */
export function answerRequest(request: DemoRequest, context: AnswerContext): Reply {
	const scope = readCredentialScope(request.authorization);
	const api = apiOf(request, scope?.service);
	const region = context.scenario.regions.find(({name}) => name === scope?.region);
	const latency = region?.latency ?? 0;
	let fault: Fault | null = null;
	try {
		if (scope === null) {
			throw api.unsigned();
		}

		if (region === undefined || region.optInStatus === 'not-opted-in') {
			throw api.disabledRegion();
		}

		if (!(api.regions?.includes(region.name) ?? true)) {
			throw new ApiError(400, 'InvalidSignatureException', `Credential should be scoped to a valid region, not '${region.name}'. `);
		}

		const action = api.actionOf(request);
		const operation = operationOf(api, action);
		// Errors break off as answers do, that to a dry run among them.
		fault = context.findFault({region: region.name, action, page: api.pageOf(request), now: request.now});
		const content = act({api, action, operation, fault}, request, {...context, region});
		const body = api.writeAnswer(action, content, request.requestId);
		return {status: 200, contentType: api.contentType, body, latency, fault};
	} catch (error) {
		const known = error instanceof ApiError ? error : new ApiError(500, 'InternalError', `An internal error has occurred: ${error}`);
		return {...replyWithError(known, api, request.requestId), latency, fault};
	}
}

/** A request as it came; `region` is `null` when it was not signed, `action` is empty when there was none. */
export type SeenRequest = {readonly region: string | null; readonly action: string; readonly page: FaultPage};

export function describeRequest(request: DemoRequest): SeenRequest {
	const scope = readCredentialScope(request.authorization);
	const api = apiOf(request, scope?.service);
	return {region: scope?.region ?? null, action: api.actionOf(request), page: api.pageOf(request)};
}

/** A refusal before any action was looked at. */
export function replyWithError(error: ApiError, api: Api, requestId: string): Reply {
	const own = api.inOwnTerms(error);
	return {status: own.status, contentType: api.contentType, body: api.writeError(own, requestId), latency: 0, fault: null};
}

function operationOf(api: Api, name: string): Operation {
	const operation = Object.hasOwn(api.operations, name) ? api.operations[name] : undefined;
	if (operation === undefined) {
		throw api.unknownAction(name);
	}

	return operation;
}

type Asked = {readonly api: Api; readonly action: string; readonly operation: Operation; readonly fault: Fault | null};

function act(
	{api, action, operation, fault}: Asked,
	{content, now}: DemoRequest,
	{scenario, takeCall, rowsIn, region}: AnswerContext & {readonly region: Scenario['regions'][number]},
): Iterable<string> {
	const error = fault === null ? null : faultError(fault, {service: api.service, action, accountId: scenario.accountId});
	if (error !== null) {
		throw error;
	}

	if (operation.limit !== undefined && !takeCall(`${region.name}/${action}`, operation.limit, now)) {
		throw describeLimitExceeded(action, region.name);
	}

	const answer = operation.answer(content, {scenario, now, region, rows: rowsIn(region.name)});
	return fault?.kind === 'no-set' ? [] : answer;
}

/** The code is AWS's, and unknown to the retries of its SDKs; the status and the words are not known. */
function describeLimitExceeded(action: string, region: string): ApiError {
	return new ApiError(
		400,
		'CapacityBlockDescribeLimitExceeded',
		`You have reached the limit of ${action} requests for this account in ${region}. Try again later.`,
	);
}

/** The one that the request is signed for; of an unsigned one, the one that has such an action. */
function apiOf(request: DemoRequest, service: string | undefined): Api {
	const isMeant =
		service === undefined ? (api: Api) => Object.hasOwn(api.operations, api.actionOf(request)) : (api: Api) => api.service === service;
	return apis.find(isMeant) ?? ec2Api;
}
