/** How sentences for people are printed. */
export type TextLook = {
	/** Columns that a line may take. */
	readonly width: number;
	/** No character beyond ASCII. */
	readonly isAscii: boolean;
	readonly isColor: boolean;
};
