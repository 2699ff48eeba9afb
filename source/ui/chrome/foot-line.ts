import type {CapacityState} from '../../store/types.js';
import type {Glyphs} from '../glyphs.js';
import {appliesIn, type Binding, keymap} from '../keymap.js';
import {fitLine, joinLines, type Line, plain, spread, toned, widthOf} from '../line.js';
import {sortLabels} from '../words.js';

/** The last line: what can be pressed now; or the search as it is typed; or what just happened. */
export function footLine(state: CapacityState, glyphs: Glyphs, width: number): Line {
	if (state.searchInput !== null) {
		return spread(
			[toned('accent', ' /'), plain(state.query.search), toned('accent', glyphs.caret)],
			[toned('dim', `${glyphs.enter} keep  esc undo  !word leaves out `)],
			width,
			glyphs.cut,
		);
	}

	if (state.notice !== null) {
		return fitLine([plain(' '), toned('accent', state.notice.text)], width, glyphs.cut);
	}

	if (state.screen === 'regions') {
		const text = `space mark  ctrl-a all or none  ${glyphs.up} ${glyphs.down} move  type to find  ${glyphs.enter} or esc done`;
		return fitLine([plain(' '), ...hint(text)], width, glyphs.cut);
	}

	const bindings = keymap.filter((binding) => binding.foot !== undefined && appliesIn(binding, state));
	const back: readonly Line[] = state.screen === 'main' ? [] : [hint('esc back')];
	const right = joinLines(
		bindings.filter((binding) => binding.foot?.side === 'right').map((binding) => hintOf(binding, state, glyphs)),
		'  ',
	);
	for (let priority = 4; priority >= 0; priority--) {
		const shown = bindings.filter((binding) => binding.foot?.side !== 'right' && (binding.foot?.priority ?? 0) <= priority);
		const left = joinLines([...back, ...shown.map((binding) => hintOf(binding, state, glyphs))], '  ');
		if (priority === 0 || widthOf(left) + widthOf(right) + 4 <= width) {
			return spread([plain(' '), ...left], [...right, plain(' ')], width, glyphs.cut);
		}
	}

	return [];
}

function hintOf({keys, foot, command}: Binding, state: CapacityState, glyphs: Glyphs): Line {
	const text = foot?.text ?? '';
	const key = keys[0] === 'enter' ? glyphs.enter : keys[0];
	if (command === 'next-sort') {
		const sort = state.sorts[state.pane === 'odcrs' ? 'odcr' : 'block'];
		return hint(`s sort: ${sortLabels[sort.key]} ${sort.descending ? glyphs.down : glyphs.up}`);
	}

	if (command === 'pause') {
		return hint(state.isPaused ? 'p go on' : 'p pause');
	}

	if (command === 'dated-odcrs') {
		return hint(`o ${text} ${state.showsDatedOdcrs ? glyphs.on : glyphs.off}`);
	}

	return hint(text.startsWith(`${key} `) ? text : `${key} ${text}`);
}

/** The key plain, what it does dim. */
function hint(text: string): Line {
	const space = text.indexOf(' ');
	return [plain(text.slice(0, space)), toned('dim', text.slice(space))];
}
