import type {Clock, Timers} from '../ports.js';
import {DeadlineError, linkAbort, untilAborted} from '../regions/abort.js';
import {toFailure} from '../regions/to-failure.js';
import type {Offering} from './offering.js';
import type {OfferingsResult} from './offerings-result.js';
import type {OfferingsAnswer, PacedCall} from './offerings-source.js';
import type {PaceKeeper} from './pace-keeper.js';

export type RegionQuestion<Found extends Offering> = {
	readonly region: string;
	readonly ask: (paced: PacedCall) => Promise<OfferingsAnswer<Found>>;
	readonly keeper: PaceKeeper;
	/** For one answer; the time in which a turn is waited for does not count. */
	readonly timeoutMs: number;
	readonly clock: Clock;
	/** For that deadline. */
	readonly timers: Timers;
	readonly signal: AbortSignal;
	readonly onCall: OnCall;
};

/** A call of the region is sent, or has to be made once more since the region asked to wait. */
export type OnCall = (region: string, what: 'sent' | 'held') => void;

/** Asks one region when it may be asked, and once more after it asked to wait. Rejects only with the reason of the signal. */
export async function askRegion<Found extends Offering>(question: RegionQuestion<Found>): Promise<OfferingsResult<Found>> {
	const {region, keeper, signal, onCall} = question;
	for (;;) {
		await keeper.takeTurn(region, signal);
		onCall(region, 'sent');
		const result = await askOnce(question);
		// An API that is throttled for other reasons is as little helped by asking at once.
		if (result.status !== 'limited' && result.status !== 'throttled') {
			keeper.recordPassed(region);
			return result;
		}

		if (!keeper.recordLimit(region)) {
			return result;
		}

		onCall(region, 'held');
	}
}

async function askOnce<Found extends Offering>(question: RegionQuestion<Found>): Promise<OfferingsResult<Found>> {
	const {region, ask, keeper, timeoutMs, clock, timers, signal, onCall} = question;
	const link = linkAbort(signal);
	const startTimer = () => timers.after(timeoutMs, () => link.abort(new DeadlineError(`No answer in ${timeoutMs / 1000} s.`)));
	let timer = startTimer();
	const paced: PacedCall = {
		signal: link.signal,
		async nextTurn() {
			timer.cancel();
			await keeper.takeTurn(region, link.signal);
			timer = startTimer();
			onCall(region, 'sent');
		},
	};
	try {
		const answer = await untilAborted(ask(paced), link.signal);
		return answer.kind === 'refused'
			? {region, status: answer.refusal, message: answer.message}
			: {region, status: answer.offerings.length === 0 ? 'empty' : 'ok', offerings: answer.offerings, fetchedAt: clock()};
	} catch (error) {
		signal.throwIfAborted();
		const failure = toFailure(error, timeoutMs);
		return {region, status: failure.status, failure};
	} finally {
		timer.cancel();
		link.release();
	}
}
