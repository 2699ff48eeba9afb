import type {Unit} from './targets.js';

/** What was measured, as often as it was. A measurement without a target is there to explain the others. */
export type Measurement = {readonly id: string; readonly what: string; readonly unit: Unit; readonly samples: readonly number[]};

export type BenchContext = {
	/** The Node that runs the program, and the built program and library. */
	readonly node: string;
	readonly cli: string;
	readonly library: string;
	/** Only to see that everything still runs: as little as possible is measured. */
	readonly isQuick: boolean;
	/** An empty folder; it is removed at the end. */
	readonly folder: string;
	/** Times `node -e 0` on a terminal: before, between and after whatever is to be compared with it. */
	readonly sampleBase: (times?: number) => Promise<void>;
};

export type Bench = (context: BenchContext) => Promise<readonly Measurement[]>;
