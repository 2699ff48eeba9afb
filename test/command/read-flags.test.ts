import meow from 'meow';
import {expect, test} from 'vitest';
import {allFlags} from '../../source/command/flags.js';
import {parseArgv} from '../../source/command/parse-argv.js';
import {readFlags} from '../../source/command/read-flags.js';

const packageInfo = {name: 'truffle-capacity', version: '1.2.3'};

test.each([
	{line: ''},
	{line: '--gpu-only'},
	{line: '--demo'},
	{line: '--demo market --no-color --no-cache -o json'},
	{line: '--regions us-east-1 --regions us-west-2,eu-west-1 --min-capacity -8 --odcr=false --follow cr-0a'},
	{line: 'wait --id cr-0a --for active --timeout 5m --instance-types p5.*'},
])('the flags of `truffle $line` are what meow makes of them, told of all flags', ({line}) => {
	const {argv, keys} = parseArgv(line.split(' '));
	const {flags} = meow({importMeta: import.meta, argv, flags: allFlags, pkg: {...packageInfo}});
	expect(readFlags(argv, keys, packageInfo)).toEqual(flags);
	expect(Object.keys(flags).length).toBeGreaterThan(keys.size + 5);
});

test('flags are typed by their table', () => {
	const {argv, keys} = parseArgv(['--gpu-only', '--regions', 'us-east-1', '--min-capacity', '8', '--no-color']);
	expect(readFlags(argv, keys, packageInfo)).toMatchObject({
		gpuOnly: true,
		regions: ['us-east-1'],
		minCapacity: '8',
		color: false,
		odcr: false,
	});
});
