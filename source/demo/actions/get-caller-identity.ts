import type {World} from '../world.js';
import {writeElement} from '../xml.js';
import type {Action} from './action.js';

/** STS wraps its answer in a result element of its own. */
export const getCallerIdentity: Action = {
	parameters: [],
	answer: (_parameters: URLSearchParams, {scenario: {accountId}}: World) => [
		writeElement('GetCallerIdentityResult', {
			Arn: `arn:aws:sts::${accountId}:assumed-role/CapacityViewer/demo`,
			UserId: 'AROAEXAMPLEDEMO000001:demo',
			Account: accountId,
		}),
	],
};
