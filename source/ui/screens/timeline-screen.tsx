import {Box} from 'ink';
import {selectOfferedSpans} from '../../store/offerings-selectors.js';
import {selectCursor, selectStaleRegions, selectTimelineEntries} from '../../store/selectors.js';
import {selectWindow} from '../../store/timeline-selectors.js';
import {LineText} from '../components/line-text.js';
import {useCellContexts} from '../hooks/use-cell-contexts.js';
import {pageRows} from '../layout.js';
import {blankLine, fitLine} from '../line.js';
import {noticeLines} from '../notices/notice-lines.js';
import {offeringContext} from '../offerings/offering-context.js';
import {selectedOfferingLines} from '../offerings/offering-lines.js';
import {useCapacity, useSettings} from '../store-context.js';
import {paint} from '../theme.js';
import {selectedLines} from '../timeline/selected-lines.js';
import {axisLines, barLine, offeredLine} from '../timeline/timeline-lines.js';
import {timelinePlace} from '../timeline/timeline-place.js';
import {timelineRows} from '../timeline/timeline-rows.js';
import {NoticeScreen} from './notice-screen.js';

/** Pane 3: an axis, a bar for each block, and the one under the cursor in words. */
export function TimelineScreen({width, height}: {readonly width: number; readonly height: number}) {
	const state = useCapacity((current) => current);
	const entries = useCapacity(selectTimelineEntries);
	const offered = useCapacity(selectOfferedSpans);
	const settings = useSettings();
	const staleRegions = useCapacity(selectStaleRegions);
	const contexts = useCellContexts(8);
	const {reservation: selected, index} = selectCursor(state, 'timeline');
	if (selected === null && offered.length === 0) {
		return <NoticeScreen width={width} height={height} />;
	}

	const {glyphs} = contexts.fresh;
	const place = timelinePlace(state, width);
	const view = {window: selectWindow(state, place.barColumns), width: place.barColumns, now: state.now};
	const rows = timelineRows(state, height);
	const [labels, rule] = axisLines(view, place, state.isLocalTime, glyphs);
	const chosen = selected === null ? (offered[index]?.offering ?? null) : null;
	const isStale = selected !== null && staleRegions.has(selected.region);
	const words =
		chosen !== null
			? selectedOfferingLines(chosen, offeringContext(state, glyphs), width)
			: selected === null
				? []
				: [blankLine, ...selectedLines(selected, isStale ? contexts.stale : contexts.fresh, width)];
	// Why nothing is held, in short.
	const notice = selected === null ? noticeLines(state, settings, width).slice(0, 1) : [];
	return (
		<Box flexDirection="column" width={width} height={height}>
			<LineText text={paint(labels)} />
			<LineText text={paint(rule)} />
			<Box flexDirection="column" height={pageRows('timeline', height)}>
				{notice.map((line) => (
					<LineText key="notice" text={paint(line)} />
				))}
				{entries.slice(rows.held.top, rows.held.top + rows.held.count).map((entry, offset) => {
					const isOld = staleRegions.has(entry.reservation.region);
					const line = barLine(entry, {view, place, glyphs, isSelected: rows.held.top + offset === index, isStale: isOld});
					return <LineText key={entry.reservation.key} text={paint(fitLine(line, width, glyphs.cut), isOld ? 'dim' : 'normal')} />;
				})}
				{offered.slice(rows.offered.top, rows.offered.top + rows.offered.count).map(({offering, span}) => (
					<LineText
						key={`offered/${offering.key}`}
						text={paint(fitLine(offeredLine(offering, span, {view, place, glyphs, isSelected: offering === chosen}), width, glyphs.cut))}
					/>
				))}
			</Box>
			{words.map((line, row) => (
				<LineText key={['first', 'second', 'third'][row]} text={paint(fitLine(line, width, glyphs.cut))} />
			))}
		</Box>
	);
}
