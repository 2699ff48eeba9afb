import {describe, expect, test} from 'vitest';
import {resolveEndpoints} from '../../source/aws/endpoints.js';
import type {Environment, Profile} from '../../source/aws/profile.js';

const noProfile: Profile = {name: 'default', isNamed: false, exists: false, settings: {}, sources: [], services: {}, known: []};
const a = 'http://a.example';
const b = 'http://b.example';

type Case = readonly [
	string,
	{readonly option?: string; readonly stsAtEndpoint?: boolean; readonly env?: Environment; readonly profile?: Partial<Profile>},
	object,
];

describe('resolveEndpoints', () => {
	test.each<Case>([
		['nothing set is AWS', {}, {ec2: null, sts: null, hasSts: true}],
		['the option is EC2’s alone', {option: a}, {ec2: a, sts: null, hasSts: false}],
		['unless it answers STS too', {option: a, stsAtEndpoint: true}, {ec2: a, sts: a, hasSts: true}],
		['AWS_ENDPOINT_URL is both’s', {env: {AWS_ENDPOINT_URL: a}}, {ec2: a, sts: a, hasSts: true}],
		['AWS_ENDPOINT_URL_EC2 is EC2’s alone', {env: {AWS_ENDPOINT_URL_EC2: a}}, {ec2: a, sts: null, hasSts: false}],
		['AWS_ENDPOINT_URL_STS is STS’s alone', {env: {AWS_ENDPOINT_URL_STS: a}}, {ec2: null, sts: a, hasSts: true}],
		['the service goes before the rest', {env: {AWS_ENDPOINT_URL: a, AWS_ENDPOINT_URL_EC2: b}}, {ec2: b, sts: a, hasSts: true}],
		['the option goes before the environment', {option: b, env: {AWS_ENDPOINT_URL: a}}, {ec2: b, sts: a, hasSts: true}],
		['endpoint_url of the profile is both’s', {profile: {settings: {endpoint_url: a}}}, {ec2: a, sts: a, hasSts: true}],
		['the services section is the service’s', {profile: {services: {'ec2.endpoint_url': a}}}, {ec2: a, sts: null, hasSts: false}],
		[
			'the environment goes before the profile',
			{env: {AWS_ENDPOINT_URL: b}, profile: {services: {'ec2.endpoint_url': a}}},
			{ec2: b, sts: b, hasSts: true},
		],
		['an empty variable is not set', {env: {AWS_ENDPOINT_URL: ''}}, {ec2: null, sts: null, hasSts: true}],
		[
			'they can be ignored',
			{env: {AWS_ENDPOINT_URL: a, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true'}},
			{ec2: null, sts: null, hasSts: true},
		],
		['the option cannot', {option: b, env: {AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true'}}, {ec2: b, sts: null, hasSts: false}],
	])('%s', (_, {option = null, stsAtEndpoint = false, env = {}, profile}, expected) => {
		expect(resolveEndpoints({endpointUrl: option, stsAtEndpoint}, {...noProfile, ...profile}, env)).toEqual(expected);
	});

	test.each<Case>([
		[
			'localhost:4566',
			{option: 'localhost:4566'},
			{message: 'The endpoint of --endpoint-url is not an http or https URL: "localhost:4566".'},
		],
		[
			'nonsense',
			{env: {AWS_ENDPOINT_URL_EC2: 'nonsense'}},
			{message: 'The endpoint of AWS_ENDPOINT_URL_EC2 is not an http or https URL: "nonsense".'},
		],
		[
			'ftp',
			{profile: {settings: {endpoint_url: 'ftp://a'}}},
			{message: 'The endpoint of endpoint_url of profile "default" is not an http or https URL: "ftp://a".'},
		],
	])('%s is refused by the name of its place', (_, {option = null, env = {}, profile}, expected) => {
		expect(() => resolveEndpoints({endpointUrl: option, stsAtEndpoint: false}, {...noProfile, ...profile}, env)).toThrow(
			expect.objectContaining({reason: 'bad_setting', ...expected}),
		);
	});
});
