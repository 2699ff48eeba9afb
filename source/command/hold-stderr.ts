import process from 'node:process';

/** A warning repeated for hours must not fill the memory. */
const mostHeld = 20_000;

/**
Keeps back what is written to stderr, Node's own warnings included, so that it cannot disturb the app's screen.

Returns how to write it after all, and to let through what follows.
*/
export function holdStderr(stderr: NodeJS.WriteStream): () => void {
	const write = stderr.write;
	const warningListeners = process.listeners('warning');
	let held = '';
	let left = 0;

	function hold(text: string): void {
		const kept = text.slice(0, mostHeld - held.length);
		held += kept;
		left += text.length - kept.length;
	}

	function onWarning({name, message}: Error): void {
		hold(`${name}: ${message}\n`);
	}

	stderr.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
		hold(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
		const onWritten = rest.at(-1);
		if (typeof onWritten === 'function') {
			process.nextTick(onWritten as () => void);
		}

		return true;
	};
	// Node prints warnings past `stderr.write`.
	process.removeAllListeners('warning');
	process.on('warning', onWarning);
	return () => {
		stderr.write = write;
		process.off('warning', onWarning);
		for (const listener of warningListeners) {
			process.on('warning', listener);
		}

		if (held !== '') {
			stderr.write(left === 0 ? held : `${held}\n${left} more characters were left out.\n`);
		}
	};
}
