const mostKept = 4096;

/**
Makes a value once and gives the same one wherever it is wanted again: each answer brings texts and objects of its own, and with 100,000
reservations types, zones and allocations alone would fill 100 MB. What is given is never changed by anybody. It forgets everything once it
keeps 4,096.
*/
export function share<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
	const kept = new Map<Key, Value>();
	return (key) => {
		const known = kept.get(key);
		if (known !== undefined) {
			return known;
		}

		if (kept.size >= mostKept) {
			kept.clear();
		}

		const value = make(key);
		kept.set(key, value);
		return value;
	};
}

/** Longer texts seldom come twice. */
const longestShared = 64;

const keepText = share((text: string) => text);

/** The same text, as the same string wherever it comes again. */
export function shareText(text: string): string {
	return text.length > longestShared ? text : keepText(text);
}
