import type {CheckPlacement, CheckRequest} from '../core/check/check-request.js';
import {type SessionOptions, sessionOptions} from './session-options.js';
import type {TypedFlags} from './typed-flags.js';
import {UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import {mostInstances, parseCount} from './values/parse-count.js';
import {parseDuration} from './values/parse-duration.js';
import {parseExactType} from './values/parse-exact-type.js';
import {parseMoment} from './values/parse-moment.js';
import {parseRunLength} from './values/parse-run-length.js';
import type {Scenarios} from './values/parse-scenario.js';

/** What the verdict is printed as; `table` is for people. */
export const checkFormats = ['table', 'json', 'yaml'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** `timeoutMs` is for each region. */
export type CheckOptions = SessionOptions & {
	readonly request: CheckRequest;
	readonly output: CheckFormat;
	/** Where nothing that is held fits now, AWS is asked what it sells. */
	readonly asksOfferings: boolean;
};

const placements = ['cluster', 'any'] as const satisfies readonly CheckPlacement[];

export function checkOptions(flags: TypedFlags, scenarios: Scenarios): CheckOptions {
	const {instanceType, count} = flags;
	if (instanceType === undefined || count === undefined) {
		throw new UsageError('check needs --instance-type, --count and --days or --hours: --instance-type p5.48xlarge --count 32 --days 7.');
	}

	const session = sessionOptions(flags, scenarios, parseDuration('--timeout', flags.timeout ?? '30s', {min: '1s', max: '10m'}));
	return {
		...session,
		output: flags.output === undefined ? 'table' : parseChoice('--output', 'format', flags.output, checkFormats),
		asksOfferings: flags.offerings,
		request: {
			instanceType: parseExactType('--instance-type', instanceType),
			count: parseCount('--count', count, {min: 1, max: mostInstances}),
			length: parseRunLength(flags) ?? refuseLength(),
			by: flags.by === undefined ? null : parseMoment('--by', flags.by, 'end'),
			regions: session.regions,
			placement: flags.placement === undefined ? 'cluster' : parseChoice('--placement', 'placement', flags.placement, placements),
		},
	};
}

function refuseLength(): never {
	throw new UsageError('check needs one of --days and --hours.');
}
