import type {FanOutEvent} from './fan-out.js';

/** Learns from one refresh in which order its regions are best asked the next time. */
export type AnswerOrder = {
	readonly onEvent: (event: FanOutEvent) => void;
	/** The account's regions, the one that answered last first; `null`: DescribeRegions did not tell them, or one has not answered. */
	readonly slowestFirst: () => readonly string[] | null;
};

/** A region that failed counts by when it did: one that ran out of time is among the slow. */
export function createAnswerOrder(): AnswerOrder {
	const asked = new Set<string>();
	const answered = new Set<string>();
	let isListed = false;
	return {
		onEvent(event) {
			switch (event.type) {
				case 'directory':
					isListed = event.directory.origin === 'ec2';
					break;
				case 'asking':
					for (const region of event.regions) {
						asked.add(region);
					}

					break;
				case 'dropped':
					for (const region of event.regions) {
						asked.delete(region);
						answered.delete(region);
					}

					break;
				case 'answered':
					answered.add(event.result.region);
					break;
				case 'page':
				case 'accelerators':
				case 'account':
					break;
			}
		},
		slowestFirst: () => (isListed && asked.size > 0 && asked.size === answered.size ? [...answered].toReversed() : null),
	};
}

/**
Whether the order is worth a write: it has other regions than the one that is known, or its slowest region was asked late. Which of two far
regions is the slower one changes all the time, and costs a few milliseconds.
*/
export function isWorthKeeping(order: readonly string[], known: readonly string[] | null): boolean {
	const before = new Set(known);
	if (before.size !== order.length || order.some((region) => !before.has(region))) {
		return true;
	}

	const [slowest = ''] = order;
	return [...before].indexOf(slowest) >= order.length / 2;
}
