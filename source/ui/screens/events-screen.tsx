import {Box} from 'ink';
import {formatZone} from '../../format/date.js';
import {selectShownEvents} from '../../store/event-selectors.js';
import {selectCursor} from '../../store/selectors.js';
import {scrollTo} from '../../store/view-slice.js';
import {LineBlock} from '../components/line-block.js';
import {LineText} from '../components/line-text.js';
import {eventHeading, eventLine} from '../events/event-line.js';
import {selectedEventLines} from '../events/selected-event-lines.js';
import {pageRows} from '../layout.js';
import {blankLine, bold, plain} from '../line.js';
import {useCapacity, useSettings} from '../store-context.js';
import {paint} from '../theme.js';
import {NoticeScreen} from './notice-screen.js';

/** Pane 4: what happened since the app was opened, newest first. */
export function EventsScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs} = useSettings();
	const entries = useCapacity(selectShownEvents);
	const hasAny = useCapacity((state) => state.events.length > 0);
	const cursorIndex = useCapacity((state) => selectCursor(state, 'events').index);
	const cursorTop = useCapacity((state) => state.cursors.events.top);
	const now = useCapacity((state) => state.now);
	const zone = useCapacity((state) => (state.isLocalTime ? 'local' : 'utc'));
	const isCutOff = useCapacity((state) => state.connection.status === 'failed');
	if (!hasAny && isCutOff) {
		return <NoticeScreen width={width} height={height} />;
	}

	if (entries.length === 0) {
		const text = hasAny ? 'The search finds no event.' : 'Nothing has changed since the app was opened.';
		return <LineBlock lines={[blankLine, [plain('  '), bold(text)]]} width={width} height={height} />;
	}

	const count = pageRows('events', height);
	const context = {now, zone, glyphs} as const;
	const selected = entries[cursorIndex];
	const words = selected === undefined ? [] : selectedEventLines(selected, context, width);
	const top = scrollTo(cursorTop, cursorIndex, count, entries.length);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<LineText text={paint(eventHeading(width, formatZone(now, zone), glyphs))} />
			<Box flexDirection="column" height={count}>
				{entries.slice(top, top + count).map((entry, offset) => {
					const isSelected = top + offset === cursorIndex;
					const line = eventLine(entry, context, width, isSelected);
					return <LineText key={entry.event.sequence} text={paint(line, isSelected ? 'bold' : 'normal')} />;
				})}
			</Box>
			<LineText text="" />
			{words.map((line, row) => (
				<LineText key={row === 0 ? 'begin' : 'rest'} text={paint(line)} />
			))}
		</Box>
	);
}
