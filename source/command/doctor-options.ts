import {type SessionOptions, sessionOptions} from './session-options.js';
import type {TypedFlags} from './typed-flags.js';
import {parseChoice} from './values/parse-choice.js';
import {parseDuration} from './values/parse-duration.js';
import type {Scenarios} from './values/parse-scenario.js';

/** `timeoutMs` is for one answer. */
export type DoctorOptions = SessionOptions & {
	/** `null`: lines for a person. */
	readonly output: 'json' | null;
};

const outputs = ['json'] as const;

export function doctorOptions(flags: TypedFlags, scenarios: Scenarios): DoctorOptions {
	return {
		output: flags.output === undefined ? null : parseChoice('--output', 'format', flags.output, outputs),
		...sessionOptions(flags, scenarios, parseDuration('--timeout', flags.timeout ?? '10s', {min: '1s', max: '10m'})),
	};
}
