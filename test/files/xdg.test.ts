import {expect, test} from 'vitest';
import {userDirectories} from '../../source/files/xdg.js';

test.each([
	['the defaults', {}, '/home/ana', '/home/ana/.cache/truffle-capacity', '/home/ana/.local/state/truffle-capacity'],
	[
		'the variables',
		{XDG_CACHE_HOME: '/scratch/cache', XDG_STATE_HOME: '/scratch/state/'},
		'/home/ana',
		'/scratch/cache/truffle-capacity',
		'/scratch/state/truffle-capacity',
	],
	[
		'relative and empty variables are ignored',
		{XDG_CACHE_HOME: 'cache', XDG_STATE_HOME: ''},
		'/home/ana',
		'/home/ana/.cache/truffle-capacity',
		'/home/ana/.local/state/truffle-capacity',
	],
	['a variable without a home', {XDG_CACHE_HOME: '/scratch/cache'}, null, '/scratch/cache/truffle-capacity', null],
	['no home', {}, null, null, null],
	['an empty home', {}, '', null, null],
	['a home that is not absolute', {}, 'home', null, null],
	['a home on macOS', {}, '/Users/ana', '/Users/ana/.cache/truffle-capacity', '/Users/ana/.local/state/truffle-capacity'],
])('%s', (_what, env, home, cache, state) => {
	expect(userDirectories({env, home})).toEqual({cache, state});
});
