import type {KeptPrice} from '../core/cost/price-finder.js';
import {checkFormat, DamagedError, type Fields, list, oneOf, orNull, parseFields, type Reader, text, time} from './fields.js';
import {readUserFile} from './read-user-file.js';
import type {UserFolder} from './user-folder.js';
import {type WriteResult, writeAtomically} from './write-atomically.js';

const fileName = 'prices.json';
const format = 'truffle-capacity prices';
const version = 1;
const longestBytes = 1024 * 1024;

/** Some 160 bytes each; an account has a few tens. */
const mostPrices = 5000;

/** The prices kept last; none when there is no file, or one that cannot be used: they are asked for again then. Never rejects. */
export async function readPrices(folder: UserFolder): Promise<readonly KeptPrice[]> {
	const file = await readUserFile(folder, fileName, longestBytes);
	if (file.kind !== 'ok') {
		return [];
	}

	try {
		const fields = parseFields(file.bytes.toString('utf8'));
		checkFormat(fields, format, version);
		return pricesOf(fields, 'prices');
	} catch {
		return [];
	}
}

/** Keeps these in the place of those before. Never rejects. */
export async function writePrices(folder: UserFolder, prices: readonly KeptPrice[]): Promise<WriteResult> {
	return writeAtomically(folder, fileName, [`${JSON.stringify({format, version, prices: prices.slice(-mostPrices)})}\n`]);
}

const usd: Reader<number> = (fields, name) => {
	const value = fields[name];
	if (typeof value === 'number' && Number.isFinite(value) && value > 0) {
		return value;
	}

	throw new DamagedError(`${name} is not a price`);
};

const day: Reader<string> = (fields, name) => {
	const value = text(fields, name);
	if (/^\d{4}-\d\d-\d\d$/.test(value)) {
		return value;
	}

	throw new DamagedError(`${name} is not a day`);
};

const tenancy = oneOf(['default', 'dedicated']);
const usdOrNull = orNull(usd);
const dayOrNull = orNull(day);
const pricesOf = list(priceOf);

function priceOf(fields: Fields): KeptPrice {
	return {
		instanceType: text(fields, 'instanceType'),
		region: text(fields, 'region'),
		tenancy: tenancy(fields, 'tenancy'),
		usdPerHour: usdOrNull(fields, 'usdPerHour'),
		publishedOn: dayOrNull(fields, 'publishedOn'),
		foundAt: time(fields, 'foundAt'),
	};
}
