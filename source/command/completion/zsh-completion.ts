import type {CompletionCommand, CompletionFlag} from './completion-data.js';
import {profileNames} from './profile-names.js';

/** A completion function for zsh; it can be sourced, or put as `_truffle` into a folder of `$fpath`. */
export function zshCompletion(commands: readonly CompletionCommand[]): string {
	const valued = new Set(commands.flatMap(({flags}) => flags.filter(({value}) => value === 'required').flatMap(spellings)));
	return `#compdef truffle truffle-capacity
# Completion of truffle for zsh: source <(truffle completion zsh)
_truffle_profiles() {
	compadd "$@" -- \${(f)"$(${profileNames})"}
}
_truffle() {
	local -a commands names valued
	commands=(
${commands.map(({name, does}) => `\t\t'${quoted(`${name}:${does}`)}'`).join('\n')}
	)
	names=(\${commands%%:*})
	valued=(${[...valued].join(' ')})
	local command= i
	for ((i = 2; i < CURRENT; i++)); do
		if (( \${names[(Ie)\${words[i]}]} && ! \${valued[(Ie)\${words[i-1]}]} )); then
			command=\${words[i]}
			break
		fi
	done
	case \${command:-capacity} in
${commands.map(commandCase).join('\n')}
	esac
}
if [[ \${funcstack[1]} == _truffle ]]; then
	_truffle "$@"
else
	compdef _truffle truffle truffle-capacity
fi
`;
}

function spellings({name, short}: CompletionFlag): readonly string[] {
	return short === null ? [name] : [short, name];
}

/** `1` is the command itself, which may be left out before flags. */
function commandCase({name, words, flags}: CompletionCommand): string {
	const positions = [`'1: :{_describe -t commands command commands}'`, ...(words.length === 0 ? [] : [`'2: :(${words.join(' ')})'`])];
	return `\t${name})\n\t\t_arguments -s \\\n${[...flags.map(flagSpec), ...positions].map((spec) => `\t\t\t${spec}`).join(' \\\n')}\n\t\t;;`;
}

function flagSpec({name, short, does, value, isList, values}: CompletionFlag): string {
	const about = `[${quoted(does.replaceAll(/[[\]\\:]/g, '\\$&'))}]`;
	const takes = value === 'none' ? '' : `${value === 'optional' ? '::' : ':'}${name.slice(2)}:${quoted(actionOf(values, isList))}`;
	const equals = value === 'none' ? '' : '=';
	const repeated = isList ? '*' : '';
	if (short === null) {
		return `'${repeated}${name}${equals}${about}${takes}'`;
	}

	return `'(${short} ${name})'{${short}${value === 'none' ? '' : '+'},${name}${equals}}'${about}${takes}'`;
}

function actionOf(values: CompletionFlag['values'], isList: boolean): string {
	if (values === 'file') {
		return '_files';
	}

	if (values === 'profile') {
		return '_truffle_profiles';
	}

	if (values === null) {
		return ' ';
	}

	return isList ? `_values -s , value ${values.join(' ')}` : `(${values.join(' ')})`;
}

/** Within single quotes. */
function quoted(text: string): string {
	return text.replaceAll("'", `'\\''`);
}
