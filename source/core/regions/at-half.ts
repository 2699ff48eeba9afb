import type {FanOutEvent} from './fan-out.js';
import type {RegionResult} from './region-result.js';

/** How far a refresh has come. */
export type AnswersSoFar = {
	readonly results: () => readonly RegionResult[];
	/** Whether a region that was asked has not answered. */
	readonly isWaiting: () => boolean;
};

/**
Calls back once, when half of the regions that were asked have answered: all have been asked by then, and the farthest ones are still to be
waited for. Returns what is to be told of the refresh.
*/
export function atHalf(callBack: (soFar: AnswersSoFar) => void): (event: FanOutEvent) => void {
	const asked = new Set<string>();
	const answered = new Map<string, RegionResult>();
	let isOver = false;
	return (event) => {
		switch (event.type) {
			case 'asking':
				for (const region of event.regions) {
					asked.add(region);
				}

				return;
			case 'dropped':
				for (const region of event.regions) {
					asked.delete(region);
					answered.delete(region);
				}

				break;
			case 'answered':
				answered.set(event.result.region, event.result);
				break;
			case 'directory':
			case 'page':
			case 'accelerators':
			case 'account':
				return;
		}

		if (!isOver && answered.size > 0 && answered.size >= asked.size / 2) {
			isOver = true;
			callBack({results: () => [...answered.values()], isWaiting: () => [...asked].some((region) => !answered.has(region))});
		}
	};
}
