import type {IBufferCell, Terminal} from '@xterm/headless';

const cell = {width: 8.4, height: 18};
const padding = 12;
const background = '#16181d';
const foreground = '#d7dae0';

/** The 16 ANSI colours, as the pictures show them. */
const palette = [
	'#1d2026',
	'#e06c75',
	'#98c379',
	'#e5c07b',
	'#61afef',
	'#c678dd',
	'#56b6c2',
	'#abb2bf',
	'#5c6370',
	'#ff7a85',
	'#b5e890',
	'#ffd68a',
	'#7fc1ff',
	'#de8df0',
	'#6fd3de',
	'#ffffff',
] as const;

type Run = {readonly column: number; readonly columns: number; readonly text: string; readonly style: string};

/** The terminal's screen as a picture, made from its cells. */
export function screenSvg(terminal: Terminal, title: string): string {
	const width = terminal.cols * cell.width + 2 * padding;
	const height = terminal.rows * cell.height + 2 * padding;
	const texts = Array.from({length: terminal.rows}, (_, row) => runsOf(terminal, row).map((run) => textElement(run, row))).flat();
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${height}" viewBox="0 0 ${round(width)} ${height}" role="img">`,
		`<title>${escapeXml(title)}</title>`,
		`<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
		`<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="${foreground}" xml:space="preserve">`,
		...texts,
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

/** Neighbouring cells of one style, blanks at the end left out. */
function runsOf(terminal: Terminal, row: number): readonly Run[] {
	const buffer = terminal.buffer.active;
	const line = buffer.getLine(buffer.viewportY + row);
	const runs: Run[] = [];
	for (let column = 0; line !== undefined && column < terminal.cols; column++) {
		const current = line.getCell(column);
		if (current === undefined || current.getWidth() === 0) {
			continue;
		}

		const last = runs.at(-1);
		const text = current.getChars() || ' ';
		const style = styleOf(current);
		const isContinued = last !== undefined && last.style === style && last.column + last.columns === column;
		if (isContinued) {
			runs[runs.length - 1] = {...last, columns: last.columns + current.getWidth(), text: last.text + text};
		} else {
			runs.push({column, columns: current.getWidth(), text, style});
		}
	}

	return runs.filter((run) => run.text.trim() !== '');
}

function styleOf(current: IBufferCell): string {
	const colour = current.isFgPalette() ? palette[current.getFgColor()] : undefined;
	return [
		colour === undefined ? '' : ` fill="${colour}"`,
		current.isBold() ? ' font-weight="bold"' : '',
		current.isDim() ? ' opacity="0.55"' : '',
	].join('');
}

function textElement({column, columns, text, style}: Run, row: number): string {
	const x = padding + column * cell.width;
	const y = padding + row * cell.height + 14;
	return `<text x="${round(x)}" y="${y}" textLength="${round(columns * cell.width)}" lengthAdjust="spacingAndGlyphs"${style}>${escapeXml(text)}</text>`;
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
