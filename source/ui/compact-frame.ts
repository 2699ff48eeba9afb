/**
What Ink writes to change the screen, in fewer bytes: a move over many lines as one, neighbouring styles as one, and a long gap as a move.

A gap can be left out since Ink erases what it writes over, and since a blank looks the same in every style of the app: the colour of
letters, bold and dim.
*/
export function compactFrame(changes: string): string {
	return (
		changes
			.replaceAll(/(?:\u{1B}\[E){2,}/gu, (moves) => `\u{1B}[${moves.length / 3}E`)
			// A move down ends in the first column.
			.replaceAll(/(\u{1B}\[\d*E)\u{1B}\[1G/gu, '$1')
			.replaceAll('\u{1B}[1G', '\u{1B}[G')
			.replaceAll(/(?:\u{1B}\[[\d;]+m){2,}/gu, (styles) => styles.replaceAll('m\u{1B}[', ';'))
			.replaceAll(/ {6,}/g, (gap) => `\u{1B}[${gap.length}C`)
	);
}
