import {schedules, workloads} from '../../core/advise/advice-request.js';
import {offeringSortKeys} from '../../core/offerings/sort-offerings.js';
import {builtinDirectory} from '../../core/regions/regions.js';
import {sortKeys} from '../../core/rows/sort.js';
import {fixedScenarioNames} from '../../demo/scenario-names.js';
import {columnKeys} from '../../report/column-keys.js';
import {reportFormats} from '../../report/report-options.js';
import {snippetKinds} from '../../snippets/snippet.js';
import {checkFormats} from '../check-options.js';
import type {FlagKey} from '../flags.js';
import {offeringsFormats} from '../offerings-options.js';
import type {CommandName} from '../parse-argv.js';

/** What a flag may be given: some words, a file, an AWS profile, or something that nobody can guess. */
export type KnownValues = readonly string[] | 'file' | 'profile' | null;

export function knownValues(command: CommandName, key: FlagKey): KnownValues {
	const ofCommand = byCommand[command]?.[key];
	return ofCommand ?? common[key]?.() ?? null;
}

const common: Partial<Record<FlagKey, () => KnownValues>> = {
	regions: () => builtinDirectory('aws', '').regions.map(({name}) => name),
	columns: () => columnKeys,
	demo: () => fixedScenarioNames,
	scenario: () => fixedScenarioNames,
	debugLog: () => 'file',
	profile: () => 'profile',
};

/** The same flag has other words elsewhere. A test holds them against what the commands take. */
const byCommand: Partial<Record<CommandName, Partial<Record<FlagKey, KnownValues>>>> = {
	capacity: {output: [...reportFormats, 'ndjson'], sort: sortKeys},
	watch: {output: ['ndjson'], sort: sortKeys},
	wait: {output: ['json'], for: ['available', 'active', 'ended']},
	snippet: {for: snippetKinds},
	check: {output: checkFormats, placement: ['cluster', 'any']},
	offerings: {output: offeringsFormats, sort: offeringSortKeys},
	advise: {output: checkFormats, workload: workloads, schedule: schedules},
	doctor: {output: ['json']},
};
