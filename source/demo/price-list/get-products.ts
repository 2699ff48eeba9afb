import {createHash} from 'node:crypto';
import {ApiError} from '../api-error.js';
import type {Operation} from '../operation.js';
import {readPage} from '../paging.js';
import {listProducts, type Product} from './products.js';

type Filter = {readonly type: string; readonly field: string; readonly value: string};

/** How a filter's value meets that of a product, by the filter's type. */
const comparisons: Readonly<Record<string, (found: string, asked: string) => boolean>> = {
	TERM_MATCH: (found, asked) => found === asked,
	EQUALS: (found, asked) => found === asked,
	CONTAINS: (found, asked) => found.includes(asked),
	ANY_OF: (found, asked) => asked.split(',').includes(found),
	NONE_OF: (found, asked) => !asked.split(',').includes(found),
};

const filterLimit = 50;
const pageLimit = 100;

export const getProducts: Operation = {
	answer(content) {
		const input = readInput(content);
		if (readText(input, 'ServiceCode') !== 'AmazonEC2') {
			throw new ApiError(400, 'InvalidParameterException', 'The service code is missing or invalid. This endpoint lists AmazonEC2 only.');
		}

		const format = readText(input, 'FormatVersion') ?? 'aws_v1';
		if (format !== 'aws_v1') {
			throw new ApiError(400, 'InvalidParameterException', `The format version ${format} is invalid. It is aws_v1.`);
		}

		const filters = readFilters(input);
		const {resources, nextToken} = readPage({
			rows: [...listProducts((instanceType, region) => isAskedFor({instanceType, regionCode: region}, filters))],
			pick: (product) => (filters.every((filter) => matches(product, filter)) ? product : null),
			limit: readLimit(input),
			token: readText(input, 'NextToken'),
			scope: `GetProducts/${createHash('sha256').update(JSON.stringify(filters)).digest('base64url')}`,
		});
		const priceList = resources.map((product) => JSON.stringify(product));
		return [
			`"FormatVersion":"${format}"`,
			`"PriceList":${JSON.stringify(priceList)}`,
			...(nextToken === null ? [] : [`"NextToken":${JSON.stringify(nextToken)}`]),
		];
	},
};

/** By what is known of a product before it is made, of which there are thousands. */
function isAskedFor(attributes: Readonly<Record<string, string>>, filters: readonly Filter[]): boolean {
	return filters.every(({type, field, value}) => {
		const found = attributes[field];
		return found === undefined || comparisons[type]?.(found, value) === true;
	});
}

function matches(product: Product, {type, field, value}: Filter): boolean {
	const found = readField(product, field);
	return found !== undefined && comparisons[type]?.(found, value) === true;
}

function readField({product, serviceCode}: Product, field: string): string | undefined {
	switch (field) {
		case 'ServiceCode':
			return serviceCode;
		case 'productFamily':
			return product.productFamily;
		case 'sku':
			return product.sku;
		default:
			return Object.hasOwn(product.attributes, field) ? product.attributes[field] : undefined;
	}
}

function readInput(content: string): Readonly<Record<string, unknown>> {
	try {
		const input: unknown = JSON.parse(content);
		if (isRecord(input)) {
			return input;
		}
	} catch {}

	throw malformed();
}

function readFilters({Filters: filters = []}: Readonly<Record<string, unknown>>): readonly Filter[] {
	if (!Array.isArray(filters)) {
		throw malformed();
	}

	if (filters.length > filterLimit) {
		throw new ApiError(400, 'InvalidParameterException', `A request has at most ${filterLimit} filters.`);
	}

	return filters.map(readFilter);
}

function readFilter(filter: unknown): Filter {
	const [type, field, value] = isRecord(filter) ? ['Type', 'Field', 'Value'].map((name) => readText(filter, name)) : [];
	if (type == null || field == null || value == null || !Object.hasOwn(comparisons, type)) {
		throw new ApiError(400, 'InvalidParameterException', 'A filter is invalid. It has a Type, a Field and a Value.');
	}

	return {type, field, value};
}

function readLimit({MaxResults: limit = pageLimit}: Readonly<Record<string, unknown>>): number {
	if (typeof limit !== 'number') {
		throw malformed();
	}

	if (Number.isInteger(limit) && limit >= 1 && limit <= pageLimit) {
		return limit;
	}

	throw new ApiError(400, 'InvalidParameterException', `MaxResults is ${limit}. It is a number from 1 to ${pageLimit}.`);
}

/** `null` when it is absent. */
function readText(input: Readonly<Record<string, unknown>>, name: string): string | null {
	const value = input[name] ?? null;
	if (value !== null && typeof value !== 'string') {
		throw malformed();
	}

	return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a JSON service of AWS says to a body that is not of the operation's shape. */
function malformed(): ApiError {
	return new ApiError(400, 'SerializationException', 'The request body is not valid JSON for this operation.');
}
