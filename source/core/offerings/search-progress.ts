import type {Timers} from '../ports.js';
import type {PaceKeeper} from './pace-keeper.js';
import type {PaceProgress} from './pace-words.js';

/** How far a search is. `count`: what is asked for just now, less than was asked for while the largest one is looked for. */
export type SearchProgress = PaceProgress & {readonly count: number};

export type ProgressOptions = {
	readonly keeper: PaceKeeper;
	readonly timers: Timers;
	readonly onEvent?: (event: {readonly type: 'progress'; readonly progress: SearchProgress}) => void;
};

const everyMs = 1000;

/** Tells how far a search is: whenever that changes, and every second while regions are waited for. */
export function createSearchProgress({keeper, timers, onEvent}: ProgressOptions) {
	let all: readonly string[] = [];
	let count = 0;
	let later = 0;
	/** Calls to be made in this round, by the regions that have not answered. */
	const open = new Map<string, number>();
	let timer = timers.after(everyMs, tick);

	function show(): void {
		const held = [...open.keys()].filter((region) => keeper.isHeld(region));
		const leftMs = keeper.remainingMs(new Map(all.map((region) => [region, (open.get(region) ?? 0) + later])));
		onEvent?.({type: 'progress', progress: {asked: all.length - open.size, all: all.length, leftMs, held, count}});
	}

	function tick(): void {
		show();
		timer = timers.after(everyMs, tick);
	}

	return {
		/** A round begins. */
		begin(regions: readonly string[], asksFor: number): void {
			all = [...new Set(regions)];
			count = asksFor;
			open.clear();
			for (const region of all) {
				open.set(region, 1);
			}

			show();
		},
		/** So many rounds are left at most, the next one included. */
		plan(rounds: number): void {
			later = rounds - 1;
		},
		/** A call of the region is sent, or has to be made once more. */
		call(region: string, what: 'sent' | 'held'): void {
			if (open.has(region)) {
				open.set(region, what === 'sent' ? 0 : 1);
				show();
			}
		},
		/** The region answered. */
		end(region: string): void {
			open.delete(region);
			show();
		},
		stop: (): void => timer.cancel(),
	};
}
