import {EventEmitter} from 'node:events';
import {PassThrough} from 'node:stream';

/** A terminal's output that keeps the latest frame only. */
export class FakeStdout extends EventEmitter {
	readonly isTTY = true;
	readonly writable = true;
	columns: number;
	rows: number;
	frame = '';

	constructor(columns: number, rows: number) {
		super();
		this.columns = columns;
		this.rows = rows;
	}

	write(text: string, encoding?: unknown, callback?: () => void): boolean {
		// Modes of the terminal, such as bracketed paste, are not frames.
		if (!/^(?:\u{1B}\[\?[\d;]+[a-z])*\n?$/u.test(text)) {
			this.frame = text;
		}

		const done = typeof encoding === 'function' ? encoding : callback;
		done?.();
		return true;
	}

	resize(columns: number, rows: number): void {
		this.columns = columns;
		this.rows = rows;
		this.emit('resize');
	}
}

/** A terminal's input: what is written to it was typed. */
export class FakeStdin extends PassThrough {
	readonly isTTY = true;

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}
