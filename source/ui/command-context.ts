import {selectCursor} from '../store/selectors.js';
import {detailsLines} from './details/details-lines.js';
import type {Glyphs} from './glyphs.js';
import {helpHeight} from './help/help-pages.js';
import type {CommandContext} from './run-command.js';
import {timelinePlace} from './timeline/timeline-place.js';

export type CommandContextInput = Pick<CommandContext, 'store' | 'layout' | 'copy' | 'quit' | 'suspend'> & {
	readonly glyphs: Glyphs;
};

/** What commands need to know of the screen they act on. */
export function commandContext({store, layout, glyphs, ...actions}: CommandContextInput): CommandContext {
	const state = store.getState();
	const {reservation} = selectCursor(state, state.pane);
	const zone = state.isLocalTime ? 'local' : 'utc';
	const context = {now: state.now, zone, glyphs, accountId: state.accountId, barWidth: 8, isStale: false} as const;
	const height =
		state.screen === 'help'
			? helpHeight(layout.columns, glyphs)
			: state.screen === 'details' && reservation !== null
				? detailsLines(reservation, context, layout.columns, state.histories.get(reservation.key) ?? null).length
				: 0;
	return {
		...actions,
		store,
		layout,
		timelineColumns: state.pane === 'timeline' ? timelinePlace(state, layout.mainColumns).barColumns : 0,
		mostScroll: Math.max(0, height - layout.bodyRows),
	};
}
