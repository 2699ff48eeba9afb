import {Box, Text} from 'ink';
import {LineText} from '../components/line-text.js';
import {moreLine} from '../cut-lines.js';
import {helpHeight, helpNotes, helpPages} from '../help/help-pages.js';
import {KeyTable} from '../help/key-table.js';
import {useCapacity, useSettings} from '../store-context.js';
import {paint} from '../theme.js';

/** Every key and sign; scrolls where the terminal is low. */
export function HelpScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs} = useSettings();
	const scroll = useCapacity((state) => state.scroll);
	const total = helpHeight(width, glyphs);
	const top = Math.min(scroll, Math.max(0, total - height));
	const below = total - top - height;
	return (
		<Box width={width} height={height} flexDirection="column">
			<Box height={below > 0 ? height - 1 : height} overflow="hidden" flexDirection="column">
				<Box marginTop={-top} flexDirection="column" flexShrink={0}>
					<Box flexShrink={0}>
						{helpPages(width, glyphs).map((page) => (
							<Box key={page[0]?.title} flexDirection="column" marginRight={2} flexShrink={0}>
								{page.map((group) => (
									<KeyTable key={group.title} group={group} />
								))}
							</Box>
						))}
					</Box>
					{helpNotes(width).map((note) => (
						<Text key={note}>{note}</Text>
					))}
				</Box>
			</Box>
			{below > 0 && <LineText text={paint(moreLine(below + 1, glyphs))} />}
		</Box>
	);
}
