import {selectCursor, selectStaleRegions} from '../../store/selectors.js';
import {LineBlock} from '../components/line-block.js';
import {cutLines} from '../cut-lines.js';
import {detailsAsideOf} from '../details/details-aside.js';
import {detailsLines} from '../details/details-lines.js';
import {useCellContexts} from '../hooks/use-cell-contexts.js';
import {plain} from '../line.js';
import {useAppContext, useCapacity} from '../store-context.js';

/** Everything known of the reservation under the cursor, scrolled by `scroll`. */
export function DetailsScreen({width, height}: {readonly width: number; readonly height: number}) {
	const reservation = useCapacity((state) => selectCursor(state, state.pane).reservation);
	const staleRegions = useCapacity(selectStaleRegions);
	const scroll = useCapacity((state) => state.scroll);
	const {store} = useAppContext();
	const contexts = useCellContexts(8);
	if (reservation === null) {
		return <LineBlock lines={[[plain('  No reservation here.')]]} width={width} height={height} />;
	}

	const lines = detailsLines(
		reservation,
		staleRegions.has(reservation.region) ? contexts.stale : contexts.fresh,
		width,
		detailsAsideOf(store.getState(), reservation),
	);
	const top = Math.min(scroll, Math.max(0, lines.length - height));
	return <LineBlock lines={cutLines(lines.slice(top), height, contexts.fresh.glyphs)} width={width} height={height} />;
}
