import {createPaceKeeper} from '../../core/offerings/pace-keeper.js';
import type {OfferingRequest} from '../../core/offerings/request.js';
import {type OfferingsSearch, searchOfferings} from '../../core/offerings/search-offerings.js';
import type {CapacitySource} from '../../core/regions/source.js';
import type {Session} from '../open-session.js';
import type {ProcessPorts} from '../process-ports.js';
import type {SessionOptions} from '../session-options.js';
import {isUtf8Locale} from '../terminal-settings.js';
import {searchProgressLine} from './search-progress.js';

export type SoldReading = {
	readonly options: SessionOptions;
	readonly session: Session;
	readonly source: CapacitySource;
	readonly ports: ProcessPorts;
	readonly signal: AbortSignal;
};

/** What AWS sells of `request`, asked for once at the pace that it allows; how far that is is told on stderr. */
export async function readSold(request: OfferingRequest, {options, session, source, ports, signal}: SoldReading): Promise<OfferingsSearch> {
	const {stderr, timers, env} = ports;
	const isAscii = options.isAscii || !isUtf8Locale(env);
	const progress = searchProgressLine(stderr, request.subject.count, session.stopwatch, {
		isAscii,
		isLive: stderr.isTTY && env['TERM'] !== 'dumb',
	});
	try {
		return await searchOfferings({
			source,
			request,
			sort: 'start',
			findsLargest: false,
			directory: null,
			keeper: createPaceKeeper(session),
			timeoutMs: options.timeoutMs,
			clock: session.clock,
			timers,
			signal,
			onEvent(event) {
				if (event.type === 'progress') {
					progress.show(event.progress);
				}
			},
		});
	} finally {
		progress.clear();
	}
}
