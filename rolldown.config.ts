import {defineConfig, type Plugin} from 'rolldown';
import {builtinsWithoutFacade} from './tools/builtins-without-facade.ts';
import {manPage} from './tools/man-page.ts';
import {rewriteModules} from './tools/rewrite-modules.ts';
import {rewrites} from './tools/rewrites.ts';
import {thirdPartyLicences} from './tools/third-party-licences.ts';

/** Node takes about as long for a module as for 10 kB of code, so what is nearly always needed together is one file. */
const groups = [
	{
		name: 'core',
		// Without the rules of single commands and panes, and without the table of prices, which few sessions look into.
		test: /\/source\/(?:core\/(?!(?:advise|check|offerings)\/(?!advice-request|block-length|sort-offerings)|cost\/builtin-prices)|snippets\/snippet\.|format|demo\/scenario-names|report\/column-keys|command\/(?:exit-codes|open-session|terminal-settings|usage-error)\.|ui\/(?:glyphs|layout)\.)/,
		priority: 1,
	},
	// What the app's later panes have in common with commands, without what those alone need.
	{
		name: 'panes',
		test: /\/source\/(?:core\/(?:advise|check|offerings)\/(?![\w-]*json)(?!check-(?:words|steps)|search-|ask-region|read-|advice-request|block-length|sort-offerings)|snippets\/(?!terraform-of|snippet\.))/,
		priority: 1,
	},
	// Without what cli.tsx needs before anything is kept compiled.
	{name: 'files', test: /\/source\/files\/(?!xdg)/, priority: 1},
	{name: 'store', test: /\/source\/(?:store\/|command\/store-ports)/, priority: 1},
	{name: 'sdk', test: /\/node_modules\/@(?:aws-sdk|smithy|aws-crypto)\//, entriesAware: true, entriesAwareMergeThreshold: 60_000},
];

export default defineConfig({
	input: {cli: 'cli.tsx', index: 'source/index.ts'},
	platform: 'node',
	// The AWS SDK's CommonJS form, which `main` names, cannot be shaken: it is twice as large.
	resolve: {mainFields: ['module', 'main']},
	transform: {
		define: {
			'process.env.NODE_ENV': '"production"',
			'process.env.DEV': '"false"',
			// The SDK would print a warning about Node 20 onto the screen, and from the library.
			'process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED': '"true"',
		},
	},
	plugins: [
		withoutDevtools(),
		rewriteModules(rewrites),
		withResolversOnNode20(),
		builtinsWithoutFacade(),
		thirdPartyLicences('third-party-licences.txt'),
		manPage('truffle.1'),
	],
	output: {
		dir: 'dist',
		format: 'esm',
		cleanDir: true,
		minify: true,
		// Text beyond Latin-1 would make Node hold, and decode, the whole file as two bytes a character.
		charset: 'ascii',
		codeSplitting: {groups},
		chunkFileNames: 'chunks/[name]-[hash].js',
	},
});

/** Ink imports its devtools only when DEV is set; the package they need is not installed. */
function withoutDevtools(): Plugin {
	return {
		name: 'without-devtools',
		resolveId: (id) => (id === 'react-devtools-core' ? '\0empty' : null),
		load: (id) => (id === '\0empty' ? 'export default {};' : null),
	};
}

/** Ink waits for a flush by Promise.withResolvers, which came with Node 22. */
function withResolversOnNode20(): Plugin {
	return {
		name: 'with-resolvers-on-node-20',
		renderChunk: (code) =>
			code.replaceAll(
				'Promise.withResolvers()',
				'(()=>{let resolve,reject;const promise=new Promise((a,b)=>{resolve=a;reject=b});return{promise,resolve,reject}})()',
			),
	};
}
