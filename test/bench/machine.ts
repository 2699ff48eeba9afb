import {execFileSync} from 'node:child_process';
import {cpus, release, totalmem, type} from 'node:os';
import packageJson from '../../package.json' with {type: 'json'};

/** Where and what was measured. */
export type Machine = {
	readonly system: string;
	readonly processor: string;
	readonly cores: number;
	readonly memoryGb: number;
	readonly node: string;
	readonly version: string;
};

export function describeMachine(node: string): Machine {
	return {
		system: `${type()} ${release()}`,
		processor: cpus()[0]?.model.trim() ?? 'unknown',
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / 1_000_000_000),
		node: execFileSync(node, ['--version'], {encoding: 'utf8'}).trim(),
		version: packageJson.version,
	};
}
