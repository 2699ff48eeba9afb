import meow from 'meow';
import {allFlags} from './flags.js';
import type {PackageInfo} from './package-info.js';

export type TypedFlags = ReturnType<typeof readFlags>;

/** The flags of `parseArgv` as typed values. Everything meow would do by itself (help, version, refusing) is off: `parseOptions` does that. */
export function readFlags(argv: readonly string[], packageInfo: PackageInfo) {
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
