import type {Layout} from '../layout.js';
import {liveLines} from '../live/live-lines.js';
import {useCapacity, useSettings} from '../store-context.js';
import {paint} from '../theme.js';
import {LineText} from './line-text.js';

/** Alert and bring-up between the summary and the rows; without them an empty line where there is room. */
export function LiveLines({layout: {columns, density}}: {readonly layout: Layout}) {
	const {glyphs} = useSettings();
	const text = useCapacity((state) =>
		liveLines(state, glyphs, columns)
			.map((line) => paint(line))
			.join('\n'),
	);
	return text === '' && density !== 'full' ? null : <LineText text={text} />;
}
