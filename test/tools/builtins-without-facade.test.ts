import {expect, test} from 'vitest';
import {withoutBuiltinImports} from '../../tools/builtins-without-facade.js';

test.each([
	['import fs from "node:fs";', 'const fs = globalThis.process.getBuiltinModule("node:fs");'],
	['import { a, b as c$1 } from "fs/promises";', 'const { a, b: c$1 } = globalThis.process.getBuiltinModule("node:fs/promises");'],
	[
		'import process$1, { cwd, env } from "node:process";',
		'const process$1 = globalThis.process.getBuiltinModule("node:process"); const { cwd, env } = process$1;',
	],
	['import * as http from "http";', 'const http = globalThis.process.getBuiltinModule("node:http");'],
	['import "node:tty";', ''],
	[
		'const {Agent} = await import("node:http");',
		'const {Agent} = await Promise.resolve(globalThis.process.getBuiltinModule("node:http"));',
	],
])('%s', (before, after) => {
	expect(withoutBuiltinImports(`${before}\nrest();`)).toBe(`${after}\nrest();`);
});

test('other imports stay', () => {
	const code =
		'import { n as x } from "./chunk-1.js";\nimport react from "react";\nawait import("./other.js");\nsay("import fs from \\"node:fs\\";");';
	expect(withoutBuiltinImports(code)).toBe(code);
});
