import {listed} from '../core/words/listed.js';
import {nearest} from '../format/nearest.js';
import {type AdviseOptions, adviseOptions} from './advise-options.js';
import {type CapacityCommandOptions, capacityOptions} from './capacity-options.js';
import {type CheckOptions, checkOptions} from './check-options.js';
import {type Shell, shells} from './completion/shells.js';
import {type DemoServerOptions, demoServerOptions} from './demo-server-options.js';
import {type DoctorOptions, doctorOptions} from './doctor-options.js';
import {
	adviseFlags,
	capacityFlags,
	checkFlags,
	commonFlags,
	demoServerFlags,
	doctorFlags,
	type FlagKey,
	iamPolicyFlags,
	offeringsFlags,
	snippetFlags,
	spellFlag,
	waitFlags,
	watchFlags,
} from './flags.js';
import type {PolicyOptions} from './iam-policy/policy.js';
import {iamPolicyOptions} from './iam-policy-options.js';
import {type OfferingsOptions, offeringsOptions} from './offerings-options.js';
import type {PackageInfo} from './package-info.js';
import {type CommandFlags, type CommandName, commandNames, parseArgv} from './parse-argv.js';
import {type SnippetOptions, snippetOptions} from './snippet-options.js';
import type {TypedFlags} from './typed-flags.js';
import {quote, UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import type {Scenarios} from './values/parse-scenario.js';
import {type WaitOptions, waitOptions} from './wait-options.js';

/** What to do. `text` is for stdout and ends with a newline. */
export type ParsedCommand =
	| {readonly kind: 'capacity'; readonly options: CapacityCommandOptions}
	| {readonly kind: 'wait'; readonly options: WaitOptions}
	| {readonly kind: 'snippet'; readonly options: SnippetOptions}
	| {readonly kind: 'check'; readonly options: CheckOptions}
	| {readonly kind: 'advise'; readonly options: AdviseOptions}
	| {readonly kind: 'offerings'; readonly options: OfferingsOptions}
	| {readonly kind: 'doctor'; readonly options: DoctorOptions}
	| {readonly kind: 'iam-policy'; readonly options: PolicyOptions}
	| {readonly kind: 'completion'; readonly shell: Shell}
	| {readonly kind: 'demo-server'; readonly options: DemoServerOptions}
	| {readonly kind: 'help'; readonly topic: CommandName}
	| {readonly kind: 'version'; readonly text: string};

/** The flags that a command takes. */
export const flagsOf: Readonly<Record<CommandName, object>> = {
	capacity: capacityFlags,
	watch: watchFlags,
	wait: waitFlags,
	snippet: snippetFlags,
	check: checkFlags,
	advise: adviseFlags,
	offerings: offeringsFlags,
	doctor: doctorFlags,
	'iam-policy': iamPolicyFlags,
	completion: {},
	'demo-server': demoServerFlags,
	help: commonFlags,
};

const listHint = ' Lists are written with commas and no spaces: --regions us-east-1,us-west-2.';

/** What the command line says, as far as it can be said without the values of flags. */
export type CommandLine = Extract<ParsedCommand, {kind: 'help' | 'version' | 'completion'}> | ({readonly kind: 'flags'} & FlagLine);

/** A command and its flags, for meow. `keys`: those that were typed. */
export type FlagLine = {
	readonly command: Exclude<CommandName, 'help' | 'completion'>;
	readonly argv: readonly string[];
	readonly keys: ReadonlySet<FlagKey>;
};

/**
Reads the command line; `argv` is without node and the script. Throws `UsageError`.

A flag given twice counts once, with its last value, as in the AWS CLI; lists add up. `--help` and `--version` are answered whatever else
is there.
*/
export function readCommandLine(argv: readonly string[], packageInfo: PackageInfo): CommandLine {
	const {input, argv: plainArgv, keys, problem} = parseArgv(argv, flagsNear);
	if (keys.has('help')) {
		return {kind: 'help', topic: isCommand(input[0]) ? input[0] : 'capacity'};
	}

	if (keys.has('version')) {
		return {kind: 'version', text: `${packageInfo.version}\n`};
	}

	if (problem !== null) {
		throw new UsageError(problem);
	}

	const [word, ...rest] = input;
	const command = word === undefined ? 'capacity' : commandOf(word);
	refuseFlagsOfOthers(command, keys);
	if (command === 'help') {
		const [topic = 'capacity', ...extra] = rest;
		refuseExtra(extra, '');
		return {kind: 'help', topic: commandOf(topic)};
	}

	if (command === 'completion') {
		return {kind: 'completion', shell: shellOf(rest)};
	}

	refuseExtra(rest, command === 'demo-server' ? '' : listHint);
	return {kind: 'flags', command, argv: plainArgv, keys};
}

/** What a command is to do, by the values of its flags. Throws `UsageError`. */
export function optionsOf(command: FlagLine['command'], flags: TypedFlags, scenarios: Scenarios): ParsedCommand {
	switch (command) {
		case 'capacity':
			return {kind: 'capacity', options: capacityOptions(flags, scenarios)};
		case 'watch':
			return {kind: 'capacity', options: capacityOptions({...flags, watch: true}, scenarios)};
		case 'wait':
			return {kind: 'wait', options: waitOptions(flags, scenarios)};
		case 'snippet':
			return {kind: 'snippet', options: snippetOptions(flags, scenarios)};
		case 'check':
			return {kind: 'check', options: checkOptions(flags, scenarios)};
		case 'advise':
			return {kind: 'advise', options: adviseOptions(flags, scenarios)};
		case 'offerings':
			return {kind: 'offerings', options: offeringsOptions(flags, scenarios)};
		case 'doctor':
			return {kind: 'doctor', options: doctorOptions(flags, scenarios)};
		case 'iam-policy':
			return {kind: 'iam-policy', options: iamPolicyOptions(flags)};
		case 'demo-server':
			return {kind: 'demo-server', options: demoServerOptions(flags, scenarios)};
	}
}

/** The flags that may have been meant, those of the command at hand, and where they are listed. */
function flagsNear(input: readonly string[]): CommandFlags {
	const command = isCommand(input[0]) ? input[0] : 'capacity';
	return {
		keys: Object.keys({...flagsOf[command], ...commonFlags}) as readonly FlagKey[],
		help: command === 'capacity' || command === 'help' ? 'truffle --help' : `truffle help ${command}`,
	};
}

function commandOf(word: string): CommandName {
	if (!isCommand(word)) {
		const match = nearest(word, commandNames);
		throw new UsageError(`Unknown command ${quote(word)}. ${match === null ? 'truffle --help lists them.' : `Did you mean ${match}?`}`);
	}

	return word;
}

function shellOf([word, ...extra]: readonly string[]): Shell {
	if (word === undefined) {
		throw new UsageError(`For which shell? Name one of ${shells.join(', ')}.`);
	}

	refuseExtra(extra, '');
	return parseChoice('completion', 'shell', word, shells);
}

function isCommand(word: string | undefined): word is CommandName {
	return commandNames.some((name) => name === word);
}

function refuseExtra(input: readonly string[], hint: string): void {
	const [word] = input;
	if (word !== undefined) {
		throw new UsageError(`Unexpected argument ${quote(word)}.${hint}`);
	}
}

function refuseFlagsOfOthers(command: CommandName, keys: ReadonlySet<FlagKey>): void {
	for (const key of keys) {
		if (!Object.hasOwn(flagsOf[command], key)) {
			const typed = spellFlag(key);
			const match = (Object.keys(flagsOf[command]) as readonly FlagKey[]).map(spellFlag).find((flag) => typed.startsWith(flag));
			const hint = match === undefined ? '' : ` Did you mean ${match}?`;
			throw new UsageError(`${typed} is a flag of ${ownersOf(key)}, not of truffle ${command}.${hint}`);
		}
	}
}

/** Their names, `truffle wait and snippet`. `watch` and `wait` filter as `capacity` does, and are named only for what is not its own. */
function ownersOf(key: FlagKey): string {
	const names = commandNames.filter((name) => Object.hasOwn(flagsOf[name], key));
	return `truffle ${names.includes('capacity') ? 'capacity' : listed(names)}`;
}
