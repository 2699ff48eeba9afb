import {Box, Text} from 'ink';
import {Table} from 'ink-table';
import type {ReactNode} from 'react';
import type {Glyphs} from '../glyphs.js';
import {bold} from '../line.js';
import {paint} from '../theme.js';
import {besideLines, comparisonRows} from './comparison-rows.js';

export type ComparisonTableProps = {readonly width: number; readonly height: number; readonly top: number; readonly glyphs: Glyphs};

/** The table from the line `top` on, as many lines as fit: ink-table draws every row that it is given. */
export function ComparisonTable({width, height, top, glyphs}: ComparisonTableProps) {
	const rows = comparisonRows(width, glyphs);
	const shown = rows.slice(top, top + height).map(({feature, block, odcr}) => ({feature, block, odcr}));
	const below = ['', ...besideLines(width, glyphs)].slice(Math.max(0, top - rows.length), Math.max(0, top + height - rows.length));
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			{shown.length > 0 && (
				<Table data={shown} columns={['feature', 'block', 'odcr']} header={Nothing} skeleton={Nothing} cell={ContrastCell} />
			)}
			{below.map((line) => (
				<Text key={line}>{line === '' ? ' ' : line}</Text>
			))}
		</Box>
	);
}

/** ink-table would put a rule between all lines. */
function Nothing() {
	return null;
}

function ContrastCell({column, children}: {readonly column: number; readonly children?: ReactNode}) {
	const text = String(children);
	return <Text>{column === 0 ? paint([bold(text)]) : text}</Text>;
}
