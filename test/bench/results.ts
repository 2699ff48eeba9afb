import type {Machine} from './machine.js';
import type {Measurement} from './measurement.js';
import {median, percentile} from './statistics.js';
import {type BenchName, limitOn, type Target, targets, type Unit} from './targets.js';

/** A line of the table. `target`, `limit`, `isMet`: `null` where nothing is demanded. */
export type Row = {
	readonly measurement: string;
	readonly what: string;
	readonly unit: Unit;
	readonly median: number;
	readonly p99: number;
	/** The median in times of `node -e 0`; `null`: it is no time, or no base was taken. */
	readonly bases: number | null;
	readonly runs: number;
	/** Everything that was measured, in its order. */
	readonly samples: readonly number[];
	readonly target: Pick<Target, 'statistic' | 'is' | 'limit'> | null;
	/** In the unit of the measurement, on this machine. */
	readonly limit: number | null;
	readonly isMet: boolean | null;
};

/** `baseMs`: what `node -e 0` took in the same minutes; `null`: it does not matter to this one. */
export type BenchResult = {
	readonly bench: BenchName;
	readonly baseMs: {readonly median: number; readonly p99: number; readonly runs: number} | null;
	readonly rows: readonly Row[];
};

export type Report = {readonly machine: Machine; readonly at: string; readonly isQuick: boolean; readonly results: readonly BenchResult[]};

/** Holds what was measured against the targets: these first, then what is only told. */
export function judge(bench: BenchName, base: readonly number[], measurements: readonly Measurement[]): BenchResult {
	const own = targets.filter((target) => target.bench === bench);
	const baseMs = base.length === 0 ? null : median(base);
	const judged = own.map((target) => rowOf(find(measurements, target), baseMs, target));
	const told = measurements
		.filter(({id}) => !own.some((target) => target.measurement === id))
		.map((measurement) => rowOf(measurement, baseMs, null));
	return {
		bench,
		baseMs: baseMs === null ? null : {median: baseMs, p99: percentile(base, 99), runs: base.length},
		rows: [...judged, ...told],
	};
}

function find(measurements: readonly Measurement[], {measurement: id}: Target): Measurement {
	const found = measurements.find((measurement) => measurement.id === id);
	if (found === undefined) {
		throw new Error(`${id} has a target but was not measured.`);
	}

	return found;
}

function rowOf({id, what, unit, samples}: Measurement, baseMs: number | null, target: Target | null): Row {
	const values = {median: median(samples), p99: percentile(samples, 99)};
	const limit = target === null ? null : limitOn(target, baseMs ?? Number.NaN);
	return {
		measurement: id,
		what: target?.what ?? what,
		unit,
		...values,
		bases: unit === 'ms' && baseMs !== null ? values.median / baseMs : null,
		runs: samples.length,
		samples,
		target: target === null ? null : {statistic: target.statistic, is: target.is, limit: target.limit},
		limit,
		isMet:
			target === null || limit === null
				? null
				: target.is === 'most'
					? values[target.statistic] <= limit
					: values[target.statistic] >= limit,
	};
}
