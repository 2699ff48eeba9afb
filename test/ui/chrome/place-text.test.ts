import {expect, test} from 'vitest';
import {placeText} from '../../../source/ui/chrome/place-text.js';
import {summaryLine} from '../../../source/ui/chrome/summary-line.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf} from '../../../source/ui/line.js';
import {openStore} from '../../helpers/open-store.js';

test('a list that goes on beyond the screen says which rows these are', async () => {
	const {store} = await openStore();
	const place = (bodyRows: number, glyphs = unicodeGlyphs) => placeText(store.getState(), glyphs, {columns: 80, mainColumns: 80, bodyRows});
	expect([place(13), place(12), place(11, asciiGlyphs)]).toEqual([null, '1–11 of 12', '1-10 of 12']);
	store.getState().moveCursor(Number.POSITIVE_INFINITY, 10);
	expect(place(11)).toBe('3–12 of 12');
	for (const view of [{screen: 'help'}, {screen: 'details'}, {screen: 'main', pane: 'guide'}] as const) {
		store.setState(view);
		expect(place(5)).toBe(null);
	}

	store.setState({pane: 'timeline'});
	expect([place(10), place(9), place(6)]).toEqual([null, '1–4 of 5', '1 of 5']);
});

test('it takes the place of "0 hidden", and stands before what is hidden', async () => {
	const {store} = await openStore();
	const end = () => textOf(summaryLine(store.getState(), unicodeGlyphs, {columns: 80, mainColumns: 80, bodyRows: 4})).slice(-24);
	expect(end()).toMatch(/ {3}1–3 of 12 $/);
	store.getState().showPane('blocks');
	expect(end()).toBe('1–3 of 5  4 ended hidden '.slice(-24));
});
