/** The contract of the readme. */
export const exitCodes = {
	ok: 0,
	/** Nothing could be read: no credentials, or every region failed. */
	failed: 1,
	usage: 2,
	/** What was waited for has not come in time. */
	timedOut: 3,
	/** What was checked for is not there, nor will be; or there is no reservation of that name, or none that can be used so. */
	absent: 3,
	/** `--strict`, and an asked region failed. */
	partial: 4,
	/** What is waited for cannot happen any more. */
	impossible: 5,
	/** What was checked for is not there yet, but will be, or can be bought. */
	later: 6,
	/** ctrl-c. */
	interrupted: 130,
} as const;
