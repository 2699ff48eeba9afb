import {selectOfferings} from '../../store/offerings-selectors.js';
import {selectCursor} from '../../store/selectors.js';
import {scrollTo} from '../../store/view-slice.js';
import {LineBlock} from '../components/line-block.js';
import {blankLine} from '../line.js';
import {noticeLines} from '../notices/notice-lines.js';
import {searchNotes} from '../offerings/asked.js';
import {formLines} from '../offerings/form-lines.js';
import {noteLines} from '../offerings/note-lines.js';
import {nothingLines} from '../offerings/nothing-lines.js';
import {offeringTable} from '../offerings/offering-columns.js';
import {offeringContext} from '../offerings/offering-context.js';
import {selectedOfferingLines} from '../offerings/offering-lines.js';
import {rowsOnPage} from '../page-rows.js';
import {useCapacity, useSettings} from '../store-context.js';

/** Pane 5: what is looked for, the Capacity Blocks that could be bought, and the one under the cursor in words. */
export function OfferingsScreen({width, height}: {readonly width: number; readonly height: number}) {
	const settings = useSettings();
	const {glyphs} = settings;
	const state = useCapacity((current) => current);
	const offerings = useCapacity(selectOfferings);
	const form = formLines(state, glyphs, width);
	if (offerings.length === 0) {
		// Without a connection a search would say nothing else.
		const isCutOff = state.connection.status === 'failed' && state.looking.status === 'never';
		const nothing = isCutOff ? noticeLines(state, settings, width) : nothingLines(state, glyphs, width);
		return <LineBlock lines={[...form, blankLine, ...nothing]} width={width} height={height} />;
	}

	const context = offeringContext(state, glyphs);
	const {heading, row} = offeringTable(offerings, context, width);
	const {index} = selectCursor(state, 'offerings');
	const count = rowsOnPage(state, {mainColumns: width, bodyRows: height}, glyphs);
	const top = scrollTo(state.cursors.offerings.top, index, count, offerings.length);
	const rows = offerings.slice(top, top + count).map((offering, offset) => row(offering, top + offset === index));
	// The notes of the search have room of their own, the mark's the one that the rows leave, or the empty line.
	const room = count + 1 + searchNotes(state.looking).length - rows.length;
	const notes = noteLines(state.looking, offerings, context, width).slice(0, room);
	const air = Array.from({length: room - notes.length}, () => blankLine);
	const selected = offerings[index];
	const words = selected === undefined ? [] : selectedOfferingLines(selected, context, width);
	return <LineBlock lines={[...form, heading, ...rows, ...notes, ...air, ...words]} width={width} height={height} />;
}
