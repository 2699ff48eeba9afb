import {readFile} from 'node:fs/promises';
import type {Plugin} from 'rolldown';
import {choicesIn, type HelpEntry, type HelpPart, readHelp} from '../source/command/help/read-help.js';
import {helpText} from '../source/command/help-text.js';
import {commandNames} from '../source/command/parse-argv.js';

/** Writes `fileName`, which `man` in package.json names, from the help texts. */
export function manPage(fileName: string): Plugin {
	return {
		name: 'man-page',
		async generateBundle() {
			const {version} = JSON.parse(await readFile('package.json', 'utf8'));
			this.emitFile({type: 'asset', fileName, source: renderManPage(String(version))});
		},
	};
}

/** The page in roff's man macros (man(7)): the general help first, then a section for each command. */
export function renderManPage(version: string): string {
	const others = commandNames.filter((name) => name !== 'capacity' && name !== 'help');
	return `${[
		`.TH TRUFFLE 1 "" "truffle-capacity ${version}" "User Commands"`,
		// Words that are typed are neither hyphenated nor spread.
		'.nh',
		'.ad l',
		'.SH NAME',
		'truffle \\- see the EC2 capacity you hold for machine learning',
		...readHelp(helpText('capacity')).flatMap((part) => partLines(part, (title) => [`.SH ${quoted(upperCased(title))}`], 'DESCRIPTION')),
		'.SH COMMANDS',
		...others.flatMap((name) => [
			`.SS ${quoted(`truffle ${name}`)}`,
			...readHelp(helpText(name)).flatMap((part, place) => [
				// Flags begin paragraphs of their own.
				...(place === 0 || (part.kind === 'entries' && part.title === null) ? [] : ['.PP']),
				...partLines(part, (title) => [`.B ${quoted(title)}`, '.br'], null),
			]),
		]),
	].join('\n')}\n`;
}

/** What is added in parentheses stays a sentence. */
function upperCased(title: string): string {
	return title.replace(/^[^(]*/, (words) => words.toUpperCase());
}

/** `proseTitle`: that of a part which has none; `null`: it is said without. */
function partLines(part: HelpPart, heading: (title: string) => readonly string[], proseTitle: string | null): readonly string[] {
	switch (part.kind) {
		case 'prose':
			return [...(proseTitle === null ? [] : heading(proseTitle)), escaped(part.text)];
		case 'entries':
			return [...(part.title === null ? [] : heading(part.title)), ...part.entries.flatMap(entryLines)];
		case 'verbatim':
			return [
				...(part.title === null ? [] : heading(part.title)),
				'.nf',
				...part.lines.map((line) => escaped(line.replace(/^ {2}/, ''))),
				'.fi',
			];
	}
}

/** Words to choose from, and lines that stand in columns, stay lines of their own. */
function entryLines(entry: HelpEntry): readonly string[] {
	const {head, lines} = entry;
	const words = choicesIn(entry).choices.map(({word}) => word);
	const begins = (line: string): boolean => /\S {2,}\S/.test(line) || words.some((word) => line.startsWith(`${word}: `));
	const text = lines.flatMap((line, place) => (place > 0 && begins(line) ? ['.br', escaped(line)] : [escaped(line)]));
	return ['.TP', `.B ${quoted(head)}`, ...text];
}

/** Hyphens that can be copied; nothing at the start of a line that roff would take for a request. */
function escaped(text: string): string {
	return text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll(/~/g, '\\(ti')
		.replaceAll(/\^/g, '\\(ha')
		.replaceAll('`', '\\(ga')
		.replaceAll("'", '\\(aq')
		.replace(/^\./, '\\&.');
}

/** One argument of a macro. */
function quoted(text: string): string {
	return `"${escaped(text).replaceAll('"', '\\(dq')}"`;
}
