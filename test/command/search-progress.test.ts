import {expect, test} from 'vitest';
import {searchProgressLine} from '../../source/command/offerings/search-progress.js';

function lineOn(columns: number, isLive: boolean, isAscii = false) {
	const written: string[] = [];
	const stream = {columns, write: (text: string) => written.push(text) > 0};
	const time = {ms: 0};
	return {written, time, line: searchProgressLine(stream, 32, () => time.ms, {isAscii, isLive})};
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

const first = 'Searching 5 regions; AWS allows 10 searches of a region at once, then one in 6.7 s.\n';

test('elsewhere one line is all that is said when nothing is waited for', () => {
	const {written, line} = lineOn(80, false);
	line.show({...waiting, leftMs: 0});
	line.show({...waiting, asked: 5, leftMs: 0});
	line.clear();
	expect(written).toEqual([first]);
});

test('elsewhere a wait is told when it begins, and then once in 10 s at most', () => {
	const {written, time, line} = lineOn(80, false);
	line.show({...waiting, asked: 0, leftMs: 0});
	for (let left = 25; left >= 0; left--) {
		line.show({...waiting, leftMs: left * 1000, count: left > 12 ? 32 : 16, held: left > 12 ? [] : ['us-east-1']});
		line.show({...waiting, leftMs: left * 1000, count: left > 12 ? 32 : 16});
		time.ms += 1000;
	}

	expect(written).toEqual([
		first,
		'2 of 5 regions asked, 25 s left.\n',
		'2 of 5 regions asked, 15 s left.\n',
		'16 of them: 2 of 5 regions asked, 5 s left; us-east-1 told us to wait a minute.\n',
	]);
});

test('in ASCII what is cut says so in ASCII', () => {
	const {written, line} = lineOn(30, true, true);
	line.show(waiting);
	expect(written).toEqual(['\r2 of 5 regions asked, 12 s l~\u{1B}[K']);
});
