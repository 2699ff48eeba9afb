/** One flag as meow takes it. A `string` flag needs a value, a `boolean` one has none; lists may be repeated. */
export type FlagSpec = {
	readonly type: 'boolean' | 'string';
	readonly shortFlag?: string;
	readonly isMultiple?: true;
	readonly default?: boolean;
};

export const commonFlags = {
	help: {type: 'boolean', shortFlag: 'h', default: false},
	version: {type: 'boolean', shortFlag: 'v', default: false},
} as const satisfies Record<string, FlagSpec>;

const filterFlags = {
	odcr: {type: 'boolean', default: false},
	blocks: {type: 'boolean', default: false},
	instanceTypes: {type: 'string', isMultiple: true},
	gpuOnly: {type: 'boolean', default: false},
	minCapacity: {type: 'string'},
	regions: {type: 'string', isMultiple: true},
} as const satisfies Record<string, FlagSpec>;

/** Where the reservations come from, and how what is said about them looks. */
const sessionFlags = {
	output: {type: 'string', shortFlag: 'o'},
	interval: {type: 'string'},
	timeout: {type: 'string'},
	profile: {type: 'string'},
	endpointUrl: {type: 'string'},
	/** Its value may be left out; it is '' then. */
	demo: {type: 'string'},
	speed: {type: 'string'},
	debugLog: {type: 'string'},
	/** Typed as `--no-cache` only. */
	cache: {type: 'boolean', default: true},
	ascii: {type: 'boolean', default: false},
	/** Typed as `--no-color` only. */
	color: {type: 'boolean', default: true},
} as const satisfies Record<string, FlagSpec>;

/** What holds for the app and for the stream of events. */
export const watchFlags = {
	...filterFlags,
	...sessionFlags,
	availableOnly: {type: 'boolean', default: false},
	activeOnly: {type: 'boolean', default: false},
	all: {type: 'boolean', default: false},
	sort: {type: 'string'},
	follow: {type: 'string', isMultiple: true},
	bell: {type: 'boolean', default: false},
	notify: {type: 'boolean', default: false},
	fresh: {type: 'boolean', default: false},
	/** Typed as `--no-hints` only. */
	hints: {type: 'boolean', default: true},
} as const satisfies Record<string, FlagSpec>;

export const capacityFlags = {
	...watchFlags,
	watch: {type: 'boolean', default: false},
	wide: {type: 'boolean', default: false},
	columns: {type: 'string', isMultiple: true},
	strict: {type: 'boolean', default: false},
} as const satisfies Record<string, FlagSpec>;

export const waitFlags = {
	...filterFlags,
	...sessionFlags,
	id: {type: 'string', isMultiple: true},
	single: {type: 'boolean', default: false},
	for: {type: 'string'},
	hints: watchFlags.hints,
} as const satisfies Record<string, FlagSpec>;

/** A run that capacity is looked for. */
const runFlags = {
	instanceType: {type: 'string'},
	count: {type: 'string'},
	days: {type: 'string'},
	hours: {type: 'string'},
} as const satisfies Record<string, FlagSpec>;

/** Of a command that asks once. */
const onceFlags = {
	regions: filterFlags.regions,
	timeout: sessionFlags.timeout,
	profile: sessionFlags.profile,
	endpointUrl: sessionFlags.endpointUrl,
	demo: sessionFlags.demo,
	debugLog: sessionFlags.debugLog,
	cache: sessionFlags.cache,
	ascii: sessionFlags.ascii,
	color: sessionFlags.color,
} as const satisfies Record<string, FlagSpec>;

export const checkFlags = {
	...runFlags,
	...onceFlags,
	output: sessionFlags.output,
	by: {type: 'string'},
	offerings: {type: 'boolean', default: false},
	placement: {type: 'string'},
} as const satisfies Record<string, FlagSpec>;

export const offeringsFlags = {
	...runFlags,
	...onceFlags,
	output: sessionFlags.output,
	speed: sessionFlags.speed,
	ultraserverType: {type: 'string'},
	extend: {type: 'string'},
	startAfter: {type: 'string'},
	endBy: {type: 'string'},
	largest: {type: 'boolean', default: false},
	sort: watchFlags.sort,
	strict: capacityFlags.strict,
} as const satisfies Record<string, FlagSpec>;

export const snippetFlags = {
	id: waitFlags.id,
	for: waitFlags.for,
	...onceFlags,
} as const satisfies Record<string, FlagSpec>;

export const adviseFlags = {
	...runFlags,
	...onceFlags,
	output: sessionFlags.output,
	offerings: checkFlags.offerings,
	workload: {type: 'string'},
	schedule: {type: 'string'},
	start: {type: 'string'},
} as const satisfies Record<string, FlagSpec>;

export const doctorFlags = {
	output: sessionFlags.output,
	...onceFlags,
} as const satisfies Record<string, FlagSpec>;

export const iamPolicyFlags = {
	regions: filterFlags.regions,
	denyWrites: {type: 'boolean', default: false},
} as const satisfies Record<string, FlagSpec>;

export const demoServerFlags = {
	port: {type: 'string'},
	scenario: {type: 'string'},
	speed: {type: 'string'},
} as const satisfies Record<string, FlagSpec>;

export const allFlags = {
	...capacityFlags,
	...waitFlags,
	...snippetFlags,
	...checkFlags,
	...adviseFlags,
	...iamPolicyFlags,
	...offeringsFlags,
	...demoServerFlags,
	...commonFlags,
} as const;

export type FlagKey = keyof typeof allFlags;

export const flagKeys = Object.keys(allFlags) as readonly FlagKey[];

/** A flag that only turns off what is on by itself: it is typed with `no-`. */
export function isNegative(key: FlagKey): boolean {
	return key === 'color' || key === 'cache' || key === 'hints';
}

/** How the flag is typed: `minCapacity` is `--min-capacity`. */
export function spellFlag(key: FlagKey): string {
	return isNegative(key) ? `--no-${key}` : `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
