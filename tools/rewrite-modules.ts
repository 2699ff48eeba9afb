import type {Plugin} from 'rolldown';

export type Rewrite = {
	/** The end of the module's path. */
	readonly file: string;
	/** Text that is there once, and what comes in its place. */
	readonly replacements: ReadonlyArray<readonly [from: string, to: string]>;
};

/** Changes a few words in modules of packages. The build fails when a module or a text is not there any more, since then somebody has to look again. */
export function rewriteModules(rewrites: readonly Rewrite[]): Plugin {
	const missing = new Set(rewrites);
	return {
		name: 'rewrite-modules',
		transform(code, id) {
			const rewrite = rewrites.find(({file}) => id.endsWith(file));
			if (rewrite === undefined) {
				return null;
			}

			missing.delete(rewrite);
			return applyRewrite(code, rewrite);
		},
		buildEnd(error) {
			const [first] = missing;
			if (error === undefined && first !== undefined) {
				throw new Error(`${first.file} is no part of the bundle any more: remove its rewrite.`);
			}
		},
	};
}

export function applyRewrite(code: string, {file, replacements}: Rewrite): string {
	return replacements.reduce((text, [from, to]) => {
		if (text.split(from).length !== 2) {
			throw new Error(`${file} has not exactly one "${from}": look whether its rewrite is still of use.`);
		}

		return text.replace(from, () => to);
	}, code);
}
