/**
Compiles a pattern in which `*` stands for any text and `?` for one character; the whole text must match, in any case.

Walks text and pattern once, going back only to the last `*`: a regular expression could be made to run for minutes.
*/
export function compileGlob(pattern: string): (text: string) => boolean {
	const wanted = pattern.toLowerCase();
	return (text) => matchesGlob(text.toLowerCase(), wanted);
}

function matchesGlob(text: string, pattern: string): boolean {
	let at = 0;
	let next = 0;
	let star = -1;
	let starAt = 0;
	while (at < text.length) {
		if (pattern[next] === '*') {
			star = next;
			starAt = at;
			next++;
		} else if (next < pattern.length && (pattern[next] === '?' || pattern[next] === text[at])) {
			at++;
			next++;
		} else if (star >= 0) {
			starAt++;
			at = starAt;
			next = star + 1;
		} else {
			return false;
		}
	}

	while (pattern[next] === '*') {
		next++;
	}

	return next === pattern.length;
}
