const plainAscii = /^[\x20-\x7e]*$/;

/**
`text` as wide on one terminal as on another: without skin tones and the frames of keycaps, which some join to the character before and
some show apart, and with the vowel AM of Thai and Lao in its two parts, of which some count both and some only one when it is one.
*/
export function steadyText(text: string): string {
	return plainAscii.test(text)
		? text
		: text
				.replaceAll(/\p{Emoji_Modifier}|\u20e3/gu, '')
				.replaceAll('\u0e33', '\u0e4d\u0e32')
				.replaceAll('\u0eb3', '\u0ecd\u0eb2');
}
