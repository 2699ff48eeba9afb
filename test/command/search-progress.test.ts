import {expect, test} from 'vitest';
import {searchProgressLine} from '../../source/command/offerings/search-progress.js';

function lineOn(columns: number, isLive: boolean, isAscii = false) {
	const written: string[] = [];
	const stream = {columns, write: (text: string) => written.push(text) > 0};
	return {written, line: searchProgressLine(stream, 32, {isAscii, isLive})};
}

const waiting = {asked: 2, all: 5, leftMs: 12_000, held: [], count: 32};

test('a terminal has one line with the time that is left, no wider than it, and none in the end', () => {
	const {written, line} = lineOn(40, true);
	line.show(waiting);
	line.show({...waiting, asked: 5, leftMs: 0, count: 16});
	line.clear();
	line.clear();
	expect(written).toEqual([
		'\r2 of 5 regions asked, 12 s left (AWS t…\u{1B}[K',
		'\r16 of them: 5 of 5 regions asked\u{1B}[K',
		'\r\u{1B}[K',
	]);
});

test('elsewhere one line is all that is said', () => {
	const {written, line} = lineOn(80, false);
	line.show(waiting);
	line.show({...waiting, asked: 5, leftMs: 0});
	line.clear();
	expect(written).toEqual(['Searching 5 regions; AWS allows 10 searches of a region at once, then one in 6.7 s.\n']);
});

test('in ASCII what is cut says so in ASCII', () => {
	const {written, line} = lineOn(30, true, true);
	line.show(waiting);
	expect(written).toEqual(['\r2 of 5 regions asked, 12 s l~\u{1B}[K']);
});
