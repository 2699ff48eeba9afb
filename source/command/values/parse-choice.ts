import {suggest} from '../../format/nearest.js';
import {quote, UsageError} from '../usage-error.js';

/** One of a few words; `what` names them in the message: `--output: unknown format "jsn". Did you mean json?` */
export function parseChoice<Choice extends string>(flag: string, what: string, text: string, choices: readonly Choice[]): Choice {
	const typed = text.trim();
	const choice = choices.find((candidate) => candidate === typed);
	if (choice === undefined) {
		throw new UsageError(`${flag}: unknown ${what} ${quote(text)}.${suggest(typed, choices)}`);
	}

	return choice;
}
