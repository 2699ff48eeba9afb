import {expect, test} from 'vitest';
import type {Scenario} from '../../../source/demo/scenario.js';
import {askProducts, openPriceList, where} from './ask-products.js';

test.each<readonly [string, unknown, string]>([
	['no service', {}, 'InvalidParameterException'],
	['another service', {ServiceCode: 'AmazonS3'}, 'InvalidParameterException'],
	['another format', {ServiceCode: 'AmazonEC2', FormatVersion: 'aws_v2'}, 'InvalidParameterException'],
	['too long a page', {ServiceCode: 'AmazonEC2', MaxResults: 101}, 'InvalidParameterException'],
	['an empty page', {ServiceCode: 'AmazonEC2', MaxResults: 0}, 'InvalidParameterException'],
	['a page of text', {ServiceCode: 'AmazonEC2', MaxResults: '5'}, 'SerializationException'],
	['a filter of no type', {ServiceCode: 'AmazonEC2', Filters: [{Field: 'vcpu', Value: '4'}]}, 'InvalidParameterException'],
	['a filter of a type of its own', where({vcpu: '4'}, 'LIKE'), 'InvalidParameterException'],
	['51 filters', {ServiceCode: 'AmazonEC2', Filters: Array(51).fill(where({vcpu: '4'}).Filters[0])}, 'InvalidParameterException'],
	['filters that are no list', {ServiceCode: 'AmazonEC2', Filters: {}}, 'SerializationException'],
	['a list', [], 'SerializationException'],
	['a token that is none', {ServiceCode: 'AmazonEC2', NextToken: 'x'}, 'InvalidNextTokenException'],
])('refuses %s', async (_what, input, type) => {
	await expect(askProducts(await openPriceList(), input)).resolves.toMatchObject({
		status: 400,
		body: {__type: type, Message: expect.any(String)},
	});
});

test('refuses what is not JSON, and operations that it does not have', async () => {
	const url = await openPriceList();

	await expect(askProducts(url, 'Action=GetProducts')).resolves.toMatchObject({body: {__type: 'SerializationException'}});
	await expect(askProducts(url, {}, {target: 'AWSPriceListService.DescribeServices'})).resolves.toMatchObject({
		status: 400,
		body: {__type: 'UnknownOperationException'},
	});
});

test.each(['us-east-1', 'eu-central-1', 'ap-south-1'])('answers in %s', async (region) => {
	await expect(askProducts(await openPriceList(), {ServiceCode: 'AmazonEC2'}, {region})).resolves.toMatchObject({status: 200});
});

test.each([
	['eu-west-1', 'InvalidSignatureException', "Credential should be scoped to a valid region, not 'eu-west-1'. "],
	['me-south-1', 'UnrecognizedClientException', 'The security token included in the request is invalid.'],
	['', 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
])('signed for %j it answers %s', async (region, type, message) => {
	await expect(askProducts(await openPriceList(), {ServiceCode: 'AmazonEC2'}, {region})).resolves.toMatchObject({
		status: 400,
		body: {__type: type, Message: message},
	});
});

test.each<readonly [NonNullable<Scenario['faults']>[number]['kind'] & ('throttle' | 'expired' | 'deny' | 'unavailable'), number, string]>([
	['throttle', 400, 'ThrottlingException'],
	['expired', 400, 'ExpiredTokenException'],
	['deny', 400, 'AccessDeniedException'],
	['unavailable', 503, 'ServiceUnavailableException'],
])('the fault %s is in the words of the Price List API', async (kind, status, type) => {
	const answer = await askProducts(await openPriceList({faults: [{kind}]}), {ServiceCode: 'AmazonEC2'});

	expect(answer).toMatchObject({status, body: {__type: type}});
	expect(kind === 'deny' ? answer.body.Message : 'pricing:GetProducts').toContain('pricing:GetProducts');
});

test('an answer without its set is an empty object', async () => {
	await expect(askProducts(await openPriceList({faults: [{kind: 'no-set'}]}), {ServiceCode: 'AmazonEC2'})).resolves.toMatchObject({
		status: 200,
		body: {},
	});
});
