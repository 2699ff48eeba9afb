import {ApiError} from './api-error.js';
import type {XmlRecord} from './xml.js';

/** Values of one filter are alternatives, filters must all match. */
export type Filter = {readonly name: string; readonly values: readonly string[]};

/** What a filter of that name looks at: one text or several, `undefined` when the resource has no such field. */
export type FilterFields<Resource> = Readonly<Record<string, (resource: Resource) => string | readonly string[] | undefined>>;

const valueLimit = 200;
const lengthLimit = 255;

/**
Whether a resource passes all filters. `*` stands for any text, `?` for one character, a backslash takes their meaning away.

Source: EC2 User Guide, "Filter your resources"; limits: the API's own refusals.
*/
export function compileFilters<Resource>(filters: readonly Filter[], fields: FilterFields<Resource>): (resource: Resource) => boolean {
	if (filters.reduce((sum, filter) => sum + filter.values.length, 0) > valueLimit) {
		throw new ApiError(400, 'FilterLimitExceeded', `The maximum number of filter values specified on a single call is ${valueLimit}`);
	}

	const tests = filters.map(({name, values}) => {
		const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (read === undefined) {
			throw new ApiError(400, 'InvalidParameterValue', `The filter '${name}' is invalid`);
		}

		if (values.length === 0) {
			throw new ApiError(400, 'InvalidParameterValue', `The filter '${name}' has no values`);
		}

		const patterns = values.map(compilePattern);
		return (resource: Resource) => {
			const found = read(resource);
			const texts = typeof found === 'string' ? [found] : (found ?? []);
			return patterns.some((isMatch) => texts.some(isMatch));
		};
	});
	return (resource) => tests.every((test) => test(resource));
}

/** Reads an element of a record as the text that stands on the wire. */
export function textOf(record: XmlRecord, element: string): string | undefined {
	const value = record[element];
	if (value instanceof Date) {
		return value.toISOString();
	}

	return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** A character, or what stands for one or for any number of them. */
type Token = {readonly kind: 'character' | 'one' | 'any'; readonly character: string};

function compilePattern(value: string): (text: string) => boolean {
	if (value.length > lengthLimit) {
		throw new ApiError(400, 'FilterLimitExceeded', `The maximum length for a filter value is ${lengthLimit} characters`);
	}

	const tokens = Array.from(value.matchAll(/\\[*?\\]|[\s\S]/gu), ([part]) => tokenOf(part));
	return (text) => matches(Array.from(text), tokens);
}

function tokenOf(part: string): Token {
	if (part === '*' || part === '?') {
		return {kind: part === '*' ? 'any' : 'one', character: part};
	}

	return {kind: 'character', character: part.length === 2 && part.startsWith('\\') ? part.slice(1) : part};
}

/** Goes back to the last `*` only, so that no pattern takes long. */
function matches(text: readonly string[], tokens: readonly Token[]): boolean {
	let at = 0;
	let next = 0;
	let resume: {at: number; readonly next: number} | null = null;
	while (at < text.length) {
		const token = tokens[next];
		if (token?.kind === 'any') {
			next += 1;
			resume = {at, next};
		} else if (token !== undefined && (token.kind === 'one' || token.character === text[at])) {
			next += 1;
			at += 1;
		} else if (resume !== null) {
			resume.at += 1;
			at = resume.at;
			next = resume.next;
		} else {
			return false;
		}
	}

	return tokens.slice(next).every(({kind}) => kind === 'any');
}
