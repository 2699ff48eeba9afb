import {Box} from 'ink';
import type {Line} from '../line.js';
import {paint} from '../theme.js';
import {LineText} from './line-text.js';

export type LineBlockProps = {readonly lines: readonly Line[]; readonly width: number; readonly height: number};

/** Lines from the top, as many as fit. */
export function LineBlock({lines, width, height}: LineBlockProps) {
	return (
		<Box width={width} height={height}>
			<LineText
				text={lines
					.slice(0, height)
					.map((line) => paint(line))
					.join('\n')}
			/>
		</Box>
	);
}
