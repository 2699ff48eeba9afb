import type {CompletionCommand, CompletionFlag} from './completion-data.js';
import {profileNames} from './profile-names.js';

/**
A completion function for bash 3.2 and newer, which needs nothing beside it.

bash splits a word at `=`, so that `--output=js` comes as three.
*/
export function bashCompletion(commands: readonly CompletionCommand[]): string {
	const names = commands.map(({name}) => name).join(' ');
	const valued = new Set(commands.flatMap(({flags}) => flags.filter(({value}) => value === 'required').flatMap(spellings)));
	return `# Completion of truffle for bash: source <(truffle completion bash)
_truffle_profiles() {
	${profileNames}
}
_truffle() {
	local commands='${names}'
	local valued='${[...valued].join(' ')}'
	local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
	local command= flag= values= prefix= is_list= i
	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		if [[ " $commands " == *" \${COMP_WORDS[i]} "* && " = $valued " != *" \${COMP_WORDS[i-1]} "* ]]; then
			command=\${COMP_WORDS[i]}
			break
		fi
	done
	if [[ $cur == = ]]; then
		flag=$before cur=
	elif [[ $before == = ]]; then
		flag=\${COMP_WORDS[COMP_CWORD-2]}
	elif [[ $cur != -* ]]; then
		flag=$before
	fi
	case \${command:-capacity}:$flag in
${valueCases(commands).join('\n')}
	esac
	if [[ -n $is_list && $cur == *,* ]]; then
		prefix=\${cur%,*},
	fi
	if [[ -n $values ]]; then
		COMPREPLY=($(compgen -P "$prefix" -W "$values" -- "\${cur#"$prefix"}"))
		return
	fi
	case \${command:-capacity} in
${commands.map(flagCase).join('\n')}
	esac
	if [[ $cur != -* ]]; then
		case $command in
		'') values=$commands ;;
${commands
	.filter(({words}) => words.length > 0)
	.map(({name, words}) => `\t\t${name}) values='${words.join(' ')}' ;;`)
	.join('\n')}
		*) values= ;;
		esac
	fi
	COMPREPLY=($(compgen -W "$values" -- "$cur"))
}
complete -F _truffle truffle truffle-capacity
`;
}

function spellings({name, short}: CompletionFlag): readonly string[] {
	return short === null ? [name] : [short, name];
}

/** For flags that take something, those together of which the same is said. */
function valueCases(commands: readonly CompletionCommand[]): readonly string[] {
	const patterns = new Map<string, string[]>();
	for (const {name, flags} of commands) {
		for (const flag of flags.filter(({value}) => value !== 'none')) {
			const action = actionOf(flag);
			patterns.set(action, [...(patterns.get(action) ?? []), ...spellings(flag).map((spelling) => `${name}:${spelling}`)]);
		}
	}

	return [...patterns].map(([action, alternatives]) => `\t${alternatives.join(' | ')})\n\t\t${action}\n\t\t;;`);
}

function actionOf({values, isList, value}: CompletionFlag): string {
	if (values === 'file') {
		return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return';
	}

	if (values === 'profile') {
		return 'values=$(_truffle_profiles); [[ -n $values ]] || return';
	}

	if (values === null) {
		return 'return';
	}

	// After --demo a command may stand.
	const others = value === 'optional' ? ' \'"$([[ -n $command ]] || echo "$commands")"' : "'";
	return `values='${values.join(' ')}${others}${isList ? ' is_list=1' : ''}`;
}

function flagCase({name, flags}: CompletionCommand): string {
	return `\t${name}) values='${flags.flatMap((flag) => spellings(flag).filter((spelling) => spelling.startsWith('--'))).join(' ')}' ;;`;
}
