import {expect, test} from 'vitest';
import {
	adviseFlags,
	capacityFlags,
	checkFlags,
	commonFlags,
	demoServerFlags,
	doctorFlags,
	type FlagKey,
	iamPolicyFlags,
	snippetFlags,
	spellFlag,
	waitFlags,
} from '../../source/command/flags.js';
import {helpText} from '../../source/command/help-text.js';
import {commandNames} from '../../source/command/parse-argv.js';
import {sortKeys} from '../../source/core/sort.js';
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

test('names every flag', () => {
	const general = [...Object.keys(capacityFlags), ...Object.keys(commonFlags)] as FlagKey[];
	expect(general.map(spellFlag).filter((flag) => !helpText('capacity').includes(flag))).toEqual([]);
	const wait = [...Object.keys(waitFlags), 'help'] as FlagKey[];
	expect(wait.map(spellFlag).filter((flag) => !helpText('wait').includes(flag))).toEqual([]);
	const snippet = [...Object.keys(snippetFlags), 'help'] as FlagKey[];
	expect(snippet.map(spellFlag).filter((flag) => !helpText('snippet').includes(flag))).toEqual([]);
	const check = [...Object.keys(checkFlags), 'help'] as FlagKey[];
	expect(check.map(spellFlag).filter((flag) => !helpText('check').includes(flag))).toEqual([]);
	const advise = [...Object.keys(adviseFlags), 'help'] as FlagKey[];
	expect(advise.map(spellFlag).filter((flag) => !helpText('advise').includes(flag))).toEqual([]);
	const doctor = [...Object.keys(doctorFlags), 'help'] as FlagKey[];
	expect(doctor.map(spellFlag).filter((flag) => !helpText('doctor').includes(flag))).toEqual([]);
	const policy = [...Object.keys(iamPolicyFlags), 'help'] as FlagKey[];
	expect(policy.map(spellFlag).filter((flag) => !helpText('iam-policy').includes(flag))).toEqual([]);
	const server = Object.keys(demoServerFlags) as FlagKey[];
	expect(server.map(spellFlag).filter((flag) => !helpText('demo-server').includes(flag))).toEqual([]);
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
