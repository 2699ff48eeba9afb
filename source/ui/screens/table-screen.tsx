import {Box} from 'ink';
import {useMemo} from 'react';
import type {ReservationKind} from '../../core/reservations/reservation.js';
import {selectIdleTotal} from '../../store/cost-selectors.js';
import {hintsOn} from '../../store/hint-selectors.js';
import {namesOf, selectCursor, selectShown, selectStaleRegions} from '../../store/selectors.js';
import {scrollTo} from '../../store/view-slice.js';
import {LineText} from '../components/line-text.js';
import {ReservationRow} from '../components/reservation-row.js';
import {useCellContexts} from '../hooks/use-cell-contexts.js';
import {pageRows} from '../layout.js';
import {useAppContext, useCapacity} from '../store-context.js';
import {blockColumns} from '../table/block-columns.js';
import type {Column, PlacedColumn} from '../table/column.js';
import {barWidthFor, fitColumns} from '../table/fit-columns.js';
import {selectLargeRows} from '../table/large-rows.js';
import {odcrColumns, pricedOdcrColumns} from '../table/odcr-columns.js';
import {headingLine} from '../table/table-lines.js';
import {paint} from '../theme.js';
import {NoticeScreen} from './notice-screen.js';

export type TableScreenProps = {readonly kind: ReservationKind; readonly width: number; readonly height: number};

/** Panes 1 and 2: a heading and as many rows as fit, around the cursor. */
export function TableScreen({kind, width, height}: TableScreenProps) {
	const pane = kind === 'odcr' ? 'odcrs' : 'blocks';
	const {store} = useAppContext();
	const {rows} = useCapacity((state) => selectShown(state, pane));
	const sort = useCapacity((state) => state.sorts[kind]);
	const cursorIndex = useCapacity((state) => selectCursor(state, pane).index);
	const cursorTop = useCapacity((state) => state.cursors[pane].top);
	const staleRegions = useCapacity(selectStaleRegions);
	const followed = useCapacity((state) => state.followed);
	const changeMarks = useCapacity((state) => state.changeMarks);
	const contexts = useCellContexts(barWidthFor(width));
	// From the beginning, so that nothing moves once prices come.
	const isPriced = useCapacity((state) => (selectIdleTotal(state)?.instances ?? 0) > 0);
	const hasStale = staleRegions.size > 0;
	const large = useCapacity((state) => selectLargeRows(state, kind));
	const columns = useMemo(
		() => columnsFor(kind, isPriced, (all) => fitColumns(all, rows, width, hasStale, large)),
		[kind, rows, width, hasStale, isPriced, large],
	);
	if (rows.length === 0) {
		return <NoticeScreen width={width} height={height} />;
	}

	const count = pageRows(pane, height);
	const top = scrollTo(cursorTop, cursorIndex, count, rows.length);
	const visible = rows.slice(top, top + count);
	// Of the few rows on the screen, so that it is cheaper to look for them than to remember them.
	const hints = hintsOn(store.getState(), visible);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<LineText text={paint(headingLine(columns, sort, contexts.fresh.zone))} />
			{visible.map((reservation, offset) => (
				<ReservationRow
					key={reservation.key}
					reservation={reservation}
					columns={columns}
					context={staleRegions.has(reservation.region) ? contexts.stale : contexts.fresh}
					isSelected={top + offset === cursorIndex}
					hint={hints.get(reservation.key)?.[0]?.severity ?? null}
					mark={changeMarks.get(reservation.key) ?? null}
					isFollowed={followed.length > 0 && namesOf(reservation).some((name) => followed.includes(name))}
				/>
			))}
		</Box>
	);
}

/** What is idle costs has a column where it leaves the others their room. */
function columnsFor(
	kind: ReservationKind,
	isPriced: boolean,
	place: (columns: readonly Column[]) => readonly PlacedColumn[],
): readonly PlacedColumn[] {
	if (kind === 'block') {
		return place(blockColumns);
	}

	const priced = isPriced ? place(pricedOdcrColumns) : [];
	return priced.some(({column}) => column.id === 'idle-cost') ? priced : place(odcrColumns);
}
