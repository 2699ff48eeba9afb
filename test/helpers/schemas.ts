import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What in `data` is not of the schema, in words; empty when nothing is. */
export type SchemaErrors = (data: unknown) => readonly string[];

/** A contract of the package, by the name of its file. */
export function readSchema(name: 'advise-v1' | 'capacity-v1' | 'check-v1' | 'event-v1' | 'offerings-v1' | 'wait-v1'): SchemaErrors {
	const ajv = new Ajv2020({strict: true, strictTypes: false, strictRequired: false, allErrors: true});
	addFormats.default(ajv);
	for (const other of ['advise-v1', 'capacity-v1', 'check-v1', 'event-v1', 'offerings-v1', 'wait-v1']) {
		ajv.addSchema(JSON.parse(readFileSync(new URL(`../../schema/${other}.schema.json`, import.meta.url), 'utf8')));
	}

	const validate = ajv.getSchema(`${name}.schema.json`);
	if (validate === undefined) {
		throw new Error(`There is no schema ${name}.`);
	}

	return (data) => (validate(data) ? [] : (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`));
}
