import {type Api, ec2Api, stsApi} from './api.js';
import {ApiError} from './api-error.js';
import {faultError} from './fault-error.js';
import type {Fault, FaultFinder, FaultPage} from './faults.js';
import type {Rows} from './paging.js';
import {readFlag, refuseUnknownParameters} from './query-request.js';
import type {ReservationRow, Scenario} from './scenario.js';
import {readCredentialScope} from './signature.js';

/** A request as far as it matters here. */
export type DemoRequest = {
	/** The `Authorization` header. */
	readonly authorization: string | undefined;
	/** The form of the body, or the query string of a GET. */
	readonly parameters: URLSearchParams;
	readonly requestId: string;
	/** The scenario's clock. */
	readonly now: Date;
};

export type Reply = {
	/** The HTTP status. */
	readonly status: number;
	/** The XML, in pieces that are written when they are asked for. */
	readonly body: Iterable<string>;
	/** Milliseconds before the reply begins. */
	readonly latency: number;
	/** What else is to happen to it. */
	readonly fault: Fault | null;
};

export type AnswerContext = {
	readonly scenario: Scenario;
	readonly findFault: FaultFinder;
	readonly rowsIn: (region: string) => Rows<ReservationRow>;
};

/** What the endpoint says to a request. Never throws for a bad request: the error is the reply. */
export function answerRequest(request: DemoRequest, context: AnswerContext): Reply {
	const action = request.parameters.get('Action') ?? '';
	const scope = readCredentialScope(request.authorization);
	const api = (scope?.service ?? serviceOf(action)) === 'sts' ? stsApi : ec2Api;
	const region = context.scenario.regions.find(({name}) => name === scope?.region);
	const latency = region?.latency ?? 0;
	try {
		if (scope === null) {
			throw api.unsigned();
		}

		if (region === undefined || region.optInStatus === 'not-opted-in') {
			throw api.disabledRegion();
		}

		const {isDryRun, fault, content} = act(api, action, request, {...context, region});
		return isDryRun
			? {...replyWithError(wouldSucceed(), api, request.requestId), latency, fault}
			: {status: 200, body: api.writeAnswer(action, content, request.requestId), latency, fault};
	} catch (error) {
		const known = error instanceof ApiError ? error : new ApiError(500, 'InternalError', `An internal error has occurred: ${error}`);
		return {...replyWithError(known, api, request.requestId), latency};
	}
}

/** A refusal before any action was looked at. */
export function replyWithError(error: ApiError, api: Api, requestId: string): Reply {
	return {status: error.status, body: api.writeError(error, requestId), latency: 0, fault: null};
}

function act(
	api: Api,
	name: string,
	{parameters, now}: DemoRequest,
	{scenario, findFault, rowsIn, region}: AnswerContext & {readonly region: Scenario['regions'][number]},
): {readonly isDryRun: boolean; readonly content: Iterable<string>; readonly fault: Fault | null} {
	const action = Object.hasOwn(api.actions, name) ? api.actions[name] : undefined;
	if (action === undefined) {
		throw name === ''
			? new ApiError(400, 'MissingAction', 'The request is missing an action or a required parameter.')
			: new ApiError(400, 'InvalidAction', `The action ${name} is not valid for this web service.`);
	}

	const fault = findFault({region: region.name, action: name, page: pageOf(parameters), now});
	const error = fault === null ? null : faultError(fault, {action: name, accountId: scenario.accountId});
	if (error !== null) {
		throw error;
	}

	refuseUnknownParameters(parameters, action.parameters);
	const isDryRun = readFlag(parameters, 'DryRun');
	const content = action.answer(parameters, {scenario, now, region, rows: rowsIn(region.name)});
	return {isDryRun, fault, content: fault?.kind === 'no-set' ? [] : content};
}

/** EC2's answer to a dry run that is allowed is an error, and comes the way any answer does: where connections break off, it does too. */
function wouldSucceed(): ApiError {
	return new ApiError(412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
}

export function pageOf(parameters: URLSearchParams): FaultPage {
	return parameters.has('NextToken') ? 'later' : 'first';
}

function serviceOf(action: string): string {
	return Object.hasOwn(stsApi.actions, action) ? 'sts' : 'ec2';
}
