import type {CompletionCommand, CompletionFlag} from './completion-data.js';
import {profileNames} from './profile-names.js';

/** Completions for fish, to be sourced or put into its completions folder as `truffle.fish`. */
export function fishCompletion(commands: readonly CompletionCommand[]): string {
	const valued = new Set(commands.flatMap(({flags}) => flags.filter(({value}) => value === 'required').flatMap(spellings)));
	const lines = commands.flatMap((command) => [
		`complete -c truffle -n 'test -z (__truffle_command)' -a ${command.name} -d '${quoted(command.does)}'`,
		...command.words.map((word) => `complete -c truffle -n '__truffle_is ${command.name}' -a ${word}`),
		...command.flags.map((flag) => flagLine(command.name, flag)),
	]);
	return `# Completion of truffle for fish: truffle completion fish | source
function __truffle_profiles
	sh -c '${profileNames}'
end
function __truffle_command
	set -l commands ${commands.map(({name}) => name).join(' ')}
	set -l valued ${[...valued].join(' ')}
	set -l words (commandline -opc)
	for i in (seq 2 (count $words))
		if contains -- $words[$i] $commands; and not contains -- $words[(math $i - 1)] $valued
			echo $words[$i]
			return
		end
	end
	echo ''
end
function __truffle_is
	set -l command (__truffle_command)
	test "$command" = $argv[1]; or test -z "$command" -a $argv[1] = capacity
end
complete -c truffle -f
${lines.join('\n')}
complete -c truffle-capacity -w truffle
`;
}

function spellings({name, short}: CompletionFlag): readonly string[] {
	return short === null ? [name] : [short, name];
}

function flagLine(command: string, {name, short, does, value, isList, values, meanings}: CompletionFlag): string {
	const parts = [
		`complete -c truffle -n '__truffle_is ${command}' -l ${name.slice(2)}`,
		...(short === null ? [] : [`-s ${short.slice(1)}`]),
		...(value === 'none' ? [] : [valuePart(values, isList, meanings)]),
		...(does === '' ? [] : [`-d '${quoted(does)}'`]),
	];
	return parts.join(' ');
}

function valuePart(values: CompletionFlag['values'], isList: boolean, meanings: CompletionFlag['meanings']): string {
	if (values === 'file') {
		return '-r -F';
	}

	if (values === 'profile') {
		return "-x -a '(__truffle_profiles)'";
	}

	if (values === null) {
		return '-x';
	}

	// A word without a tab would be said to do what the flag does.
	const words = values.map((word) => `${word}\\t${doubleQuoted(meanings.get(word) ?? '')}`).join(' ');
	return `-x -a '${quoted(isList ? `(__fish_append , ${words})` : words)}'`;
}

/** In double quotes, when there is anything to quote. */
function doubleQuoted(text: string): string {
	return text === '' ? '' : `"${text.replaceAll(/["\\$]/g, '\\$&')}"`;
}

/** Within single quotes. */
function quoted(text: string): string {
	return text.replaceAll(/['\\]/g, '\\$&');
}
