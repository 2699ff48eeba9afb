import {ApiError} from './api-error.js';
import type {Filter} from './filters.js';

/** `CapacityReservationId.1=…&CapacityReservationId.2=…`, in the order of the numbers. */
export function readList(parameters: URLSearchParams, name: string): readonly string[] {
	const prefix = `${name}.`;
	const found: {readonly index: number; readonly value: string}[] = [];
	for (const [key, value] of parameters) {
		const index = key.startsWith(prefix) ? key.slice(prefix.length) : '';
		if (/^\d+$/.test(index)) {
			found.push({index: Number(index), value});
		}
	}

	return found.sort((a, b) => a.index - b.index).map(({value}) => value);
}

/** `Filter.1.Name=state&Filter.1.Value.1=active&Filter.1.Value.2=pending`. */
export function readFilters(parameters: URLSearchParams): readonly Filter[] {
	const indexes = new Set<number>();
	for (const key of parameters.keys()) {
		const index = /^Filter\.(\d+)\./.exec(key)?.[1];
		if (index !== undefined) {
			indexes.add(Number(index));
		}
	}

	return [...indexes]
		.sort((a, b) => a - b)
		.map((index) => ({name: parameters.get(`Filter.${index}.Name`) ?? '', values: readList(parameters, `Filter.${index}.Value`)}));
}

export function readFlag(parameters: URLSearchParams, name: string): boolean {
	const text = parameters.get(name);
	if (text === null || text === 'false') {
		return false;
	}

	if (text === 'true') {
		return true;
	}

	throw new ApiError(400, 'InvalidParameterValue', `Value ( ${text} ) for parameter ${name} is invalid. Expecting true or false.`);
}

/** `null` when the parameter is absent. */
export function readInteger(parameters: URLSearchParams, name: string): number | null {
	const text = parameters.get(name);
	if (text !== null && !/^-?\d{1,9}$/.test(text)) {
		throw new ApiError(400, 'InvalidParameterValue', `Value ( ${text} ) for parameter ${name} is invalid. Expecting an integer.`);
	}

	return text === null ? null : Number(text);
}

/** `null` when the parameter is absent. */
export function readDate(parameters: URLSearchParams, name: string): Date | null {
	const text = parameters.get(name);
	const date = new Date(text ?? 0);
	if (text !== null && (!/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) || Number.isNaN(date.getTime()))) {
		throw new ApiError(400, 'InvalidParameterValue', `Value ( ${text} ) for parameter ${name} is invalid. Expecting a timestamp.`);
	}

	return text === null ? null : date;
}

/** `fallback` when the parameter is absent. */
export function readMaxResults(
	parameters: URLSearchParams,
	{least, most, fallback}: {readonly least: number; readonly most: number; readonly fallback: number},
): number {
	const text = parameters.get('MaxResults');
	if (text === null) {
		return fallback;
	}

	const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
	if (count >= least && count <= most) {
		return count;
	}

	throw new ApiError(
		400,
		'InvalidParameterValue',
		`Value ( ${text} ) for parameter maxResults is invalid. Expecting a value between ${least} and ${most}.`,
	);
}

/** Refuses parameters that the action does not have; lists are named without their numbers. */
export function refuseUnknownParameters(parameters: URLSearchParams, known: readonly string[]): void {
	const names = new Set(['Action', 'Version', 'DryRun', ...known]);
	for (const key of parameters.keys()) {
		const name = key.split('.')[0] ?? key;
		if (!names.has(name)) {
			throw new ApiError(400, 'UnknownParameter', `The parameter ${name} is not recognized`);
		}
	}
}
