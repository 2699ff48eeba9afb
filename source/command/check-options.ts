import type {CheckLength, CheckPlacement, CheckRequest} from '../core/check/check-request.js';
import type {TypedFlags} from './read-flags.js';
import {type SessionOptions, sessionOptions} from './session-options.js';
import {UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import {mostInstances, parseCount} from './values/parse-count.js';
import {parseDuration} from './values/parse-duration.js';
import {parseInstanceType} from './values/parse-instance-type.js';
import {parseMoment} from './values/parse-moment.js';
import type {Scenarios} from './values/parse-scenario.js';

/** What the verdict is printed as; `table` is for people. */
export const checkFormats = ['table', 'json', 'yaml'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** `timeoutMs` is for each region. */
export type CheckOptions = SessionOptions & {
	readonly request: CheckRequest;
	readonly output: CheckFormat;
};

const placements = ['cluster', 'any'] as const satisfies readonly CheckPlacement[];

/** Longer than any plan. */
const mostDays = 3650;

export function checkOptions(flags: TypedFlags, scenarios: Scenarios): CheckOptions {
	const {instanceType, count} = flags;
	if (instanceType === undefined || count === undefined) {
		throw new UsageError('check needs --instance-type, --count and --days or --hours: --instance-type p5.48xlarge --count 32 --days 7.');
	}

	const session = sessionOptions(flags, scenarios, parseDuration('--timeout', flags.timeout ?? '30s', {min: '1s', max: '10m'}));
	return {
		...session,
		output: flags.output === undefined ? 'table' : parseChoice('--output', 'format', flags.output, checkFormats),
		request: {
			instanceType: exactType(instanceType),
			count: parseCount('--count', count, {min: 1, max: mostInstances}),
			length: parseLength(flags),
			by: flags.by === undefined ? null : parseMoment('--by', flags.by, 'end'),
			regions: session.regions,
			placement: flags.placement === undefined ? 'cluster' : parseChoice('--placement', 'placement', flags.placement, placements),
		},
	};
}

/** Patterns are for filters: of several types none would be the one that fits. */
function exactType(text: string): string {
	const type = parseInstanceType('--instance-type', text);
	if (/[*?]/.test(type)) {
		throw new UsageError('--instance-type takes one type, not a pattern: p5.48xlarge.');
	}

	return type;
}

function parseLength({days, hours}: TypedFlags): CheckLength {
	if ((days === undefined) === (hours === undefined)) {
		throw new UsageError('check needs one of --days and --hours.');
	}

	return days === undefined
		? {unit: 'hours', amount: parseCount('--hours', hours ?? '', {min: 1, max: mostDays * 24})}
		: {unit: 'days', amount: parseCount('--days', days, {min: 1, max: mostDays})};
}
