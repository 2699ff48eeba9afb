import {failureWords} from '../core/regions/failure-words.js';
import {activeParts, type Query, type QueryPart, type QuerySplit} from '../core/rows/query.js';
import {counted} from '../core/words/counted.js';
import {cutText} from '../format/fit-text.js';
import type {Coverage} from './coverage.js';
import type {SectionContext} from './section-context.js';

/** What narrows the numbers of a section: regions that could not be read, filters, hidden reservations. */
export function noteLines({hidden, endedHidden}: Pick<QuerySplit, 'hidden' | 'endedHidden'>, context: SectionContext): readonly string[] {
	const filters = filterWords(context.options.query, context.asked);
	return [...regionLines(context.coverage), ...filterLines(filters), ...hiddenLines(hidden, endedHidden, filters.length > 0)];
}

function regionLines({asked, answered, failed}: Coverage): readonly string[] {
	if (failed.length === 0) {
		return [];
	}

	const reasons = failed.map(({region, failure}) => `${region} ${failureWords[failure.status]}`);
	return [`Regions: ${answered} of ${asked} read (${shorten(reasons)})`];
}

function filterLines(filters: readonly string[]): readonly string[] {
	return filters.length === 0 ? [] : [`Filters: ${filters.join(' ')}`];
}

function hiddenLines(hidden: number, endedHidden: number, isFiltered: boolean): readonly string[] {
	const byFilters = hidden - endedHidden;
	const parts = [
		...(byFilters > 0 || isFiltered ? [`${byFilters} by filters`] : []),
		...(endedHidden > 0 ? [`${endedHidden} ended (--all shows ${endedHidden === 1 ? 'it' : 'them'})`] : []),
	];
	return parts.length === 0 ? [] : [`Hidden: ${parts.join(', ')}`];
}

/** The filters as they are typed. `--all` shows more instead of less and is none. */
function filterWords(query: Query, asked: readonly string[] | null): readonly string[] {
	const words = activeParts(query).flatMap((part) => filterWord(part, query));
	return asked === null ? words : [...words, `--regions ${asked.join(',')}`];
}

function filterWord(part: QueryPart, query: Query): readonly string[] {
	switch (part) {
		case 'instanceTypes':
			return [`--instance-types ${query.instanceTypes.join(',')}`];
		case 'gpuOnly':
			return ['--gpu-only'];
		case 'availableOnly':
			return ['--available-only'];
		case 'activeOnly':
			return ['--active-only'];
		case 'minCapacity':
			return [`--min-capacity ${query.minCapacity}`];
		case 'troubledOnly':
			return ['troubled only'];
		case 'search':
			return [`search "${cutText(query.search, longestSearch)}"`];
		case 'includeEnded':
			return [];
	}
}

const longestSearch = 60;

const mostNamed = 6;

/** The first few by name, the others as a number. */
export function shorten(names: readonly string[]): string {
	const rest = names.length - mostNamed;
	// A single one left over takes no more room than its number.
	return rest <= 1 ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')} and ${counted(rest, 'other')}`;
}
