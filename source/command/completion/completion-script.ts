import {bashCompletion} from './bash-completion.js';
import {completionData} from './completion-data.js';
import {fishCompletion} from './fish-completion.js';
import type {Shell} from './shells.js';
import {zshCompletion} from './zsh-completion.js';

const makers = {bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion} as const;

/** What a shell reads to complete commands, flags and values; ends with a newline. */
export function completionScript(shell: Shell): string {
	return makers[shell](completionData());
}
