import {type AdviceRequest, type Schedule, schedules, workloads} from '../core/advise/advice-request.js';
import type {CheckLength} from '../core/check/check-request.js';
import {type CheckFormat, checkFormats} from './check-options.js';
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

/** `timeoutMs` is for each region. */
export type AdviseOptions = SessionOptions & {
	readonly request: AdviceRequest;
	readonly output: CheckFormat;
	/** Where the advice is a Capacity Block, AWS is asked what it sells. */
	readonly asksOfferings: boolean;
};

export function adviseOptions(flags: TypedFlags, scenarios: Scenarios): AdviseOptions {
	const {workload, instanceType, count, start} = flags;
	if (workload === undefined) {
		throw new UsageError(`advise needs --workload: ${workloads.join(', ')}.`);
	}

	const session = sessionOptions(flags, scenarios, parseDuration('--timeout', flags.timeout ?? '30s', {min: '1s', max: '10m'}));
	const length = parseRunLength(flags);
	if (flags.offerings && (instanceType === undefined || count === undefined || length === null)) {
		throw new UsageError(
			'--offerings needs --instance-type, --count and --days or --hours: AWS sells blocks of a type, a count and a length.',
		);
	}

	return {
		...session,
		output: flags.output === undefined ? 'table' : parseChoice('--output', 'format', flags.output, checkFormats),
		asksOfferings: flags.offerings,
		request: {
			workload: parseChoice('--workload', 'workload', workload, workloads),
			schedule: scheduleOf(flags.schedule, length),
			instanceType: instanceType === undefined ? null : parseExactType('--instance-type', instanceType),
			count: count === undefined ? null : parseCount('--count', count, {min: 1, max: mostInstances}),
			length,
			start: start === undefined ? null : parseMoment('--start', start, 'start'),
			regions: session.regions,
		},
	};
}

/** What has a length has an end. */
function scheduleOf(text: string | undefined, length: CheckLength | null): Schedule {
	const schedule = text === undefined ? null : parseChoice('--schedule', 'schedule', text, schedules);
	if (schedule === 'open' && length !== null) {
		throw new UsageError('--schedule open has no end. Leave out --days and --hours, or write --schedule fixed.');
	}

	return schedule ?? (length === null ? 'open' : 'fixed');
}
