import {isAbsolute, join} from 'node:path';

/** Where truffle keeps its files for a user; `null` where there is no place for them. */
export type UserDirectories = {
	/** What can be lost at any time. */
	readonly cache: string | null;
	/** What should outlast a restart. */
	readonly state: string | null;
};

const appName = 'truffle-capacity';

/**
The directories of the XDG Base Directory Specification, on macOS too, as other command line tools have it.

A variable that is not an absolute path is ignored, as the specification says. `home` is the home directory, `null` or
empty when the user has none.
*/
export function userDirectories({
	env,
	home,
}: {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string | null;
}): UserDirectories {
	return {
		cache: directoryIn(env['XDG_CACHE_HOME'], home, '.cache'),
		state: directoryIn(env['XDG_STATE_HOME'], home, '.local/state'),
	};
}

function directoryIn(base: string | undefined, home: string | null, fallback: string): string | null {
	if (base !== undefined && isAbsolute(base)) {
		return join(base, appName);
	}

	return home !== null && isAbsolute(home) ? join(home, fallback, appName) : null;
}
