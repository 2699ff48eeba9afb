import {quote, UsageError} from '../usage-error.js';
import {parseList} from './parse-list.js';

/** The types and globs of a list; none when the flag was not given. */
export function parseInstanceTypes(flag: string, values: readonly string[]): readonly string[] {
	return parseList(flag, values)?.map((type) => parseInstanceType(flag, type)) ?? [];
}

/** An instance type or a glob over them, in lower case. Whether EC2 knows it is not asked: an unknown one matches nothing. */
export function parseInstanceType(flag: string, text: string): string {
	const type = text.toLowerCase();
	const isGlob = /[*?]/.test(type);
	if (isGlob ? /^[a-z0-9.*?-]{1,100}$/.test(type) : /^[a-z0-9-]{1,50}\.[a-z0-9-]{1,50}$/.test(type)) {
		return type;
	}

	const hint = /^[a-z0-9-]{1,50}$/.test(type) ? `For the whole family write ${type}.* in quotes.` : 'Write it like p5.48xlarge or p5*.';
	throw new UsageError(`${flag}: ${quote(text)} is not an instance type. ${hint}`);
}
