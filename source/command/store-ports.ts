import type {StorePorts} from '../store/types.js';
import type {Session} from './open-session.js';
import type {ProcessPorts} from './process-ports.js';
import type {SessionOptions} from './session-options.js';

/** What a store needs of the outside world, for this session. */
export function storePorts(options: SessionOptions, {openSource, clock, stopwatch, timers}: Session, {random}: ProcessPorts): StorePorts {
	const {intervalMs, isIntervalExplicit, timeoutMs, speed} = options;
	return {
		openSource,
		clock,
		stopwatch,
		timers,
		random,
		intervalMs,
		isIntervalExplicit,
		// An answer takes its real time, whatever the speed of the demo's clock.
		timeoutMs: timeoutMs * speed,
	};
}
