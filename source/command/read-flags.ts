import meow, {type Result} from 'meow';
import {allFlags, type FlagKey, type FlagSpec} from './flags.js';
import type {PackageInfo} from './package-info.js';

export type TypedFlags = Result<typeof allFlags>['flags'];

/**
The flags of `parseArgv` as typed values; `keys` are those that were typed.

meow is told of these alone: to set up all flags takes a third of the time in which Node starts, and most starts have none.
*/
export function readFlags(argv: readonly string[], keys: ReadonlySet<FlagKey>, packageInfo: PackageInfo): TypedFlags {
	return keys.size === 0 ? defaults : {...defaults, ...parseFlags(argv, keys, packageInfo)};
}

/** Everything meow would do by itself (help, version, refusing) is off: `parseOptions` does that. */
function parseFlags(argv: readonly string[], keys: ReadonlySet<FlagKey>, packageInfo: PackageInfo) {
	return meow({
		importMeta: import.meta,
		pkg: {...packageInfo},
		argv,
		flags: Object.fromEntries([...keys].map((key) => [key, allFlags[key]])),
		description: false,
		autoHelp: false,
		autoVersion: false,
	}).flags;
}

const specs: readonly (readonly [string, FlagSpec])[] = Object.entries(allFlags);

const defaults = Object.fromEntries(specs.map(([key, spec]) => [key, spec.isMultiple ? [] : spec.default])) as TypedFlags;
