import {expect, test} from 'vitest';
import {type TerminalFacts, terminalSection} from '../../../source/command/doctor/terminal-section.js';

const facts: TerminalFacts = {
	isInput: true,
	isOutput: true,
	columns: 120,
	rows: 40,
	colourDepth: 8,
	env: {TERM: 'xterm-256color', LANG: 'en_GB.UTF-8'},
	isAscii: false,
};

function linesOf(differs: Partial<TerminalFacts>, env: Readonly<Record<string, string>> = {}): readonly string[] {
	const {checks} = terminalSection({...facts, ...differs, env: {...facts.env, ...env}});
	return checks.map(({name, status, text, fixes}) => [status, `${name}:`, text, ...fixes].join(' '));
}

test('a terminal in which the app opens', () => {
	expect(linesOf({})).toEqual([
		'ok App: opens here',
		'ok Kind: xterm-256color',
		'ok Size: 120 columns by 40 rows',
		'ok Colour: 256 colours',
		'ok Locale: LANG=en_GB.UTF-8: drawn in Unicode',
	]);
});

test.each<readonly [string, Partial<TerminalFacts>, Readonly<Record<string, string>>, string]>([
	['a pipe', {isOutput: false}, {}, 'ok App: stdout is not a terminal, so truffle prints a report'],
	[
		'no keys',
		{isInput: false},
		{},
		'warn App: stdin is not a terminal, so truffle prints a report For the app, start truffle in a terminal, with TERM naming its kind.',
	],
	[
		'a dumb terminal',
		{},
		{TERM: 'dumb'},
		'warn App: TERM is dumb, so truffle prints a report For the app, start truffle in a terminal, with TERM naming its kind.',
	],
	['no TERM', {}, {TERM: ''}, 'ok Kind: TERM is not set'],
	[
		'tmux',
		{},
		{TMUX: '/tmp/tmux-0/default,1,0', TERM: 'tmux-256color'},
		'ok Kind: tmux-256color, in tmux: y copies with "set -s set-clipboard on", --notify works with "set -g allow-passthrough on"',
	],
	['screen', {}, {STY: '1.tty', TERM: 'screen'}, 'ok Kind: screen, in GNU screen: y may not reach the clipboard'],
	[
		'a small one',
		{columns: 59},
		{},
		'warn Size: 59 columns by 40 rows, too small for the app Enlarge the terminal to 60 columns by 15 rows or more.',
	],
	['one that does not tell', {columns: 0, rows: 0}, {}, 'unknown Size: the terminal does not tell'],
	['no terminal', {isOutput: false}, {}, 'ok Size: none'],
	['true colour', {colourDepth: 24}, {}, 'ok Colour: 16 million colours'],
	['NO_COLOR', {colourDepth: 1}, {NO_COLOR: '1'}, 'ok Colour: none, since NO_COLOR is set'],
	['no colour', {colourDepth: 1}, {}, 'ok Colour: none'],
	[
		'another locale',
		{},
		{LC_ALL: 'C'},
		'warn Locale: LC_ALL=C: drawn in ASCII For lines and arrows, set LANG to a UTF-8 locale that this machine has, such as C.UTF-8.',
	],
	['another locale and --ascii', {isAscii: true}, {LC_ALL: 'C'}, 'ok Locale: LC_ALL=C: drawn in ASCII'],
	['--ascii', {isAscii: true}, {}, 'ok Locale: LANG=en_GB.UTF-8: drawn in ASCII, by --ascii'],
	['no locale', {}, {LANG: ''}, 'ok Locale: no locale is set: drawn in Unicode'],
])('%s', (_, differs, env, line) => {
	expect(linesOf(differs, env)).toContain(line);
});
