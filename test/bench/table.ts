import type {BenchResult, Report, Row} from './results.js';
import type {Unit} from './targets.js';

const headings = ['', 'target', 'here', 'median', 'p99', 'node -e 0', 'runs', ''] as const;

/** The results as people read them; as Markdown, so that they can be shown anywhere. */
export function renderTable({machine, at, isQuick, results}: Report): string {
	const {system, processor, cores, memoryGb, node, version} = machine;
	const table = [headings, ...results.flatMap(linesOf)];
	const widths = headings.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
	const [head = '', ...body] = table.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	const where = `truffle-capacity ${version}, Node ${node}, ${processor}, ${cores} cores, ${memoryGb} GB, ${system}, ${at}`;
	return [...(isQuick ? ['A quick run: it says only that everything runs.', ''] : []), where, '', head, rule, ...body, ''].join('\n');
}

function linesOf({bench, baseMs, rows}: BenchResult): readonly (readonly string[])[] {
	const base =
		baseMs === null
			? []
			: [[`${bench}: node -e 0`, '', '', show(baseMs.median, 'ms'), show(baseMs.p99, 'ms'), '1.0x', String(baseMs.runs), '']];
	return [...base, ...rows.map(lineOf)];
}

function lineOf({what, unit, median, p99, bases, runs, target, limit, isMet}: Row): readonly string[] {
	const sign = target?.is === 'least' ? '≥' : '≤';
	return [
		what,
		target === null ? '' : `${sign} ${target.limit.kind === 'bases' ? `${target.limit.value}x` : show(target.limit.value, unit)}`,
		target === null || limit === null || target.limit.kind === 'absolute' ? '' : `${sign} ${show(limit, unit)}`,
		show(median, unit),
		show(p99, unit),
		bases === null ? '' : `${bases.toFixed(1)}x`,
		String(runs),
		isMet === null ? '' : isMet ? 'met' : 'missed',
	];
}

function show(value: number, unit: Unit): string {
	const number = Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));
	return unit === '' ? number : unit === 'x' || unit === '%' || unit === '/s' ? `${number}${unit}` : `${number} ${unit}`;
}
