import type {PolicyOptions} from './iam-policy/policy.js';
import type {TypedFlags} from './typed-flags.js';
import {parseList} from './values/parse-list.js';
import {parseRegion} from './values/parse-region.js';

export function iamPolicyOptions(flags: TypedFlags): PolicyOptions {
	return {
		regions: parseList('--regions', flags.regions ?? [])?.map((name) => parseRegion('--regions', name)) ?? null,
		deniesWrites: flags.denyWrites,
	};
}
