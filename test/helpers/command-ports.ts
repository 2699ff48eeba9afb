import type {CapacityCommandOptions} from '../../source/command/capacity-options.js';
import type {Session} from '../../source/command/open-session.js';
import type {ProcessPorts} from '../../source/command/process-ports.js';
import {defaultScenario, isScenarioName, scenarioNames} from '../../source/demo/scenario-names.js';
import type {ManualClock} from './manual-clock.js';
import {parseOptions} from './parse-options.js';

type Time = Pick<ManualClock, 'clock' | 'stopwatch' | 'timers'>;

/** A process that only runs what is put into it; what it has written so far. */
export type CommandPorts = {
	readonly ports: ProcessPorts;
	readonly stdout: () => string;
	readonly stderr: () => string;
	readonly terminate: () => void;
};

export function commandPorts({clock, stopwatch, timers}: Time): CommandPorts {
	const written = {stdout: '', stderr: ''};
	const termination = new AbortController();
	const sink = (name: 'stdout' | 'stderr') =>
		({
			isTTY: false,
			write(text: string) {
				written[name] += text;
				return true;
			},
		}) as unknown as NodeJS.WriteStream;
	return {
		ports: {
			argv: [],
			env: {LANG: 'C.UTF-8'},
			stdin: {isTTY: false} as NodeJS.ReadStream,
			stdout: sink('stdout'),
			stderr: sink('stderr'),
			clock,
			stopwatch,
			timers,
			random: () => 0.5,
			abortOn: (...signals) => (signals.includes('SIGTERM') ? termination.signal : new AbortController().signal),
			onCrash: () => () => {},
		},
		stdout: () => written.stdout,
		stderr: () => written.stderr,
		terminate: () => termination.abort(),
	};
}

export function sessionOf({settings, openSource, clock, stopwatch, timers}: Pick<Session, 'settings' | 'openSource'> & Time): Session {
	return {settings, openSource, clock, stopwatch, timers, label: null, regionOrder: () => null, close: async () => {}};
}

/** The options of `truffle capacity` and `truffle watch`, as they are typed. */
export function readCapacityOptions(...argv: readonly string[]): CapacityCommandOptions {
	const scenarios = {isScenario: isScenarioName, names: scenarioNames, defaultName: defaultScenario};
	const command = parseOptions(argv, {name: 'truffle-capacity', version: '0.0.0'}, scenarios);
	if (command.kind !== 'capacity') {
		throw new Error(`This is ${command.kind}.`);
	}

	return command.options;
}
