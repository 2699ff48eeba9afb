import {Box} from 'ink';
import {selectOfferings} from '../../store/offerings-selectors.js';
import {selectAllRows, selectCursor} from '../../store/selectors.js';
import {scrollTo} from '../../store/view-slice.js';
import {LineBlock} from '../components/line-block.js';
import {LineText} from '../components/line-text.js';
import {pageRows} from '../layout.js';
import {blankLine} from '../line.js';
import {formLine} from '../offerings/form-line.js';
import {nothingLines} from '../offerings/nothing-lines.js';
import {type OfferingContext, offeringTable} from '../offerings/offering-columns.js';
import {selectedOfferingLines} from '../offerings/offering-lines.js';
import {useCapacity, useSettings} from '../store-context.js';
import {paint} from '../theme.js';

/** Pane 5: what is looked for, the Capacity Blocks that could be bought, and the one under the cursor in words. */
export function OfferingsScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {glyphs} = useSettings();
	const state = useCapacity((current) => current);
	const offerings = useCapacity(selectOfferings);
	const form = formLine(state, glyphs, width);
	if (offerings.length === 0) {
		return <LineBlock lines={[form, blankLine, ...nothingLines(state.looking, glyphs, width)]} width={width} height={height} />;
	}

	const context: OfferingContext = {now: state.now, zone: state.isLocalTime ? 'local' : 'utc', glyphs, held: selectAllRows(state)};
	const {heading, row} = offeringTable(offerings, context, width);
	const {index} = selectCursor(state, 'offerings');
	const count = pageRows('offerings', height);
	const top = scrollTo(state.cursors.offerings.top, index, count, offerings.length);
	const selected = offerings[index];
	const words = selected === undefined ? [] : selectedOfferingLines(selected, context, width);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<LineText text={paint(form)} />
			<LineText text={paint(heading)} />
			<Box flexDirection="column" height={count}>
				{offerings.slice(top, top + count).map((offering, offset) => (
					<LineText key={offering.key} text={paint(row(offering, top + offset === index))} />
				))}
			</Box>
			<LineText text="" />
			{words.map((line, place) => (
				<LineText key={['what', 'when', 'price'][place]} text={paint(line)} />
			))}
		</Box>
	);
}
