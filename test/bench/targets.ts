/** The parts of the benchmark; each can be run alone, by its name. */
export const benchNames = ['startup', 'keys', 'bytes', 'idle', 'ingest', 'fanout', 'memory', 'package'] as const;

export type BenchName = (typeof benchNames)[number];

export type Unit = '' | 'ms' | 'x' | 'B' | 'B/s' | '%' | 'MB' | '/s';

/**
How much is allowed. `absolute`: this much on any machine. `scaled`: on a machine on which `node -e 0` takes 30 ms; more where it takes
longer, less where it is a matter of throughput. `bases`: so many times as long as `node -e 0`.
*/
export type Limit = {readonly kind: 'absolute' | 'scaled' | 'bases'; readonly value: number};

export type Target = {
	readonly bench: BenchName;
	/** The measurement that it is about. */
	readonly measurement: string;
	readonly what: string;
	readonly statistic: 'median' | 'p99';
	readonly is: 'most' | 'least';
	readonly limit: Limit;
};

/** What `node -e 0` takes on the machine that scaled limits are for. */
export const baseMs = 30;

export const targets: readonly Target[] = [
	most('startup', 'first-frame', 'First frame', bases(4.5)),
	most('startup', 'remembered-frame', 'First frame, with the rows of the last time', bases(4.5)),
	most('startup', 'help', '--help', bases(2.5)),
	most('startup', 'first-rows', 'First live rows after the first frame', scaled(120)),
	most('keys', 'key-120x40', 'Key to last byte, 120x40, 100,000 reservations', scaled(5)),
	most('keys', 'key-120x40', 'The same, p99', scaled(10), 'p99'),
	most('keys', 'key-200x60', 'Key to last byte, 200x60, p99', scaled(16), 'p99'),
	most('bytes', 'bytes-odcrs', 'Bytes of a cursor move, ODCRs', absolute(400)),
	most('bytes', 'bytes-blocks', 'Bytes of a cursor move, Capacity Blocks', absolute(400)),
	most('bytes', 'bytes-idle', 'Bytes per second, idle', absolute(300)),
	most('idle', 'idle-cpu', 'CPU of a core, idle', absolute(2)),
	least('ingest', 'ingest-rate', 'Reservations read and normalised per second', scaled(10_000)),
	most('ingest', 'ingest-stall', 'Longest stall of the event loop meanwhile', scaled(20)),
	most('fanout', 'fanout', 'Report over 34 regions, to the slowest one’s own round trips', absolute(1.25)),
	most('memory', 'memory-1000', 'Memory with 1,000 reservations', absolute(160)),
	most('memory', 'memory-100000', 'Memory with 100,000 reservations', absolute(450)),
	most('memory', 'memory-growth', 'Growth of the heap over 10,000 refreshes', absolute(5)),
	most('package', 'package-size', 'Size of the packed package', absolute(1.5)),
	most('package', 'package-dependencies', 'Runtime dependencies to download', absolute(0)),
];

/** The limit in the measurement's own unit, on a machine with this base. */
export function limitOn({is, limit}: Target, base: number): number {
	switch (limit.kind) {
		case 'absolute':
			return limit.value;
		case 'bases':
			return limit.value * base;
		case 'scaled':
			return is === 'most' ? (limit.value * base) / baseMs : (limit.value * baseMs) / base;
	}
}

function most(bench: BenchName, measurement: string, what: string, limit: Limit, statistic: Target['statistic'] = 'median'): Target {
	return {bench, measurement, what, statistic, is: 'most', limit};
}

function least(bench: BenchName, measurement: string, what: string, limit: Limit): Target {
	return {bench, measurement, what, statistic: 'median', is: 'least', limit};
}

function absolute(value: number): Limit {
	return {kind: 'absolute', value};
}

function scaled(value: number): Limit {
	return {kind: 'scaled', value};
}

function bases(value: number): Limit {
	return {kind: 'bases', value};
}
