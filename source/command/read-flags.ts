import meow from 'meow';
import {allFlags, type FlagKey} from './flags.js';
import type {PackageInfo} from './package-info.js';
import {defaultFlags, type TypedFlags} from './typed-flags.js';

/**
The flags of `parseArgv` as typed values; `keys` are those that were typed.

meow is told of these alone: to set up all flags takes a third of the time in which Node starts. Everything that it would do by itself
(help, version, refusing) is off: `readCommandLine` does that.
*/
export function readFlags(argv: readonly string[], keys: ReadonlySet<FlagKey>, packageInfo: PackageInfo): TypedFlags {
	const {flags} = meow({
		importMeta: import.meta,
		pkg: {...packageInfo},
		argv,
		flags: Object.fromEntries([...keys].map((key) => [key, allFlags[key]])),
		description: false,
		autoHelp: false,
		autoVersion: false,
	});
	return {...defaultFlags, ...flags};
}
