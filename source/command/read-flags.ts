import meow from 'meow';
import {allFlags, type FlagSpec} from './flags.js';
import type {PackageInfo} from './package-info.js';

export type TypedFlags = ReturnType<typeof parseFlags>;

/** The flags of `parseArgv` as typed values. Without any, as most starts are, there is nothing to parse, which would take a third of the time in which Node starts. */
export function readFlags(argv: readonly string[], packageInfo: PackageInfo): TypedFlags {
	return argv.length === 0 ? defaults() : parseFlags(argv, packageInfo);
}

/** Everything meow would do by itself (help, version, refusing) is off: `parseOptions` does that. */
function parseFlags(argv: readonly string[], packageInfo: PackageInfo) {
	return meow({
		importMeta: import.meta,
		pkg: {...packageInfo},
		argv,
		flags: allFlags,
		description: false,
		autoHelp: false,
		autoVersion: false,
	}).flags;
}

function defaults(): TypedFlags {
	const specs: readonly (readonly [string, FlagSpec])[] = Object.entries(allFlags);
	return Object.fromEntries(specs.map(([key, spec]) => [key, spec.isMultiple ? [] : spec.default])) as TypedFlags;
}
