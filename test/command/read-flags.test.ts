import meow from 'meow';
import {expect, test} from 'vitest';
import {allFlags} from '../../source/command/flags.js';
import {readFlags} from '../../source/command/read-flags.js';

const packageInfo = {name: 'truffle-capacity', version: '1.2.3'};

test('without flags they are what meow makes of none', () => {
	const {flags} = meow({importMeta: import.meta, argv: [], flags: allFlags, pkg: {...packageInfo}});
	expect(readFlags([], packageInfo)).toEqual(flags);
	expect(Object.keys(flags).length).toBeGreaterThan(5);
});

test('flags are typed by their table', () => {
	expect(readFlags(['--gpu-only', '--regions', 'us-east-1', '--min-capacity', '8', '--no-color'], packageInfo)).toMatchObject({
		gpuOnly: true,
		regions: ['us-east-1'],
		minCapacity: '8',
		color: false,
		odcr: false,
	});
});
