import {CapacityError} from '../core/errors.js';
import type {Environment, Profile} from './profile.js';

/** `url`: `null` is AWS's own endpoint of the region. */
export type Endpoints = {
	readonly ec2: string | null;
	readonly sts: string | null;
	/** A custom EC2 endpoint does not speak for STS, and AWS's STS does not know its account. */
	readonly hasSts: boolean;
};

export type EndpointOptions = {
	/** By `--endpoint-url`: EC2 only, as in the AWS CLI. */
	readonly endpointUrl: string | null;
	/** The custom EC2 endpoint answers STS and the Price List API as well. */
	readonly stsAtEndpoint: boolean;
};

/**
Settled here and not by the SDK, which reads `endpoint_url` of the default profile even where another one was chosen.
Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
*/
export function resolveEndpoints({endpointUrl, stsAtEndpoint}: EndpointOptions, profile: Profile, env: Environment): Endpoints {
	const ec2 = checked(ec2Setting(endpointUrl, profile, env));
	const sts = stsAtEndpoint ? ec2 : checked(configured('sts', profile, env));
	return {ec2, sts, hasSts: ec2 === null || sts !== null};
}

/** A URL and the name of the setting that it comes from. */
export type EndpointSetting = readonly [url: string, place: string];

/** The setting of EC2's endpoint; `null`: it is AWS's own. */
export function ec2Setting(endpointUrl: string | null, profile: Profile, env: Environment): EndpointSetting | null {
	return endpointUrl === null ? configured('ec2', profile, env) : [endpointUrl, '--endpoint-url'];
}

/** The custom endpoint of the Price List API; `null`: it is AWS's own. */
export function priceListUrl(profile: Profile, env: Environment): string | null {
	return checked(configured('pricing', profile, env));
}

function configured(service: 'ec2' | 'sts' | 'pricing', {settings, services, name}: Profile, env: Environment): EndpointSetting | null {
	if ((env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] ?? settings['ignore_configured_endpoint_urls'])?.toLowerCase() === 'true') {
		return null;
	}

	const serviceVariable = `AWS_ENDPOINT_URL_${service.toUpperCase()}`;
	const places: readonly (readonly [string | undefined, string])[] = [
		[env[serviceVariable], serviceVariable],
		[env['AWS_ENDPOINT_URL'], 'AWS_ENDPOINT_URL'],
		[services[`${service}.endpoint_url`], `the services section of profile "${name}"`],
		[settings['endpoint_url'], `endpoint_url of profile "${name}"`],
	];
	const [url, place] = places.find(([value]) => Boolean(value)) ?? [];
	return url === undefined || place === undefined ? null : [url, place];
}

function checked(setting: EndpointSetting | null): string | null {
	if (setting === null) {
		return null;
	}

	const [url, place] = setting;
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
		throw new CapacityError('bad_setting', `The endpoint of ${place} is not an http or https URL: "${url}".`);
	}

	return url;
}
