/** Whether the locale can show more than ASCII. Without any locale variable nothing speaks against it. */
export function isUtf8Locale(env: Readonly<Record<string, string | undefined>>): boolean {
	const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value !== undefined && value !== '');
	return locale === undefined || /utf-?8/i.test(locale);
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
