import {execFileSync, spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {type HelpPart, readHelp} from '../../source/command/help/read-help.js';
import {helpText} from '../../source/command/help-text.js';
import {commandNames} from '../../source/command/parse-argv.js';
import {renderManPage} from '../../tools/man-page.js';

const page = renderManPage('1.2.3');

/** All that is said in the help of every command. */
const sentences = commandNames
	.filter((name) => name !== 'help')
	.flatMap((name) => readHelp(helpText(name)))
	.flatMap(saidIn)
	.map(squeezed);

test('begins as man(7) wants it, with the name that whatis finds', () => {
	expect(page.split('\n').slice(0, 5)).toEqual([
		'.TH TRUFFLE 1 "" "truffle-capacity 1.2.3" "User Commands"',
		'.nh',
		'.ad l',
		'.SH NAME',
		'truffle \\- see the EC2 capacity you hold for machine learning',
	]);
});

test('keeps apart what is said of each word that a flag takes', () => {
	expect(page).toContain(
		'cluster: close together, in one block, one cluster\nplacement group or one zone [default]\n.br\nany: wherever they are\n',
	);
	expect(page).toContain('what it is for:\n.br\nrun\\-instances        aws ec2 run\\-instances\n.br\nlaunch\\-template ');
	expect(page).toContain('Capacity Blocks; the app opens on them;\nboth in one report: ');
});

test('has only plain ASCII, and no line that roff takes for a request by mistake', () => {
	expect(page).toMatch(/^[\n -~]*$/);
	expect(page.split('\n').filter((line) => /^[.']/.test(line) && !/^\.(?:TH|SH|SS|TP|PP|B|br|nf|fi|nh|ad)\b/.test(line))).toEqual([]);
});

describe.skipIf(!isThere('man'))('man', () => {
	test('shows all that the help says', () => {
		const shown = squeezed(
			execFileSync('man', ['-l', '-'], {input: page, encoding: 'utf8', env: {...process.env, LC_ALL: 'C', MANWIDTH: '2000'}}),
		);
		expect(sentences.filter((sentence) => !shown.includes(sentence))).toEqual([]);
	});

	test('finds nothing to warn of', () => {
		const warningsOf = (input: string) => spawnSync('man', ['--warnings=w', '-l', '-'], {input, encoding: 'utf8'}).stderr;
		expect(warningsOf(page)).toBe('');
		expect(warningsOf(`${page}.XX\n`)).toContain('XX');
	});
});

describe.skipIf(!isThere('mandoc'))('mandoc', () => {
	test('finds no mistake, and nothing to warn of but the date, which would change with each build', () => {
		const found = lint(page).filter((line) => !line.includes('missing date'));
		expect(found).toEqual([]);
		expect(lint(`${page}.XX\n`)).toContainEqual(expect.stringContaining('XX'));
	});
});

function saidIn(part: HelpPart): readonly string[] {
	switch (part.kind) {
		case 'prose':
			return [part.text];
		case 'entries':
			return part.entries.flatMap(({head, lines}) => [head, ...lines]);
		case 'verbatim':
			return part.lines;
	}
}

function lint(text: string): readonly string[] {
	try {
		return execFileSync('mandoc', ['-T', 'lint', '-W', 'warning'], {input: text, encoding: 'utf8'}).split('\n').filter(Boolean);
	} catch (error) {
		return String((error as {readonly stdout?: unknown}).stdout ?? '')
			.split('\n')
			.filter(Boolean);
	}
}

function squeezed(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

function isThere(program: string): boolean {
	try {
		execFileSync('sh', ['-c', `command -v ${program}`], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
}
