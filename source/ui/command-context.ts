import {selectCursor, selectOffering} from '../store/selectors.js';
import {detailsAsideOf} from './details/details-aside.js';
import {detailsLines} from './details/details-lines.js';
import {guideHeight} from './guide/guide-lines.js';
import {helpHeight} from './help/help-pages.js';
import {offeringContext} from './offerings/offering-context.js';
import {offeringLines} from './offerings/offering-lines.js';
import type {CommandContext} from './run-command.js';
import {timelinePlace} from './timeline/timeline-place.js';
import {snippetHeight} from './use/snippet-lines.js';

export type CommandContextInput = Pick<CommandContext, 'store' | 'layout' | 'glyphs' | 'ownFlags' | 'copy' | 'quit' | 'suspend'>;

/** What commands need to know of the screen they act on. */
export function commandContext({store, layout, glyphs, ownFlags, ...actions}: CommandContextInput): CommandContext {
	const state = store.getState();
	const {reservation} = selectCursor(state, state.pane);
	const zone = state.isLocalTime ? 'local' : 'utc';
	const context = {now: state.now, zone, glyphs, accountId: state.accountId, prices: state.prices, barWidth: 8, isStale: false} as const;
	const height = () => {
		switch (state.screen) {
			case 'help':
				return helpHeight(layout.columns, glyphs);
			case 'details':
				return reservation === null ? 0 : detailsLines(reservation, context, layout.columns, detailsAsideOf(state, reservation)).length;
			case 'offering': {
				const offering = selectOffering(state);
				return offering === null ? 0 : offeringLines(offering, offeringContext(state, glyphs), layout.columns).length;
			}

			case 'snippet':
				return snippetHeight(state, glyphs, layout.columns);
			case 'main':
				return state.pane === 'guide' ? guideHeight(state, {glyphs, ownFlags}, layout.columns) : 0;
			case 'use':
			case 'regions':
				return 0;
		}
	};

	return {
		...actions,
		store,
		layout,
		glyphs,
		ownFlags,
		timelineColumns: state.pane === 'timeline' ? timelinePlace(state, layout.mainColumns).barColumns : 0,
		mostScroll: Math.max(0, height() - layout.bodyRows),
	};
}
