import {expect, test} from 'vitest';
import {readAccountId} from '../../source/aws/account-id.js';
import {openConnection} from '../../source/aws/ec2-connection.js';
import {manualClock} from '../helpers/manual-clock.js';
import {startLocalEc2} from './local-ec2.js';

test('STS gets two seconds, not more', async () => {
	await using sts = await startLocalEc2(() => null);
	const connection = await openConnection({
		profile: null,
		endpointUrl: sts.url,
		homeRegion: 'us-east-1',
		asked: null,
		credentials: {accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret'},
		stsAtEndpoint: true,
		useProxy: false,
		askMfaCode: null,
		env: {},
		timeoutMs: 60_000,
		requestLog: null,
	});
	const {timers, advance, pending} = manualClock();
	let answer: string | null | undefined;
	const reading = readAccountId(connection, new AbortController().signal, timers).then((account) => {
		answer = account;
	});
	await expect.poll(() => sts.requests.length).toBe(1);
	await advance(1999);
	expect(answer).toBeUndefined();
	await advance(1);
	await reading;
	expect(answer).toBeNull();
	expect(pending()).toBe(0);
	connection.close();
});
