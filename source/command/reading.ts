import type {CollectOptions} from '../core/regions/collect-snapshot.js';
import type {CapacitySource} from '../core/regions/source.js';
import type {Session} from './open-session.js';
import type {ProcessPorts} from './process-ports.js';
import type {SessionOptions} from './session-options.js';

/** One reading of all regions, for a command that asks once: all at the same time, with no more known before than their order. */
export function readingOf(
	{regions, timeoutMs}: Pick<SessionOptions, 'regions' | 'timeoutMs'>,
	source: CapacitySource,
	{clock, regionOrder}: Session,
	{timers}: ProcessPorts,
	signal: AbortSignal,
): Omit<CollectOptions, 'isEnough' | 'needsAccount'> {
	return {
		source,
		asked: regions,
		directory: null,
		knownTypes: new Map(),
		concurrency: Number.POSITIVE_INFINITY,
		timeoutMs,
		clock,
		timers,
		signal,
		...regionOrder()?.reading(),
	};
}
