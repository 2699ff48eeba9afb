import type {Timer, Timers} from '../ports.js';

/** The reason of a signal whose time is up. */
export class DeadlineError extends Error {
	override readonly name = 'DeadlineError';
}

/** A signal that is aborted with `parent`, or before it by `abort`. `release` lets go of the parent. */
export type LinkedAbort = {
	readonly signal: AbortSignal;
	readonly abort: (reason?: unknown) => void;
	readonly release: () => void;
};

// Not `AbortSignal.any`: in Node 20 its signals can be collected as garbage while somebody still listens.
export function linkAbort(parent: AbortSignal): LinkedAbort {
	const controller = new AbortController();
	const stop = () => controller.abort(parent.reason);
	if (parent.aborted) {
		stop();
	} else {
		parent.addEventListener('abort', stop, {once: true});
	}

	return {
		signal: controller.signal,
		abort: (reason) => controller.abort(reason),
		release: () => parent.removeEventListener('abort', stop),
	};
}

/** Signals for many calls that are all aborted with `parent`. One listener serves them: Node 20 warns of a leak when a signal has more than ten. */
export function shareAbort(parent: AbortSignal): {readonly signal: () => AbortSignal; readonly release: () => void} {
	const controllers: AbortController[] = [];
	const stop = () => {
		for (const controller of controllers) {
			controller.abort(parent.reason);
		}
	};
	parent.addEventListener('abort', stop, {once: true});
	return {
		signal() {
			const controller = new AbortController();
			controllers.push(controller);
			if (parent.aborted) {
				controller.abort(parent.reason);
			}

			return controller.signal;
		},
		release: () => parent.removeEventListener('abort', stop),
	};
}

/** The outcome of `promise`, or the reason of `signal` as soon as that is aborted; a later failure of `promise` is nobody's concern. */
export async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
	let stopListening = () => {};
	const aborted = new Promise<never>((_, reject) => {
		const stop = () => reject(signal.reason);
		if (signal.aborted) {
			stop();
			return;
		}

		signal.addEventListener('abort', stop, {once: true});
		stopListening = () => signal.removeEventListener('abort', stop);
	});
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		stopListening();
	}
}

export type Deadline = {readonly timeoutMs: number; readonly timers: Timers; readonly signal: AbortSignal};

/**
Runs `task` until it is done, its time is up (`DeadlineError`) or `signal` is aborted, whether or not it heeds the signal it gets.
Each `renew` gives it the whole time again.
*/
export async function withDeadline<Value>(
	{timeoutMs, timers, signal}: Deadline,
	task: (signal: AbortSignal, renew: () => void) => Promise<Value>,
): Promise<Value> {
	const link = linkAbort(signal);
	const begin = () => timers.after(timeoutMs, () => link.abort(new DeadlineError(`No answer in ${timeoutMs / 1000} s.`)));
	let timer: Timer | null = begin();
	function renew(): void {
		// A task that goes on after its time was up gets no more of it.
		if (timer !== null && !link.signal.aborted) {
			timer.cancel();
			timer = begin();
		}
	}

	try {
		return await untilAborted(task(link.signal, renew), link.signal);
	} finally {
		timer.cancel();
		timer = null;
		link.release();
	}
}

/** Resolves after `milliseconds`; rejects with the reason of `signal`. */
export async function delay(milliseconds: number, timers: Timers, signal: AbortSignal): Promise<void> {
	let cancel = () => {};
	const elapsed = new Promise<void>((resolve) => {
		cancel = timers.after(milliseconds, resolve).cancel;
	});
	try {
		await untilAborted(elapsed, signal);
	} finally {
		cancel();
	}
}
