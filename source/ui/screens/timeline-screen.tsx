import {Box} from 'ink';
import {selectCursor, selectOffering, selectStaleRegions, selectTimelineEntries} from '../../store/selectors.js';
import {selectOfferedSpans, selectWindow} from '../../store/timeline-selectors.js';
import {scrollTo} from '../../store/view-slice.js';
import {LineText} from '../components/line-text.js';
import {useCellContexts} from '../hooks/use-cell-contexts.js';
import {pageRows} from '../layout.js';
import {fitLine} from '../line.js';
import {useCapacity} from '../store-context.js';
import {paint} from '../theme.js';
import {selectedLines} from '../timeline/selected-lines.js';
import {axisLines, barLine, offeredLine} from '../timeline/timeline-lines.js';
import {timelinePlace} from '../timeline/timeline-place.js';
import {NoticeScreen} from './notice-screen.js';

/** Pane 3: an axis, a bar for each block, and the one under the cursor in words. */
export function TimelineScreen({width, height}: {readonly width: number; readonly height: number}) {
	const state = useCapacity((current) => current);
	const entries = useCapacity(selectTimelineEntries);
	const offered = useCapacity(selectOfferedSpans);
	const chosen = useCapacity(selectOffering);
	const staleRegions = useCapacity(selectStaleRegions);
	const contexts = useCellContexts(8);
	const {reservation: selected, index} = selectCursor(state, 'timeline');
	if (selected === null) {
		return <NoticeScreen width={width} height={height} />;
	}

	const {glyphs} = contexts.fresh;
	const place = timelinePlace(state, width);
	const view = {window: selectWindow(state, place.barColumns), width: place.barColumns, now: state.now};
	const room = pageRows('timeline', height);
	// What could be bought has the rows that are left over, and one in any case.
	const offeredRows = Math.min(offered.length, Math.max(1, room - entries.length));
	const count = room - offeredRows;
	const top = scrollTo(state.cursors.timeline.top, index, count, entries.length);
	// Where not all have room, the one that is chosen in pane 5 has.
	const firstOffered = scrollTo(
		0,
		Math.max(
			0,
			offered.findIndex(({offering}) => offering === chosen),
		),
		offeredRows,
		offered.length,
	);
	const [labels, rule] = axisLines(view, place, state.isLocalTime, glyphs);
	const words = selectedLines(selected, staleRegions.has(selected.region) ? contexts.stale : contexts.fresh, width);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<LineText text={paint(labels)} />
			<LineText text={paint(rule)} />
			<Box flexDirection="column" height={room}>
				{entries.slice(top, top + count).map((entry, offset) => {
					const isStale = staleRegions.has(entry.reservation.region);
					const line = barLine(entry, {view, place, glyphs, isSelected: top + offset === index, isStale});
					return <LineText key={entry.reservation.key} text={paint(fitLine(line, width, glyphs.cut), isStale ? 'dim' : 'normal')} />;
				})}
				{offered.slice(firstOffered, firstOffered + offeredRows).map(({offering, span}) => (
					<LineText
						key={`offered/${offering.key}`}
						text={paint(fitLine(offeredLine(offering, span, {view, place, glyphs}), width, glyphs.cut))}
					/>
				))}
			</Box>
			<LineText text="" />
			{words.map((line, row) => (
				<LineText key={row === 0 ? 'what' : 'when'} text={paint(fitLine(line, width, glyphs.cut))} />
			))}
		</Box>
	);
}
