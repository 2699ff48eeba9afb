import {counted} from '../core/words/counted.js';
import {shorten} from './note-lines.js';
import type {ReportOptions} from './report-options.js';

/** The title with the guide's chart before it, then indented lines. */
export function headLines(title: string, {isAscii}: ReportOptions, lines: readonly string[]): readonly string[] {
	return [`${isAscii ? '' : '📊 '}${title}`, ...lines.map((line) => `   ${line}`)];
}

/** `Instance Types: 2 (p5.48xlarge, trn1.32xlarge)`, in the order given. */
export function typesLine(instanceTypes: readonly (string | null)[]): string {
	const types = [...new Set(instanceTypes)].filter((type) => type !== null);
	return `Instance Types: ${types.length}${types.length === 0 ? '' : ` (${shorten(types)})`}`;
}

/** `3 with 24 instances`, of which some may be of unknown size too; `2 of unknown size` when `instances` is `null`. */
export function sizeWords(count: number, instances: number | null, unknown: number, noun: string): string {
	return instances === null
		? `${count} of unknown size`
		: [`${count} with ${counted(instances, 'instance')}`, ...unknownWords(unknown, noun)].join(', ');
}

/** `1 reservation of unknown size`. */
function unknownWords(count: number, noun: string): readonly string[] {
	return count === 0 ? [] : [`${counted(count, noun)} of unknown size`];
}
