import {AssumeRoleCommand, GetCallerIdentityCommand, STSClient} from '@aws-sdk/client-sts';
import {expect, onTestFinished, test} from 'vitest';
import type {Scenario} from '../../../source/demo/scenario.js';
import {credentials, openEndpoint, scenarioWith} from '../open-endpoint.js';

test('names the account of the scenario', async () => {
	const sts = await openSts();

	expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
		Account: '123456789012',
		Arn: 'arn:aws:sts::123456789012:assumed-role/CapacityViewer/demo',
		UserId: 'AROAEXAMPLEDEMO000001:demo',
		$metadata: {httpStatusCode: 200, requestId: '00000000-0000-4000-8000-000000000001'},
	});
});

test('has no other action of STS', async () => {
	const sts = await openSts();

	await expect(sts.send(new AssumeRoleCommand({RoleArn: 'arn:aws:iam::1:role/r', RoleSessionName: 's'}))).rejects.toMatchObject({
		name: 'InvalidAction',
		message: 'The action AssumeRole is not valid for this web service.',
		Type: 'Sender',
	});
});

test('fails in the words of STS', async () => {
	const expired = await openSts({
		faults: [{kind: 'error', status: 403, code: 'ExpiredToken', message: 'The security token included in the request is expired'}],
	});
	const elsewhere = await openSts({}, 'me-south-1');

	await expect(expired.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
		name: 'ExpiredToken',
		message: 'The security token included in the request is expired',
		$metadata: {httpStatusCode: 403},
	});
	await expect(elsewhere.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({name: 'InvalidClientTokenId'});
});

async function openSts(differs: Partial<Scenario> = {}, region = 'us-east-1'): Promise<STSClient> {
	const endpoint = await openEndpoint(scenarioWith(differs));
	const client = new STSClient({region, endpoint: endpoint.url, credentials, maxAttempts: 1});
	onTestFinished(() => client.destroy());
	return client;
}
