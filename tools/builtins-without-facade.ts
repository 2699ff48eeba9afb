import {isBuiltin} from 'node:module';
import type {Plugin} from 'rolldown';

/**
Takes Node's own modules by a call and not by an import.

For an import Node reads every property that the module exports, to make them live bindings, and some of those load a whole library when
they are read: `node:http` undici, which takes as long as the rest of a small program, `node:process` the streams of stdin and stdout.
*/
export function builtinsWithoutFacade(): Plugin {
	return {
		name: 'builtins-without-facade',
		renderChunk: (code) => withoutBuiltinImports(code),
	};
}

/** `code`: of a chunk, with each import on a line of its own. */
export function withoutBuiltinImports(code: string): string {
	return code
		.replaceAll(/^import (?:(.+) from )?"(?:node:)?([\w/]+)";$/gm, (statement, clause: string | undefined, name: string) =>
			isBuiltin(name) ? bindings(clause, take(name)) : statement,
		)
		.replaceAll(/\bimport\("(?:node:)?([\w/]+)"\)/g, (call, name: string) => (isBuiltin(name) ? `Promise.resolve(${take(name)})` : call));
}

function take(name: string): string {
	return `globalThis.process.getBuiltinModule("node:${name}")`;
}

/** `a, { b, c as d }`, `* as e` or nothing. */
function bindings(clause: string | undefined, value: string): string {
	const [, first, named] = /^(?:\* as )?([\w$]+)?(?:, )?(\{.*\})?$/.exec(clause ?? '') ?? [];
	const lines = [
		first === undefined ? '' : `const ${first} = ${value};`,
		named === undefined ? '' : `const ${named.replaceAll(' as ', ': ')} = ${first ?? value};`,
	];
	return lines.join(' ').trim();
}
