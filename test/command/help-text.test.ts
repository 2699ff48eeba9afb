import {expect, test} from 'vitest';
import {type FlagKey, spellFlag} from '../../source/command/flags.js';
import {helpText} from '../../source/command/help-text.js';
import {flagsOf} from '../../source/command/options.js';
import {commandNames} from '../../source/command/parse-argv.js';
import {sortKeys} from '../../source/core/rows/sort.js';
import {scenarioNames} from '../../source/demo/scenario-names.js';
import {findColumn} from '../../source/report/column-keys.js';
import {reportFormats} from '../../source/report/report-options.js';
import {snippetKinds} from '../../source/snippets/snippet.js';

test('fits 80 columns of plain ASCII', () => {
	for (const text of commandNames.map(helpText)) {
		expect(text.split('\n').filter((line) => line.length > 80 || /[^ -~]/.test(line))).toEqual([]);
		expect(text.endsWith('\n')).toBe(true);
	}
});

test.each(commandNames.filter((name) => name !== 'watch'))('the help of %s names every flag that it takes', (name) => {
	const flags = [...Object.keys(flagsOf[name]), 'help', ...(name === 'capacity' ? ['version'] : [])] as FlagKey[];
	expect(flags.map(spellFlag).filter((flag) => !new RegExp(`${flag}(?![a-z-])`).test(helpText(name)))).toEqual([]);
});

test('names every command and scenario', () => {
	expect(commandNames.filter((name) => !helpText('capacity').includes(name))).toEqual([]);
	for (const command of ['capacity', 'demo-server'] as const) {
		expect(scenarioNames.filter((name) => !helpText(command).includes(name))).toEqual([]);
	}
});

test('says of every kind of snippet what it is', () => {
	const named = helpText('snippet').match(/(?<=^ {6})[a-z-]+/gm);
	expect(named).toEqual([...snippetKinds]);
});

test('names every sort key and format, and only columns that exist', () => {
	const help = helpText('capacity');
	expect(sortKeys.filter((key) => !new RegExp(`\\b${key}\\b`).test(help))).toEqual([]);
	expect(reportFormats.filter((format) => !help.includes(format))).toEqual([]);
	const named =
		/one row per reservation, of\n([\s\S]*?), or any/
			.exec(help)?.[1]
			?.split(/,\s+/)
			.map((word) => word.trim()) ?? [];
	expect(named.length).toBeGreaterThan(10);
	expect(named.filter((word) => findColumn(word) === null)).toEqual([]);
});
