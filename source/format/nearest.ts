import leven from 'leven';

/** The candidate that `word` was most likely meant to be, `null` when none is near. Case and leading dashes do not count. */
export function nearest(word: string, candidates: readonly string[]): string | null {
	const typed = bare(word);
	const scored = candidates
		.map((candidate) => ({candidate, distance: leven(typed, bare(candidate))}))
		.sort((a, b) => a.distance - b.distance);
	const best = scored[0];
	if (best !== undefined && best.distance <= tolerance(typed, bare(best.candidate))) {
		return best.candidate;
	}

	return typed.length < shortestPrefix ? null : (candidates.find((candidate) => bare(candidate).startsWith(typed)) ?? null);
}

/** ` Did you mean X?`, or when nothing is near ` It is one of a, b, c.` `others` may be meant too, but are not listed. */
export function suggest(word: string, candidates: readonly string[], others: readonly string[] = []): string {
	const match = nearest(word, [...candidates, ...others]);
	if (match !== null) {
		return ` Did you mean ${match}?`;
	}

	return candidates.length === 1 ? ` It can only be ${candidates[0]}.` : ` It is one of ${candidates.join(', ')}.`;
}

const shortestPrefix = 3;

/** Two letters in the wrong order are one slip, though two edits. */
function tolerance(typed: string, candidate: string): number {
	const isShuffled = [...typed].sort().join('') === [...candidate].sort().join('');
	return isShuffled ? 2 : Math.max(1, Math.floor(typed.length * 0.4));
}

function bare(word: string): string {
	return word.toLowerCase().replace(/^-+/, '');
}
