const openScreen = '\u{1B}[?1049h';
const home = '\u{1B}[H';

/**
Lets Ink open its screen with the cursor in the corner, where it begins to draw. A terminal would leave it where it was on the other
screen, such as behind what was typed too early.
*/
export function fromTheCorner<Result>(stdout: Pick<NodeJS.WritableStream, 'write'>, open: () => Result): Result {
	const {write} = stdout;
	stdout.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) =>
		Reflect.apply(write, stdout, [chunk === openScreen ? openScreen + home : chunk, ...rest])) as typeof write;
	try {
		return open();
	} finally {
		stdout.write = write;
	}
}
