/** C0, DEL, C1, line and paragraph separators, marks of direction, overrides and isolates, zero-width characters, lone surrogates. */
const unsafe = /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Cs}]/u;

/** Where in a value, however deep, is a text that is not fit for a terminal: paths, names included. Empty when nowhere. */
export function findUnsafe(value: unknown, path = ''): readonly string[] {
	if (typeof value === 'string') {
		return unsafe.test(value) || [...value].length > 1024 ? [path] : [];
	}

	if (typeof value !== 'object' || value === null) {
		return [];
	}

	return Object.entries(value).flatMap(([name, each]) => [
		...(unsafe.test(name) ? [`${path}/(name)`] : []),
		...findUnsafe(each, `${path}/${JSON.stringify(name)}`),
	]);
}
