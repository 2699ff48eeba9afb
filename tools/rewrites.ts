import {fileURLToPath} from 'node:url';
import {simpleCharacters} from '../source/format/graphemes.ts';
import type {Rewrite} from './rewrite-modules.ts';

const graphemes = pathOf('../source/format/graphemes.ts');
const wholeLines = pathOf('../source/ui/whole-lines.ts');
const compactFrame = pathOf('../source/ui/compact-frame.ts');
const importSegmenter = `import {graphemes as segmenter} from ${graphemes};`;

/** What the packages do at every start or in every frame, and need not. */
export const rewrites: readonly Rewrite[] = [
	{
		// The loader would `fetch` its own data: URI, and with that load all of undici. Without `fetch` it decodes the text itself, which Node does
		// faster than a loop over 66,000 characters.
		file: '/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
		replacements: [
			['var loadYoga = (() => {', 'var loadYoga = (() => { const fetch = undefined;'],
			[
				'var b=xa(a.slice(37)),c=new Uint8Array(b.length);for(a=0;a<b.length;++a)c[a]=b.charCodeAt(a);var d=c}',
				"var d=Buffer.from(a.slice(37),'base64')}",
			],
		],
	},
	{
		// To normalise a package.json, which is done to say its description and version, and here without either, it sets up SPDX, semver and
		// a cache: half of its size.
		file: '/meow/build/dependencies.js',
		replacements: [
			[
				'var normalizeExports = requireNormalize();\nconst normalizePackageData = getDefaultExportFromCjs(normalizeExports);',
				'const normalizePackageData = () => {};',
			],
			["import { execFile } from 'node:child_process';", ''],
			['promisify(execFile);', ''],
			// It would show where a package.json that it looked for is wrong.
			['var libExports = requireLib$1();', 'const libExports = {};'],
		],
	},
	{
		// It is told of a package.
		file: '/meow/build/options.js',
		replacements: [
			['import { a as readPackageUpSync, n as normalizePackageData }', 'import { n as normalizePackageData }'],
			['options.pkg ?? readPackageUpSync({', 'options.pkg ?? (() => ({}))({'],
		],
	},
	{
		// What starts other programs is wanted where a terminal does not tell its size, and takes as long to load as a chunk of this program.
		file: '/terminal-size/index.js',
		replacements: [
			[
				"import {execFileSync} from 'node:child_process';",
				"const execFileSync = (...all) => process.getBuiltinModule('node:child_process').execFileSync(...all);",
			],
		],
	},
	{
		// ink-table names its cells by it; node:crypto, which takes long to load, is wanted with the first of them.
		file: '/object-hash/index.js',
		replacements: [
			["var crypto = require('crypto');", "var crypto = {createHash: (name) => process.getBuiltinModule('node:crypto').createHash(name)};"],
		],
	},
	{
		// All of node:assert for one type of one argument.
		file: '/signal-exit/index.js',
		replacements: [["var assert = require('assert')", 'var assert = {equal() {}}']],
	},
	{
		// The pattern of all emoji takes long to make, and is made although nearly all text is simple.
		file: '/string-width/index.js',
		replacements: [
			['/^[\\u0020-\\u007E]*$/', `/^[${simpleCharacters}]*$/`],
			['const segmenter = new Intl.Segmenter();', `${importSegmenter}\nlet rgiEmojiRegex;`],
			['const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;', ''],
			// A literal is checked, and so made, with the function around it.
			['rgiEmojiRegex.test(segment)', "(rgiEmojiRegex ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(segment)"],
		],
	},
	{
		file: '/wrap-ansi/index.js',
		replacements: [['const segmenter = new Intl.Segmenter();', importSegmenter]],
	},
	{
		file: '/slice-ansi/tokenize-ansi.js',
		replacements: [
			[
				"const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
				`${importSegmenter}\nconst GRAPHEME_SEGMENTER = segmenter;`,
			],
		],
	},
	{
		file: '/@alcalzone/ansi-tokenize/build/tokenize.js',
		replacements: [['const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });', importSegmenter]],
	},
	{
		file: '/ink/build/line-update.js',
		replacements: [["const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });", importSegmenter]],
	},
	{
		// Three bytes for every line that stays as it is, on a link that may be slow.
		file: '/ink/build/log-update.js',
		replacements: [
			[
				"import lineUpdate from './line-update.js';",
				`import lineUpdate from './line-update.js';\nimport {compactFrame} from ${compactFrame};`,
			],
			["stream.write(buffer.join(''));", "stream.write(compactFrame(buffer.join('')));"],
		],
	},
	{
		// Made anew in each frame for each text, and twice in the first one.
		file: '/ink/build/squash-text-nodes.js',
		replacements: [
			["import wrapAnsi from 'wrap-ansi';", `import wrapAnsi from 'wrap-ansi';\nimport {paintedColumns} from ${wholeLines};`],
			['    text = sanitizeAnsi(', '    if (paintedColumns(text) !== null) {\n        return text;\n    }\n    text = sanitizeAnsi('],
		],
	},
	{
		// An object for each cell of each frame: most of what a frame costs, and of what is collected after it.
		file: '/ink/build/renderer.js',
		replacements: [
			[
				"import Output from './output.js';",
				`import CellOutput from './output.js';
import {wholeLines} from ${wholeLines};
class Output extends CellOutput {
    get() {
        const output = wholeLines(this.operations, this.height);
        return output === null ? super.get() : {output, height: this.height};
    }
}`,
			],
		],
	},
	{
		// A frame has nearly all its lines in common with the one before it, and to take them apart is most of what a frame costs.
		file: '/ink/build/output.js',
		replacements: [
			// A text of one line is a line as it is: it need not be put together and taken apart once more.
			[
				'let lines = characterLines.map(line => styledCharsToString(line));',
				'let lines = characterLines.length === 1 ? [text] : characterLines.map(line => styledCharsToString(line));',
			],
			['    caches = new OutputCaches();', '    caches = keptCaches();'],
			[
				'export default class Output {',
				'let kept = new OutputCaches();\nfunction keptCaches() {\n    if (kept.styledChars.size > 250) {\n        kept = new OutputCaches();\n    }\n    return kept;\n}\nexport default class Output {',
			],
		],
	},
];

function pathOf(file: string): string {
	return JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));
}
