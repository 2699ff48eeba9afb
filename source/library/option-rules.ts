import {CapacityError} from '../core/errors.js';
import {isRegionSyntax} from '../core/regions/regions.js';

/** What is wrong with the value of an option, by its name; `null`: nothing. */
export type Rule = (name: string, value: unknown) => string | null;

/** A rule for each option there is. */
export type Rules<Options> = {readonly [Name in keyof Options]-?: Rule};

/** For callers without types, too: a filter that is misspelt must not pass for one that matches nothing. Throws `CapacityError`, `bad_setting`. */
export function checkOptions<Options extends object>(options: Options, rules: Rules<Options>): void {
	const values = new Map<string, unknown>(Object.entries(options));
	const named = Object.entries<Rule>(rules);
	const unknown = [...values.keys()].find((name) => !Object.hasOwn(rules, name));
	if (unknown !== undefined) {
		throw new CapacityError('bad_setting', `${show(unknown)} is not an option; there are ${named.map(([name]) => name).join(', ')}.`);
	}

	for (const [name, rule] of named) {
		const problem = rule(name, values.get(name));
		if (problem !== null) {
			throw new CapacityError('bad_setting', problem);
		}
	}
}

export function refuseUnless(isGood: boolean, message: string): void {
	if (!isGood) {
		throw new CapacityError('bad_setting', message);
	}
}

/** May be left out. */
export function optional(rule: Rule): Rule {
	return (name, value) => (value === undefined ? null : rule(name, value));
}

export function oneOf(...words: readonly string[]): Rule {
	const text = words.map(show).join(' or ');
	return is(text, (value) => words.some((word) => word === value));
}

export const aSwitch = is('true or false', (value) => typeof value === 'boolean');

export const aText = is('a text', (value) => typeof value === 'string');

export const someNames = is('a list of names', isListOfNames);

export const anId = is('an id, cr-… or cb-…', isId);

export const someIds = is('a list of ids, cr-… or cb-…', (value) => isListOfNames(value) && value.every(isId));

export const someRegions: Rule = (name, value) => {
	const region = isListOfNames(value) ? value.find((one) => !isRegionSyntax(one)) : undefined;
	return someNames(name, value) ?? (region === undefined ? null : `${show(region)} is not a region. Regions look like us-east-1.`);
};

export const someInstances = is('a number of instances', (value) => Number.isSafeInteger(value) && Number(value) >= 0);

/** At least one. */
export const instances = is('a number of instances', (value) => Number.isSafeInteger(value) && Number(value) >= 1);

export const milliseconds = is('a number of milliseconds', (value) => Number.isFinite(value) && Number(value) > 0);

export const aLength = is('a number above 0', (value) => Number.isFinite(value) && Number(value) > 0);

export const aDate = is('a valid Date', (value) => value instanceof Date && !Number.isNaN(value.getTime()));

export const aFunction = is('a function', (value) => typeof value === 'function');

export const aSignal = is('an AbortSignal', (value) => value instanceof AbortSignal);

function is(what: string, isGood: (value: unknown) => boolean): Rule {
	return (name, value) => (isGood(value) ? null : `${name} is ${what}, not ${show(value)}.`);
}

function isListOfNames(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');
}

function isId(value: unknown): boolean {
	return typeof value === 'string' && /^c[rb]-[0-9a-f]{8,32}$/i.test(value);
}

function show(value: unknown): string {
	return JSON.stringify(value) ?? String(value);
}
