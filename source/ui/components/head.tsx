import {headerLine} from '../chrome/header-line.js';
import {summaryLine} from '../chrome/summary-line.js';
import {tabLine} from '../chrome/tab-line.js';
import type {Layout} from '../layout.js';
import {useSettings} from '../store-context.js';
import {LiveLines} from './live-lines.js';
import {Rule} from './rule.js';
import {StateLine} from './state-line.js';

/** Whose and how fresh, which pane and what is filtered, and what it all amounts to. */
export function Head({layout}: {readonly layout: Layout}) {
	const {columns, density} = layout;
	const settings = useSettings();
	return (
		<>
			<StateLine build={(state) => headerLine(state, settings, columns)} />
			<StateLine build={(state) => tabLine(state, settings.glyphs, columns)} />
			{density === 'full' && <Rule columns={columns} />}
			<StateLine build={(state) => summaryLine(state, settings.glyphs, layout)} />
			<LiveLines layout={layout} />
		</>
	);
}
