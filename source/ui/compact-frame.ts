/**
What Ink writes to change the screen, in fewer bytes: moves over many lines as one, neighbouring styles as one, a long gap as a move, and
no blanks at the end of a line.

A blank can be left out since Ink erases what it writes over, and since it looks the same in every style of the app: the colour of letters,
bold and dim.
*/
export function compactFrame(changes: string): string {
	return (
		changes
			.replaceAll(/ +((?:\u{1B}\[[\d;]+m)*\r\n)/gu, '$1')
			.replaceAll(/(?:\u{1B}\[E){2,}/gu, (moves) => `\u{1B}[${moves.length / 3}E`)
			// Ink goes to the top of the screen, and from there to the first line that changes.
			.replaceAll(/\u{1B}\[(\d+)A\u{1B}\[(\d*)E/gu, (moves, up: string, down: string) => backwards(Number(up) - linesIn(down)) ?? moves)
			.replaceAll(/\r\n\u{1B}\[(\d*)E/gu, (_, down: string) => `\u{1B}[${linesIn(down) + 1}E`)
			// A move to another line ends in the first column.
			.replaceAll(/(\u{1B}\[\d*[EF])\u{1B}\[1G/gu, '$1')
			.replaceAll('\u{1B}[1G', '\u{1B}[G')
			.replaceAll(/(?:\u{1B}\[[\d;]+m){2,}/gu, (styles) => withoutOverruled(styles.replaceAll('m\u{1B}[', ';')))
			.replaceAll(/ {6,}/g, (gap) => `\u{1B}[${gap.length}C`)
	);
}

function backwards(lines: number): string | null {
	return lines > 0 ? `\u{1B}[${lines}F` : null;
}

function linesIn(parameter: string): number {
	return parameter === '' ? 1 : Number(parameter);
}

/** Without bold and dim that are ended (22) before anything is written with them, and ended once. In a colour of 256, 1 and 2 are something else. */
function withoutOverruled(style: string): string {
	return style.includes('8;5;') ? style : style.replaceAll(/(?<=\[|;)(?:(?:1|2|22);)+(?=22[;m])/g, '');
}
