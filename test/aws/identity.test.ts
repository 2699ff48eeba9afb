import {expect, test} from 'vitest';
import {readIdentity} from '../../source/aws/identity.js';
import {createAwsHome} from './aws-home.js';

const nothing = {profile: null, endpointUrl: null, asked: null};
const defaults = {profile: 'default', accessKeyId: null, endpointUrl: null, partition: 'aws'};
const config = `[default]
region = us-west-2
[profile gov]
region = us-gov-west-1
endpoint_url = http://127.0.0.1:4566`;

test.each([
	{name: 'without anything it is the default profile', options: {}, env: {}, expected: {}},
	{
		name: 'keys in the environment go before the default profile',
		options: {},
		env: {AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x'},
		expected: {profile: null, accessKeyId: 'AKIAIOSFODNN7EXAMPLE'},
	},
	{
		name: 'a named profile goes before keys in the environment',
		options: {profile: 'gov'},
		env: {AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x'},
		expected: {profile: 'gov', endpointUrl: 'http://127.0.0.1:4566', partition: 'aws-us-gov'},
	},
	{
		name: 'AWS_PROFILE names it too',
		options: {},
		env: {AWS_PROFILE: 'gov'},
		expected: {profile: 'gov', endpointUrl: 'http://127.0.0.1:4566', partition: 'aws-us-gov'},
	},
	{
		name: 'an endpoint by flag, a partition by the regions asked for',
		options: {endpointUrl: 'http://127.0.0.1:80', profile: 'empty', asked: ['cn-north-1']},
		env: {},
		expected: {profile: 'empty', endpointUrl: 'http://127.0.0.1:80', partition: 'aws-cn'},
	},
])('$name', async ({options, env, expected}) => {
	await using home = await createAwsHome(env);
	await home.write('config', config);
	expect(await readIdentity({...nothing, ...options}, home.env)).toEqual({...defaults, ...expected});
});
