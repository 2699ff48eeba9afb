import {execFile} from 'node:child_process';
import {resolve} from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';

const keepHeapSmall = JSON.stringify(resolve('source/command/app/keep-heap-small.ts'));

/** What V8 takes for new objects and for all, in MB, when 300 MB of objects have been made of which most are soon of no more use; and what it complained of. */
async function heapAfter(call: string) {
	const program = `
		const {getHeapSpaceStatistics, getHeapStatistics} = await import('node:v8');
		const {keepHeapSmall} = await import(${keepHeapSmall});
		${call}
		const kept = [];
		for (let index = 0; index < 1_500_000; index++) {
			kept[index % 100_000] = {index, items: [index, index + 1], text: 'reservation ' + index};
		}

		const space = getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space');
		console.log(JSON.stringify({newMb: space.space_size / 1e6, allMb: getHeapStatistics().total_heap_size / 1e6}));
	`;
	const {stdout, stderr} = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
	return {...(JSON.parse(stdout) as {readonly newMb: number; readonly allMb: number}), stderr};
}

test('the room for new objects stays small, and V8 knows the flags', async () => {
	const [usual, small] = await Promise.all([heapAfter(''), heapAfter('keepHeapSmall(process.versions.node);')]);
	expect(small.stderr).toBe('');
	expect(small.newMb).toBeLessThan(usual.newMb / 2);
	expect(small.allMb).toBeLessThan(usual.allMb);
});

test('a Node that may not know the flags is left alone', async () => {
	const [usual, old, coming] = await Promise.all(
		['', "keepHeapSmall('18.20.0');", "keepHeapSmall('99.0.0');"].map(async (call) => heapAfter(call)),
	);
	expect(old?.newMb).toBe(usual?.newMb);
	expect(coming?.newMb).toBe(usual?.newMb);
});
