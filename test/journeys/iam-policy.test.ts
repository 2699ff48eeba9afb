import {expect, test} from 'vitest';
import {policyOf} from '../../source/command/iam-policy/policy.js';
import {noCredentials, runCli} from './open.js';

test('iam-policy prints JSON, and asks nobody for it', async () => {
	const {exitCode, stdout, stderr} = await runCli(['iam-policy', '--regions', 'us-east-1', '--deny-writes'], {env: noCredentials()});
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	expect(JSON.parse(stdout)).toEqual(policyOf({regions: ['us-east-1'], deniesWrites: true}));
});
