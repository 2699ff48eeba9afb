import {type Environment, readProfile} from './profile.js';

/** Whether a profile is named, by `--profile` or `AWS_PROFILE`, that the AWS files do not have. Other places may give credentials even so. */
export async function isProfileMissing(profile: string | null, env: Environment): Promise<boolean> {
	const {isNamed, exists} = await readProfile(profile, env);
	return isNamed && !exists;
}
