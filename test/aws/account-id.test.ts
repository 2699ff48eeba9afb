import {expect, test} from 'vitest';
import {readAccountId} from '../../source/aws/account-id.js';
import {openConnection} from '../../source/aws/ec2-connection.js';
import type {Timers} from '../../source/core/ports.js';
import {manualClock} from '../helpers/manual-clock.js';
import {startLocalEc2} from './local-ec2.js';

test('STS gets its time, not more, and it begins when the request is sent', async () => {
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
	let begun = 0;
	const counting: Timers = {
		after(milliseconds, callback) {
			begun++;
			return timers.after(milliseconds, callback);
		},
	};
	let answer: string | null | undefined;
	const reading = readAccountId(connection, {timeoutMs: 2000, timers: counting, signal: new AbortController().signal}).then((account) => {
		answer = account;
	});
	// Nothing is counted while the client is still being loaded, and once more the whole time when the request leaves.
	expect(begun).toBe(0);
	await expect.poll(() => sts.requests.length).toBe(1);
	expect(begun).toBe(2);
	await advance(1999);
	expect(answer).toBeUndefined();
	await advance(1);
	await reading;
	expect(answer).toBeNull();
	expect(pending()).toBe(0);
	connection.close();
});
