import {nearest} from '../format/nearest.js';
import {allFlags, type FlagKey, type FlagSpec, flagKeys, isNegative, spellFlag} from './flags.js';
import {quote} from './usage-error.js';

export const commandNames = [
	'capacity',
	'watch',
	'wait',
	'check',
	'advise',
	'offerings',
	'snippet',
	'doctor',
	'iam-policy',
	'completion',
	'demo-server',
	'help',
] as const;

export type CommandName = (typeof commandNames)[number];

/** `argv` made plain for meow, which lets unknown flags, missing values and doubled flags through or dies on them in its own words. */
export type ParsedArgv = {
	/** What is not a flag, in order: the command first. */
	readonly input: readonly string[];
	/** The flags, each `--name` or `--name=value`, single ones once: the last one wins, as in the AWS CLI. */
	readonly argv: readonly string[];
	readonly keys: ReadonlySet<FlagKey>;
	/** What is wrong with the first bad argument; `null` when nothing is. `--help` is answered all the same. */
	readonly problem: string | null;
};

/** `value` is `null` when none was typed: for a switch, and for `--demo` alone. */
type Flag = {readonly key: FlagKey; readonly value: string | null};

/** What is wrong, or a flag that nobody knows: which one was meant is told when the command is known. */
type Problem = string | {readonly unknown: string};

/** `help`: the line that lists the flags. */
export type CommandFlags = {readonly keys: readonly FlagKey[]; readonly help: string};

/** By what is not a flag, the command first. */
type FlagsNear = (input: readonly string[]) => CommandFlags;

type Step = {readonly flag: Flag; readonly taken: number} | {readonly problem: Problem; readonly taken: number};

/** `argv` is without node and the script. `flagsNear`: which flags an unknown one may have been meant to be. */
export function parseArgv(argv: readonly string[], flagsNear: FlagsNear = () => ({keys: flagKeys, help: 'truffle --help'})): ParsedArgv {
	const input: string[] = [];
	const flags: Flag[] = [];
	let problem: Problem | null = null;
	for (let index = 0; index < argv.length; ) {
		const word = argv[index] ?? '';
		const next = argv[index + 1] ?? null;
		if (word === '--') {
			input.push(...argv.slice(index + 1));
			break;
		}

		if (!word.startsWith('-') || word === '-') {
			input.push(word);
			index += 1;
			continue;
		}

		const step = word.startsWith('--') ? readLong(word, next) : readShort(word, next);
		index += step.taken;
		if ('problem' in step) {
			problem ??= step.problem;
		} else {
			flags.push(step.flag);
		}
	}

	return {
		input,
		argv: lastOfEach(flags).map(spell),
		keys: new Set(flags.map(({key}) => key)),
		problem: problemText(problem, flagsNear(input)),
	};
}

function readLong(word: string, next: string | null): Step {
	const equals = word.indexOf('=');
	const name = equals === -1 ? word : word.slice(0, equals);
	const key = flagKeys.find((candidate) => spellFlag(candidate) === name);
	return key === undefined ? unknownFlag(name) : readValue(key, name, equals === -1 ? null : word.slice(equals + 1), next);
}

/** `-o json`, `-ojson` and `-o=json`. */
function readShort(word: string, next: string | null): Step {
	const key = flagKeys.find((candidate) => specOf(candidate).shortFlag === word[1]);
	const rest = word.slice(2);
	if (key === undefined || (rest !== '' && specOf(key).type === 'boolean')) {
		return unknownFlag(word);
	}

	return readValue(key, `-${word[1]}`, rest === '' ? null : rest.replace(/^=/, ''), next);
}

function readValue(key: FlagKey, name: string, inline: string | null, next: string | null): Step {
	if (specOf(key).type === 'boolean') {
		return inline === null ? {flag: {key, value: null}, taken: 1} : readSwitch(key, name, inline);
	}

	if (key === 'demo' && inline === null && !isScenarioLike(next)) {
		return {flag: {key, value: null}, taken: 1};
	}

	const value = inline ?? (isValueLike(next) ? next : null);
	const taken = inline === null && value !== null ? 2 : 1;
	return value === null || value.trim() === '' ? {problem: `${name} needs a value.`, taken} : {flag: {key, value}, taken};
}

function readSwitch(key: FlagKey, name: string, value: string): Step {
	return value === 'true' || value === 'false'
		? {flag: {key, value}, taken: 1}
		: {problem: `${name} takes no value, but has ${quote(value)}.`, taken: 1};
}

/** The word after `--demo` is its scenario, unless it is the command. */
function isScenarioLike(next: string | null): boolean {
	return isValueLike(next) && next !== '' && !commandNames.some((name) => name === next);
}

/** A flag is never taken for a value, a negative number is. */
function isValueLike(next: string | null): next is string {
	return next !== null && (!next.startsWith('-') || next === '-' || /^-\d/.test(next));
}

function unknownFlag(name: string): Step {
	return {problem: {unknown: name}, taken: 1};
}

function problemText(problem: Problem | null, {keys, help}: CommandFlags): string | null {
	if (problem === null || typeof problem === 'string') {
		return problem;
	}

	const match = nearest(problem.unknown, keys.map(spellFlag));
	const hint = match === null ? `${help} lists them.` : `Did you mean ${match}?`;
	return `Unknown flag ${quote(problem.unknown)}. ${hint}`;
}

function lastOfEach(flags: readonly Flag[]): readonly Flag[] {
	return flags.filter(({key}, index) => specOf(key).isMultiple === true || !flags.slice(index + 1).some((later) => later.key === key));
}

/** meow knows `--no-color` as `--color` turned off. */
function spell({key, value}: Flag): string {
	if (isNegative(key)) {
		return value === 'false' ? `--${key}` : `--no-${key}`;
	}

	return value === null ? spellFlag(key) : `${spellFlag(key)}=${value}`;
}

function specOf(key: FlagKey): FlagSpec {
	return allFlags[key];
}
