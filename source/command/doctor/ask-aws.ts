import type {CallerVerdict, Examination} from '../../aws/examine/open-examination.js';
import type {ProbedAction, Verdict} from '../../aws/examine/probe-action.js';
import type {Timers} from '../../core/ports.js';
import {DeadlineError, withDeadline} from '../../core/regions/abort.js';
import {builtinDirectory, partitionOf} from '../../core/regions/regions.js';
import type {RegionDirectory} from '../../core/regions/source.js';

/** What is asked of AWS, each answer within its time. All reject with the reason of the signal. */
export type AwsQuestions = {
	readonly probe: (action: ProbedAction, region: string) => Promise<Verdict>;
	/** `null`: there is nobody to ask. */
	readonly caller: () => Promise<CallerVerdict | null>;
	readonly regions: () => Promise<RegionDirectory>;
};

export type AskOptions = {readonly timeoutMs: number; readonly timers: Timers; readonly signal: AbortSignal};

export function askAws({probe, caller, regions, settings}: Examination, {timeoutMs, timers, signal}: AskOptions): AwsQuestions {
	async function within<Answer>(ask: (signal: AbortSignal) => Promise<Answer>, late: Answer): Promise<Answer> {
		try {
			return await withDeadline({timeoutMs, timers, signal}, ask);
		} catch (error) {
			if (error instanceof DeadlineError) {
				return late;
			}

			throw error;
		}
	}

	const silence: Verdict = {
		kind: 'unknown',
		failure: {
			status: 'timeout',
			code: 'Timeout',
			message: `No answer in ${timeoutMs / 1000} s: allow more with --timeout, or leave the region out with --regions.`,
			requestId: null,
		},
	};
	return {
		probe: async (action, region) => within(async (own) => probe(action, region, own), silence),
		caller: async () => (caller === null ? null : within(caller, {verdict: silence, account: null})),
		regions: async () => within(regions, builtinDirectory(partitionOf(settings.homeRegion), 'DescribeRegions did not answer.')),
	};
}
