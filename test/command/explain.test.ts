import {expect, test} from 'vitest';
import {explain} from '../../source/command/run.js';
import {UsageError} from '../../source/command/usage-error.js';
import {CapacityError} from '../../source/core/errors.js';

test('an error that nobody foresaw is told without credentials, accounts and ARNs', () => {
	const error = new Error(
		[
			'User arn:aws:sts::123456789012:assumed-role/Admin/me of 123456789012 with AKIAIOSFODNN7EXAMPLE',
			'and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY has failed in cr-0e1a5c3b7d9f20461.',
		].join('\n'),
	);
	error.stack = `Error: ${error.message}\n    at send (file:///opt/truffle/dist/chunks/run-report-BoAwh_zc.js:1:4242)`;
	expect(explain(error)).toEqual({
		exitCode: 1,
		text: [
			'truffle has failed in a way it should not. Please report this:',
			'Error: User <ARN> of <account id> with <key id>',
			'and <secret> has failed in cr-0e1a5c3b7d9f20461.',
			'    at send (file:///opt/truffle/dist/chunks/run-report-BoAwh_zc.js:1:4242)',
		].join('\n'),
	});
});

test('nor does it carry control sequences to the terminal', () => {
	const error = new Error('\u{1B}[2Jbad \u{9B}31m\u{202E}answer');
	expect(explain(error).text.split('\n')[1]).toBe('Error: bad answer');
	expect(explain('\u{1B}]0;title\u{7}thrown text').text).toMatch(/:\nthrown text$/);
});

test('an error that was foreseen is told as it is', () => {
	expect(explain(new UsageError('--output: no'))).toEqual({text: '--output: no', exitCode: 2});
	const error = new CapacityError('no_credentials', 'No credentials of profile "123456789012-admin".', {hint: 'Get some.'});
	expect(explain(error)).toEqual({text: 'No credentials of profile "123456789012-admin".\nGet some.', exitCode: 1});
});
