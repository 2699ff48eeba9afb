import {partitionOf} from '../../core/regions/regions.js';
import {type EndpointOptions, type Endpoints, priceListUrl, resolveEndpoints} from '../endpoints.js';
import {homeRegionOf} from '../home-region.js';
import type {IdentityOptions} from '../identity.js';
import {type Environment, type Profile, readProfile} from '../profile.js';

/** Where prices are asked for. `url`: `null` is AWS's own endpoint of the region. */
export type PriceListPlace = {readonly region: string; readonly url: string | null};

/**
`null`: there is nobody to ask. A custom EC2 endpoint does not speak for AWS's prices, and AWS is not to be asked beside it; other
partitions have no Price List in dollars that their accounts could ask.

The API is in three regions only (AWS Billing User Guide, "Price List Query API"): the nearest one is taken, so that a policy that
keeps an account on its continent does not deny it.
*/
export function priceListPlace(
	options: EndpointOptions,
	{
		profile,
		env,
		endpoints,
		homeRegion,
	}: {readonly profile: Profile; readonly env: Environment; readonly endpoints: Endpoints; readonly homeRegion: string},
): PriceListPlace | null {
	const url = options.stsAtEndpoint ? endpoints.ec2 : priceListUrl(profile, env);
	const isThere = url !== null || (endpoints.ec2 === null && partitionOf(homeRegion) === 'aws');
	return isThere ? {region: nearest(homeRegion), url} : null;
}

/** Reads the AWS config files and asks nobody: where these settings would ask. Rejects with `CapacityError` (`bad_setting`). */
export async function readPriceListPlace(
	{profile: name, endpointUrl, asked}: IdentityOptions,
	env: Environment,
): Promise<PriceListPlace | null> {
	const profile = await readProfile(name, env);
	const options = {endpointUrl, stsAtEndpoint: false};
	const homeRegion = homeRegionOf({homeRegion: null, asked}, profile, env);
	return priceListPlace(options, {profile, env, endpoints: resolveEndpoints(options, profile, env), homeRegion});
}

function nearest(homeRegion: string): string {
	const [continent = ''] = homeRegion.split('-');
	return nearestOf[continent] ?? 'us-east-1';
}

const nearestOf: Readonly<Record<string, string>> = {
	eu: 'eu-central-1',
	af: 'eu-central-1',
	il: 'eu-central-1',
	me: 'ap-south-1',
	ap: 'ap-south-1',
};
