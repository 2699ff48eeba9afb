type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the locale can show more than ASCII. Without any locale variable nothing speaks against it. */
export function isUtf8Locale(env: Environment): boolean {
	const [, locale] = localeVariable(env) ?? [];
	return locale === undefined || /utf-?8/i.test(locale);
}

/** The variable that decides about characters, and its value; `null`: none is set. */
export function localeVariable(env: Environment): readonly [name: string, value: string] | null {
	for (const name of ['LC_ALL', 'LC_CTYPE', 'LANG']) {
		const value = env[name];
		if (value !== undefined && value !== '') {
			return [name, value];
		}
	}

	return null;
}

/** Why the app cannot be opened here; `null`: it can. `isSilent`: a pipe or file was wanted, so there is nothing to explain. */
export function whyNoApp(terminal: {
	readonly isInput: boolean;
	readonly isOutput: boolean;
	readonly term: string | undefined;
}): {readonly reason: string; readonly isSilent: boolean} | null {
	if (!terminal.isOutput) {
		return {reason: 'stdout is not a terminal', isSilent: true};
	}

	if (!terminal.isInput) {
		return {reason: 'stdin is not a terminal', isSilent: false};
	}

	return terminal.term === 'dumb' ? {reason: 'TERM is dumb', isSilent: false} : null;
}
