import {expect, test} from 'vitest';
import {selectTimelineEntries} from '../../../source/store/selectors.js';
import {selectWindow} from '../../../source/store/timeline-selectors.js';
import {unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf} from '../../../source/ui/line.js';
import {barLine} from '../../../source/ui/timeline/timeline-lines.js';
import {timelinePlace} from '../../../source/ui/timeline/timeline-place.js';
import {fakeSource} from '../../helpers/fake-source.js';
import {openStore} from '../../helpers/open-store.js';
import {block} from '../../helpers/reservation.js';

test('a size is never cut, also not with the mark of a stale row: its column is as wide as the widest', async () => {
	const rows = [block({totalInstanceCount: 12_345_678}), block({id: 'cr-2'})];
	const {store} = await openStore({source: fakeSource({'us-east-1': [rows]})});
	const state = store.getState();
	for (let width = 60; width <= 200; width++) {
		const place = timelinePlace(state, width);
		const view = {window: selectWindow(state, place.barColumns), width: place.barColumns, now: state.now};
		const lines = selectTimelineEntries(state).map((entry) =>
			textOf(barLine(entry, {view, place, glyphs: unicodeGlyphs, isSelected: false, isStale: true})),
		);
		expect(lines.join('\n')).toContain('p5.48xlarge ~×12345678  ');
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
	}
});
