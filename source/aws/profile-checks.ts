import {type Environment, readProfile, usesEnvironmentKeys} from './profile.js';

/** Whether the credentials of this profile need a code from a person, which has to be asked for before the app takes the screen. */
export async function isMfaNeeded(profile: string | null, env: Environment): Promise<boolean> {
	const read = await readProfile(profile, env);
	return !usesEnvironmentKeys(read, env) && read.sources.some((section) => Boolean(section['role_arn'] && section['mfa_serial']));
}

/** Whether a profile is named, by `--profile` or `AWS_PROFILE`, that the AWS files do not have. Other places may give credentials even so. */
export async function isProfileMissing(profile: string | null, env: Environment): Promise<boolean> {
	const {isNamed, exists} = await readProfile(profile, env);
	return isNamed && !exists;
}
