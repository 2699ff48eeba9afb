import {optionsOf, type ParsedCommand, readCommandLine} from '../../source/command/options.js';
import type {PackageInfo} from '../../source/command/package-info.js';
import {readFlags} from '../../source/command/read-flags.js';
import type {Scenarios} from '../../source/command/values/parse-scenario.js';

/** What the program makes of a command line. */
export function parseOptions(argv: readonly string[], packageInfo: PackageInfo, scenarios: Scenarios): ParsedCommand {
	const line = readCommandLine(argv, packageInfo);
	return line.kind === 'flags' ? optionsOf(line.command, readFlags(line.argv, line.keys, packageInfo), scenarios) : line;
}
