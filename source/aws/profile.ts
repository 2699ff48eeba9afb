import {loadSharedConfigFiles} from '@smithy/core/config';

type Section = Readonly<Record<string, string | undefined>>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the AWS config and credentials files say of the profile in use. */
export type Profile = {
	readonly name: string;
	/** By `--profile` or `AWS_PROFILE`; else the default one. */
	readonly isNamed: boolean;
	readonly exists: boolean;
	readonly settings: Section;
	/** This profile and those it takes its credentials from, by `source_profile`. */
	readonly sources: readonly Section[];
	/** The `[services …]` section that it names. */
	readonly services: Section;
	/** All profiles, by name. */
	readonly known: readonly string[];
};

/** Reads the files that the SDK reads, in its own way. `ignoreCache`: they may have changed since. */
export async function readProfile(profile: string | null, env: Environment, {ignoreCache = false} = {}): Promise<Profile> {
	const {configFile, credentialsFile} = await loadSharedConfigFiles({ignoreCache});
	const sectionOf = (name: string): Section => ({...configFile[name], ...credentialsFile[name]});
	const named = profile || env['AWS_PROFILE'] || null;
	const name = named ?? 'default';
	const settings = sectionOf(name);
	const known = new Set([
		...Object.keys(configFile).filter((section) => !/^(?:services|sso-session)\./.test(section)),
		...Object.keys(credentialsFile),
	]);
	return {
		name,
		isNamed: named !== null,
		exists: known.has(name),
		settings,
		sources: sourcesOf(name, sectionOf),
		services: configFile[`services.${settings['services'] ?? ''}`] ?? {},
		known: [...known].toSorted(),
	};
}

/** The SDK prefers a named profile to keys in the environment, and these to the default profile. */
export function usesEnvironmentKeys(profile: Profile, env: Environment): boolean {
	return !profile.isNamed && Boolean(env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY']);
}

function sourcesOf(name: string, sectionOf: (name: string) => Section): readonly Section[] {
	const seen = new Map<string, Section>();
	let next: string | undefined = name;
	while (next !== undefined && !seen.has(next)) {
		const section = sectionOf(next);
		seen.set(next, section);
		next = section['source_profile'];
	}

	return [...seen.values()];
}
