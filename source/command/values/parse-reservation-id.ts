import {quote, UsageError} from '../usage-error.js';

/** The id of a reservation or of a block, in lower case as AWS writes it. Whether there is one of that id, EC2 says later. */
export function parseReservationId(flag: string, text: string): string {
	const id = text.toLowerCase();
	if (!/^c[rb]-[0-9a-f]{8,32}$/.test(id)) {
		throw new UsageError(
			`${flag}: ${quote(text)} is not the id of a reservation or of a block. Write it like cr-0123456789abcdef0 or cb-0123456789abcdef0.`,
		);
	}

	return id;
}
