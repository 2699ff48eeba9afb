import type {Scenario} from '../../../source/demo/scenario.js';
import {openEndpoint, scenarioWith} from '../open-endpoint.js';

export type Answer = {
	readonly status: number;
	readonly contentType: string | null;
	readonly requestId: string | null;
	readonly body: {readonly FormatVersion?: string; readonly PriceList?: readonly string[]; readonly NextToken?: string} & {
		readonly __type?: string;
		readonly Message?: string;
	};
};

/** The URL of an endpoint with the three regions that have the API, and one that has not. */
export async function openPriceList(differs: Partial<Scenario> = {}): Promise<string> {
	const names = ['us-east-1', 'eu-central-1', 'eu-west-1', 'ap-south-1'];
	const regions = names.map((name) => ({name, optInStatus: 'opt-in-not-required' as const}));
	return (await openEndpoint(scenarioWith({regions, ...differs}))).url;
}

/** A request as the JSON protocol of AWS has it; `region` `''` is one without a signature. */
export async function askProducts(
	url: string,
	input: unknown,
	{region = 'us-east-1', target = 'AWSPriceListService.GetProducts'}: {readonly region?: string; readonly target?: string} = {},
): Promise<Answer> {
	const authorization = `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/${region}/pricing/aws4_request, SignedHeaders=host, Signature=0`;
	const response = await fetch(url, {
		method: 'POST',
		headers: {'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target, ...(region === '' ? {} : {authorization})},
		body: typeof input === 'string' ? input : JSON.stringify(input),
	});
	const body = (await response.json()) as Answer['body'];
	return {
		status: response.status,
		contentType: response.headers.get('content-type'),
		requestId: response.headers.get('x-amzn-requestid'),
		body,
	};
}

export function where(attributes: Readonly<Record<string, string>>, Type = 'TERM_MATCH') {
	return {ServiceCode: 'AmazonEC2', Filters: Object.entries(attributes).map(([Field, Value]) => ({Type, Field, Value}))};
}
