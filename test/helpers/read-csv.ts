/** A strict reader of RFC 4180, so that no writer is tested with itself: records of fields, CRLF after each. */
export function readCsv(text: string): readonly (readonly string[])[] {
	const records: string[][] = [];
	let record: string[] = [];
	let at = 0;
	while (at < text.length) {
		const match = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
		match.lastIndex = at;
		const found = match.exec(text);
		if (found === null) {
			throw new Error(`Not RFC 4180 at ${at}: ${text.slice(at, at + 40)}`);
		}

		record.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'));
		if (found[3] === '\r\n') {
			records.push(record);
			record = [];
		}

		at = match.lastIndex;
	}

	if (record.length > 0) {
		throw new Error('The last record has no end.');
	}

	return records;
}

/** Each record by the names in the first one. Throws when one has more fields, or fewer. */
export function readCsvRows(text: string): ReadonlyArray<Readonly<Record<string, string>>> {
	const [header = [], ...records] = readCsv(text);
	return records.map((record) => {
		if (record.length !== header.length) {
			throw new Error(`${record.length} fields under ${header.length} names.`);
		}

		return Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
	});
}
