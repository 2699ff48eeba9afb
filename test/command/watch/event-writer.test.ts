import {EventEmitter} from 'node:events';
import {expect, test} from 'vitest';
import {createEventWriter} from '../../../source/command/watch/event-writer.js';

const at = new Date('2026-11-23T10:13:00Z');

/** A stream that takes `room` lines until it is drained. */
function slowSink(room: number) {
	const drained = new EventEmitter();
	const texts: string[] = [];
	let left = room;
	return {
		write(line: string) {
			const {sequence, message} = JSON.parse(line) as {sequence: number; message: string};
			texts.push(`${sequence} ${message}`);
			left -= 1;
			return left > 0;
		},
		once: (event: 'drain', listener: () => void) => void drained.once(event, listener),
		drain(more: number) {
			left = more;
			drained.emit('drain');
		},
		texts,
	} as unknown as NodeJS.WriteStream & {drain(more: number): void; readonly texts: readonly string[]};
}

test('keeps what a slow reader cannot take yet', () => {
	const sink = slowSink(2);
	const writer = createEventWriter(sink);
	for (const text of ['a', 'b', 'c', 'd']) {
		writer.write({type: 'note', text}, at);
	}

	expect(sink.texts).toEqual(['1 a', '2 b']);
	sink.drain(10);
	writer.write({type: 'note', text: 'e'}, at);
	expect(sink.texts).toEqual(['1 a', '2 b', '3 c', '4 d', '5 e']);
});

test('drops the oldest of too many, says so, and numbers on without a gap', () => {
	const sink = slowSink(1);
	const writer = createEventWriter(sink, 2);
	for (const text of ['a', 'b', 'c', 'd', 'e']) {
		writer.write({type: 'note', text}, at);
	}

	sink.drain(10);
	expect(sink.texts).toEqual(['1 a', '2 2 events were dropped, since the reader of this stream is too slow.', '3 d', '4 e']);
});

test('flushes what it kept at the end', () => {
	const sink = slowSink(1);
	const writer = createEventWriter(sink);
	writer.write({type: 'note', text: 'a'}, at);
	writer.write({type: 'note', text: 'b'}, at);
	writer.flush();
	expect(sink.texts).toEqual(['1 a', '2 b']);
});
