import {allFlags, type FlagKey, type FlagSpec, spellFlag} from '../flags.js';
import {choicesIn, flagsIn, type HelpEntry, readHelp} from '../help/read-help.js';
import {helpText} from '../help-text.js';
import {flagsOf} from '../options.js';
import {type CommandName, commandNames} from '../parse-argv.js';
import {type KnownValues, knownValues} from './known-values.js';
import {shells} from './shells.js';

/** A command as a shell completes it. */
export type CompletionCommand = {
	readonly name: CommandName;
	readonly does: string;
	/** What can stand after it. */
	readonly words: readonly string[];
	readonly flags: readonly CompletionFlag[];
};

export type CompletionFlag = {
	/** `--output` */
	readonly name: string;
	/** `-o`; `null`: it has no short form. */
	readonly short: string | null;
	readonly does: string;
	/** `optional`: the next word may be another thing, too. */
	readonly value: 'none' | 'required' | 'optional';
	/** Several with commas. */
	readonly isList: boolean;
	readonly values: KnownValues;
	/** What some of them do. */
	readonly meanings: ReadonlyMap<string, string>;
};

/** All that a shell completes, from the flag tables of the parser and from the help. */
export function completionData(): readonly CompletionCommand[] {
	const entries = new Map(commandNames.map((name) => [name, entriesOf(name)]));
	const usage = usageLines();
	return commandNames.map((name) => ({
		name,
		does: usage.get(name) ?? 'the capacity that you hold',
		words: name === 'completion' ? shells : name === 'help' ? commandNames.filter((command) => command !== 'help') : [],
		flags: keysOf(name).map((key) => flagOf(name, key, [...(entries.get(name) ?? []), ...(entries.get('capacity') ?? [])])),
	}));
}

function keysOf(command: CommandName): readonly FlagKey[] {
	const own = Object.keys(flagsOf[command]) as readonly FlagKey[];
	return [...new Set([...own, 'help' as const, ...(command === 'capacity' ? (['version'] as const) : [])])];
}

function flagOf(command: CommandName, key: FlagKey, entries: readonly HelpEntry[]): CompletionFlag {
	const spec: FlagSpec = allFlags[key];
	const name = spellFlag(key);
	// What is said of several at once says less of each.
	const named = entries.filter((entry) => flagsIn(entry).includes(name));
	const about = named.find((entry) => flagsIn(entry).length === 1) ?? named[0];
	const {before, choices} = about === undefined ? {before: [], choices: []} : choicesIn(about);
	return {
		name,
		short: spec.shortFlag === undefined ? null : `-${spec.shortFlag}`,
		does: before.length === 0 ? choices.map(({word}) => word).join(' | ') : summarise(before.join(' ').replace(/:$/, '')),
		value: spec.type === 'boolean' ? 'none' : key === 'demo' ? 'optional' : 'required',
		isList: spec.isMultiple === true,
		values: knownValues(command, key),
		meanings: new Map(choices.map(({word, lines}) => [word, summarise(lines.join(' '))])),
	};
}

function entriesOf(command: CommandName): readonly HelpEntry[] {
	return readHelp(helpText(command)).flatMap((part) => (part.kind === 'entries' ? part.entries : []));
}

/** What the general help says of each command. */
function usageLines(): ReadonlyMap<string, string> {
	const lines = readHelp(helpText('capacity')).flatMap((part) => (part.kind === 'verbatim' && part.title === 'Usage' ? part.lines : []));
	const matches = lines.map((line) => /^ {2}truffle (\S+) .*? {2,}(\S.*)$/.exec(line)).filter((match) => match !== null);
	return new Map(matches.map(([, name = '', does = '']) => [name, does]));
}

const longestSummary = 70;

/** Fits beside a flag: without what holds by default, up to the first stop, cut between words. */
function summarise(text: string): string {
	const sentence = (text.replace(/ ?\[default[^\]]*\]/g, '').split('; ')[0] ?? '').trim();
	const words = sentence.slice(0, longestSummary).replace(/[\s,]+\S*$/, '');
	return sentence.length <= longestSummary ? sentence : `${words}...`;
}
