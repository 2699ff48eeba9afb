import {footLine} from '../chrome/foot-line.js';
import type {Layout} from '../layout.js';
import {useSettings} from '../store-context.js';
import {LineText} from './line-text.js';
import {Rule} from './rule.js';
import {StateLine} from './state-line.js';

/** What can be pressed now. */
export function Foot({layout: {columns, density}}: {readonly layout: Layout}) {
	const {glyphs} = useSettings();
	return (
		<>
			{density === 'full' && <Rule columns={columns} />}
			{density === 'compact' && <LineText text="" />}
			<StateLine build={(state) => footLine(state, glyphs, columns)} />
		</>
	);
}
