import {expect, test} from 'vitest';
import {readPriceListPlace} from '../../../source/aws/pricing/price-list-place.js';
import {createAwsHome} from '../aws-home.js';

const a = 'http://a.example';

type Case = readonly [
	string,
	{readonly region?: string; readonly endpointUrl?: string; readonly env?: Readonly<Record<string, string>>},
	Awaited<ReturnType<typeof readPriceListPlace>>,
];

test.each<Case>([
	['it is in us-east-1', {}, {region: 'us-east-1', url: null}],
	['in Europe it is in eu-central-1', {region: 'eu-west-1'}, {region: 'eu-central-1', url: null}],
	['in Asia it is in ap-south-1', {region: 'ap-northeast-1'}, {region: 'ap-south-1', url: null}],
	['from South America it is in us-east-1', {region: 'sa-east-1'}, {region: 'us-east-1', url: null}],
	['China has none in dollars', {region: 'cn-north-1'}, null],
	['GovCloud has none', {region: 'us-gov-west-1'}, null],
	['beside --endpoint-url nobody is asked', {endpointUrl: a}, null],
	['beside a custom EC2 endpoint nobody is asked', {env: {AWS_ENDPOINT_URL_EC2: a}}, null],
	['AWS_ENDPOINT_URL is its endpoint, too', {env: {AWS_ENDPOINT_URL: a}}, {region: 'us-east-1', url: a}],
	[
		'its own variable holds in any case',
		{endpointUrl: 'http://b.example', env: {AWS_ENDPOINT_URL_PRICING: a}},
		{region: 'us-east-1', url: a},
	],
])('%s', async (_, {region = 'us-west-2', endpointUrl = null, env = {}}, expected) => {
	await using home = await createAwsHome({AWS_REGION: region, ...env});

	expect(await readPriceListPlace({profile: null, endpointUrl, asked: null}, home.env)).toEqual(expected);
});
