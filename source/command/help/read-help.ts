/** A flag of a help text, or several of which the same is said. */
export type HelpEntry = {
	/** `-o, --output FORMAT` */
	readonly head: string;
	/** What it does, a line each, as they stand in the text. */
	readonly lines: readonly string[];
};

/** A word that a flag takes, and what it does. */
export type HelpChoice = {readonly word: string; readonly lines: readonly string[]};

export type HelpPart =
	| {readonly kind: 'prose'; readonly text: string}
	| {readonly kind: 'entries'; readonly title: string | null; readonly entries: readonly HelpEntry[]}
	/** Lines that are read as they stand: usage, examples, tables. */
	| {readonly kind: 'verbatim'; readonly title: string | null; readonly lines: readonly string[]};

/** The parts of a help text, for what else is made of it: the man page, and what shells say beside a flag. */
export function readHelp(text: string): readonly HelpPart[] {
	return text.trimEnd().split('\n\n').map(readPart);
}

/** The flags that an entry is about: `--output`. */
export function flagsIn({head}: HelpEntry): readonly string[] {
	return head.match(/--[a-z-]+/g) ?? [];
}

/** What an entry says of the words that its flag takes, a word on each line: `any: wherever they are`. `before`: what it says of the flag. */
export function choicesIn({lines}: HelpEntry): {readonly before: readonly string[]; readonly choices: readonly HelpChoice[]} {
	const before: string[] = [];
	const choices: HelpChoice[] = [];
	for (const line of lines) {
		const [, word, text] = /^([a-z-]+)(?:: | {2,})(\S.*)$/.exec(line) ?? [];
		const last = choices.at(-1);
		if (word !== undefined && text !== undefined) {
			choices.push({word, lines: [text]});
		} else if (last === undefined) {
			before.push(line);
		} else {
			choices.splice(-1, 1, {...last, lines: [...last.lines, line]});
		}
	}

	// A single one is a word with a colon in a sentence.
	return choices.length < 2 ? {before: lines, choices: []} : {before, choices};
}

function readPart(text: string): HelpPart {
	const lines = text.split('\n');
	const [first = ''] = lines;
	if (lines.every((line) => !line.startsWith(' '))) {
		return {kind: 'prose', text: lines.join(' ')};
	}

	const title = first.startsWith(' ') ? null : first;
	const body = title === null ? lines : lines.slice(1);
	return body.some((line) => /^ {2}-/.test(line))
		? {kind: 'entries', title, entries: readEntries(body)}
		: {kind: 'verbatim', title, lines: body};
}

function readEntries(lines: readonly string[]): readonly HelpEntry[] {
	const entries: HelpEntry[] = [];
	for (const line of lines) {
		const [, head, text] = /^ {2}(-\S*(?: \S+)*)(?: {2,}(\S.*))?$/.exec(line) ?? [];
		const last = entries.at(-1);
		if (head === undefined) {
			entries.splice(-1, 1, ...(last === undefined ? [] : [{...last, lines: [...last.lines, line.trim()]}]));
		} else if (last?.head.endsWith(',') === true) {
			entries.splice(-1, 1, {head: `${last.head} ${head}`, lines: text === undefined ? [] : [text]});
		} else {
			entries.push({head, lines: text === undefined ? [] : [text]});
		}
	}

	return entries;
}
