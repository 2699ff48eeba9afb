import {safeText} from '../core/words/safe-text.js';

/** An object out of a file: nothing is known of what is in it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads one field. Throws `DamagedError` when it is absent or of another kind. */
export type Reader<Value> = (fields: Fields, name: string) => Value;

/** What is wrong with the content of a file, in words that can follow a colon. */
export class DamagedError extends Error {
	override readonly name = 'DamagedError';
}

export function parseFields(json: string): Fields {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch (error) {
		throw new DamagedError('it is not JSON', {cause: error});
	}

	return fieldsOf(value, 'it');
}

export function fieldsOf(value: unknown, what: string): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new DamagedError(`${what} is not an object`);
	}

	return value as Fields;
}

/** Checks the first two fields of every file of ours. Another version is refused, since its fields may mean something else. */
export function checkFormat(fields: Fields, format: string, version: number): void {
	if (fields['format'] !== format) {
		throw new DamagedError('it was not written by truffle');
	}

	if (fields['version'] !== version) {
		throw new DamagedError('it was written by another version of truffle');
	}
}

/** Made safe once more: anybody's editor may have been at the file. */
export const text: Reader<string> = (fields, name) => {
	const value = fields[name];
	return typeof value === 'string' ? safeText(value) : refuse(name, 'text');
};

export const count: Reader<number> = (fields, name) => {
	const value = fields[name];
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse(name, 'a count');
};

export const flag: Reader<boolean> = (fields, name) => {
	const value = fields[name];
	return typeof value === 'boolean' ? value : refuse(name, 'true or false');
};

/** A time as `JSON.stringify` writes it, in that very form. */
export const time: Reader<Date> = (fields, name) => {
	const value = fields[name];
	const date = typeof value === 'string' ? new Date(value) : null;
	return date !== null && !Number.isNaN(date.getTime()) && date.toISOString() === value ? date : refuse(name, 'a time');
};

/** An object of texts, without a prototype: a tag may well be called `__proto__`. */
export const texts: Reader<Readonly<Record<string, string>>> = (fields, name) => {
	const value = fieldsOf(fields[name], name);
	const record: Record<string, string> = Object.create(null);
	for (const key of Object.keys(value)) {
		record[safeText(key)] = text(value, key);
	}

	return record;
};

export function oneOf<Choice extends string>(choices: readonly Choice[]): Reader<Choice> {
	return (fields, name) => choices.find((choice) => choice === fields[name]) ?? refuse(name, `one of ${choices.join(', ')}`);
}

export function orNull<Value>(read: Reader<Value>): Reader<Value | null> {
	return (fields, name) => (fields[name] === null ? null : read(fields, name));
}

export function object<Value>(read: (fields: Fields) => Value): Reader<Value> {
	return (fields, name) => read(fieldsOf(fields[name], name));
}

export function list<Value>(read: (fields: Fields) => Value): Reader<readonly Value[]> {
	return (fields, name) => {
		const value = fields[name];
		return Array.isArray(value) ? value.map((each) => read(fieldsOf(each, `an entry of ${name}`))) : refuse(name, 'a list');
	};
}

function refuse(name: string, wanted: string): never {
	throw new DamagedError(`${safeText(name)} is not ${wanted}`);
}
