import {describe, expect, test} from 'vitest';
import {completionData} from '../../../source/command/completion/completion-data.js';
import {commandNames} from '../../../source/command/parse-argv.js';
import {parseOptions} from '../../helpers/parse-options.js';

const scenarios = {
	isScenario: () => false,
	names: ['cluster', 'guide', 'bring-up', 'market', 'empty', 'hostile', 'faults'],
	defaultName: 'cluster',
};

/** What a command wants beside the flag that is looked at. */
const others: Readonly<Record<string, string>> = {
	wait: '--gpu-only',
	snippet: '--id cr-00000000 --for eks',
	advise: '--workload training',
	offerings: '--instance-type p5.48xlarge --count 1 --days 1',
	check: '--instance-type p5.48xlarge --count 1 --days 1',
};

describe('the words that a shell offers for a flag are those that the command takes', () => {
	const words = completionData().flatMap(({name, flags}) =>
		flags.filter(({value}) => value !== 'none').map((flag) => ({name, flag: flag.name, values: flag.values})),
	);
	test.each(words)('$name $flag', ({name, flag, values}) => {
		const refusal = whyNot([name, ...(others[name]?.split(' ') ?? []), flag, '=qqqqqqqqqqqqqqqqqqqq=']);
		const [, taken] = /It is one of (.*)\.$/.exec(refusal) ?? [];
		if (taken !== undefined) {
			const named = taken.split(', ');
			const accepted = named.filter((word) => whyNot([name, ...(others[name]?.split(' ') ?? []), flag, word]) === '');
			// ndjson is of truffle watch, and of truffle capacity with --watch.
			expect([named, accepted]).toContainEqual(values);
		} else if (Array.isArray(values)) {
			expect(whyNot([name, ...(others[name]?.split(' ') ?? []), flag, values.join(',')])).toBe('');
		}
	});
});

test('every command and every flag says what it does', () => {
	const data = completionData();
	expect(data.map(({name}) => name)).toEqual(commandNames);
	expect(data.filter(({does}) => does === '')).toEqual([]);
	const silent = data.flatMap(({name, flags}) => flags.filter(({does}) => does === '').map((flag) => `${name} ${flag.name}`));
	expect(silent).toEqual([]);
	expect(data.flatMap(({flags}) => flags.filter(({does}) => does.length > 73))).toEqual([]);
});

function whyNot(argv: readonly string[]): string {
	try {
		parseOptions(argv, {name: 'truffle-capacity', version: '1.2.3'}, scenarios);
		return '';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
