/** The contract of the readme. */
export const exitCodes = {
	ok: 0,
	/** Nothing could be read: no credentials, or every region failed. */
	failed: 1,
	usage: 2,
	/** `--strict`, and an asked region failed. */
	partial: 4,
	/** ctrl-c. */
	interrupted: 130,
} as const;
