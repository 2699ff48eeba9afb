import {registerHooks} from 'node:module';

// Node runs TypeScript by itself, but takes the `.js` of an import for a file of that name.
registerHooks({
	resolve(specifier, context, next) {
		try {
			return next(specifier, context);
		} catch (error) {
			if (error.code === 'ERR_MODULE_NOT_FOUND' && /^\.{1,2}\/.*\.js$/.test(specifier)) {
				return next(specifier.replace(/\.js$/, '.ts'), context);
			}

			throw error;
		}
	},
});
