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

export const capacityFlags = {
	odcr: {type: 'boolean', default: false},
	blocks: {type: 'boolean', default: false},
	instanceTypes: {type: 'string', isMultiple: true},
	gpuOnly: {type: 'boolean', default: false},
	availableOnly: {type: 'boolean', default: false},
	activeOnly: {type: 'boolean', default: false},
	minCapacity: {type: 'string'},
	regions: {type: 'string', isMultiple: true},
	all: {type: 'boolean', default: false},
	output: {type: 'string', shortFlag: 'o'},
	wide: {type: 'boolean', default: false},
	sort: {type: 'string'},
	columns: {type: 'string', isMultiple: true},
	interval: {type: 'string'},
	profile: {type: 'string'},
	timeout: {type: 'string'},
	strict: {type: 'boolean', default: false},
	endpointUrl: {type: 'string'},
	/** Its value may be left out; it is '' then. */
	demo: {type: 'string'},
	ascii: {type: 'boolean', default: false},
	/** Typed as `--no-color` only. */
	color: {type: 'boolean', default: true},
} as const satisfies Record<string, FlagSpec>;

export const demoServerFlags = {
	port: {type: 'string'},
	scenario: {type: 'string'},
} as const satisfies Record<string, FlagSpec>;

export const allFlags = {...capacityFlags, ...demoServerFlags, ...commonFlags} as const;

export type FlagKey = keyof typeof allFlags;

export const flagKeys = Object.keys(allFlags) as readonly FlagKey[];

/** How the flag is typed: `minCapacity` is `--min-capacity`. */
export function spellFlag(key: FlagKey): string {
	return key === 'color' ? '--no-color' : `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
