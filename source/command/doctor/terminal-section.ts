import {leastColumns, leastRows} from '../../ui/layout.js';
import {isUtf8Locale, localeVariable, whyNoApp} from '../terminal-settings.js';
import {type Check, ok, type Section, unknown, warn} from './check.js';

/** What stdin and stdout are, and what was asked for. */
export type TerminalFacts = {
	readonly isInput: boolean;
	readonly isOutput: boolean;
	/** 0: unknown. */
	readonly columns: number;
	readonly rows: number;
	/** Bits of a colour: 1, 4, 8 or 24. */
	readonly colourDepth: number;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** `--ascii` */
	readonly isAscii: boolean;
};

export function terminalSection(facts: TerminalFacts): Section {
	return {title: 'Terminal', checks: [appCheck(facts), kindCheck(facts), sizeCheck(facts), colourCheck(facts), localeCheck(facts)]};
}

/** What `truffle` alone would do here. */
function appCheck({isInput, isOutput, env}: TerminalFacts): Check {
	const obstacle = whyNoApp({isInput, isOutput, term: env['TERM']});
	if (obstacle === null) {
		return ok('App', 'opens here');
	}

	const text = `${obstacle.reason}, so truffle prints a report`;
	// Who pipes the output knows that it is no terminal.
	return obstacle.isSilent ? ok('App', text) : warn('App', text, 'For the app, start truffle in a terminal, with TERM naming its kind.');
}

function kindCheck({env}: TerminalFacts): Check {
	const term = env['TERM'] ?? '';
	const kind = term === '' ? 'TERM is not set' : term;
	if ((env['TMUX'] ?? '') !== '') {
		return ok('Kind', `${kind}, in tmux: y copies with "set -s set-clipboard on", --notify works with "set -g allow-passthrough on"`);
	}

	return ok('Kind', (env['STY'] ?? '') === '' ? kind : `${kind}, in GNU screen: y may not reach the clipboard`);
}

function sizeCheck({isOutput, columns, rows}: TerminalFacts): Check {
	if (!isOutput || columns === 0 || rows === 0) {
		return isOutput ? unknown('Size', 'the terminal does not tell') : ok('Size', 'none');
	}

	const text = `${columns} columns by ${rows} rows`;
	return columns < leastColumns || rows < leastRows
		? warn('Size', `${text}, too small for the app`, `Enlarge the terminal to ${leastColumns} columns by ${leastRows} rows or more.`)
		: ok('Size', text);
}

const colourWords: Readonly<Record<number, string>> = {4: '16 colours', 8: '256 colours', 24: '16 million colours'};

function colourCheck({isOutput, colourDepth, env}: TerminalFacts): Check {
	const words = isOutput ? colourWords[colourDepth] : undefined;
	const isRefused = (env['NO_COLOR'] ?? '') !== '';
	return ok('Colour', words ?? (isRefused ? 'none, since NO_COLOR is set' : 'none'));
}

function localeCheck({env, isAscii}: TerminalFacts): Check {
	const [name, value] = localeVariable(env) ?? ['', ''];
	const setting = name === '' ? 'no locale is set' : `${name}=${value}`;
	if (isUtf8Locale(env)) {
		return ok('Locale', `${setting}: drawn in ${isAscii ? 'ASCII, by --ascii' : 'Unicode'}`);
	}

	return isAscii
		? ok('Locale', `${setting}: drawn in ASCII`)
		: warn(
				'Locale',
				`${setting}: drawn in ASCII`,
				'For lines and arrows, set LANG to a UTF-8 locale that this machine has, such as C.UTF-8.',
			);
}
