import type {Action} from './actions/action.js';
import {ApiError} from './api-error.js';
import type {FaultPage} from './faults.js';
import type {Operation} from './operation.js';
import {readFlag, refuseUnknownParameters} from './query-request.js';

/** The actions of a service that speaks the Query protocol: a form as request, and `DryRun` for all of them. */
export function queryOperations(actions: Readonly<Record<string, Action>>): Readonly<Record<string, Operation>> {
	return Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, queryOperation(action)]));
}

export function queryActionOf({content}: {readonly content: string}): string {
	return new URLSearchParams(content).get('Action') ?? '';
}

export function queryPageOf({content}: {readonly content: string}): FaultPage {
	return new URLSearchParams(content).has('NextToken') ? 'later' : 'first';
}

export function unknownQueryAction(name: string): ApiError {
	return name === ''
		? new ApiError(400, 'MissingAction', 'The request is missing an action or a required parameter.')
		: new ApiError(400, 'InvalidAction', `The action ${name} is not valid for this web service.`);
}

function queryOperation(action: Action): Operation {
	return {
		...(action.limit === undefined ? {} : {limit: action.limit}),
		answer(content, world) {
			const parameters = new URLSearchParams(content);
			refuseUnknownParameters(parameters, action.parameters);
			const isDryRun = readFlag(parameters, 'DryRun');
			const answer = action.answer(parameters, world);
			if (isDryRun) {
				throw new ApiError(412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
			}

			return answer;
		},
	};
}
