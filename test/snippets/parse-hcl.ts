import {createRequire} from 'node:module';

type Parsed = Readonly<Record<string, unknown>>;

/** HashiCorp's own parser; its types describe no module. */
const {parseToObject} = createRequire(import.meta.url)('hcl2-parser') as {
	readonly parseToObject: (text: string) => readonly [Parsed | null, unknown];
};

/** The configuration as the parser's JSON: blocks as arrays, expressions as templates. */
export function parseHcl(text: string): Parsed {
	const [parsed] = parseToObject(text);
	if (parsed === null) {
		throw new Error(`No HCL:\n${text}`);
	}

	return parsed;
}
