import {execFileSync} from 'node:child_process';
import packageJson from '../../package.json' with {type: 'json'};
import type {Bench} from './measurement.js';

type Packed = {readonly size: number; readonly unpackedSize: number};

/** What is installed. */
export const benchPackage: Bench = async () => {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [packed] = Object.values(JSON.parse(output)) as readonly Packed[];
	const dependencies = 'dependencies' in packageJson ? Object.keys(packageJson.dependencies as object).length : 0;
	return [
		{id: 'package-size', what: 'Size of the packed package', unit: 'MB', samples: [(packed?.size ?? Number.NaN) / 1_000_000]},
		{id: 'package-unpacked', what: 'Its size on the disk', unit: 'MB', samples: [(packed?.unpackedSize ?? Number.NaN) / 1_000_000]},
		{id: 'package-dependencies', what: 'Runtime dependencies to download', unit: '', samples: [dependencies]},
	];
};
