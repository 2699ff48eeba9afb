import type {TypedFlags} from './typed-flags.js';
import {parseCount} from './values/parse-count.js';
import {parseScenario, type Scenarios} from './values/parse-scenario.js';
import {parseSpeed} from './values/parse-speed.js';

export type DemoServerOptions = {
	/** 0: any free port. */
	readonly port: number;
	readonly scenario: string;
	/** Seconds of the scenario's clock in a real one. */
	readonly speed: number;
};

export function demoServerOptions(flags: TypedFlags, scenarios: Scenarios): DemoServerOptions {
	return {
		port: flags.port === undefined ? 0 : parseCount('--port', flags.port, {min: 0, max: 65_535}),
		scenario: flags.scenario === undefined ? scenarios.defaultName : parseScenario('--scenario', flags.scenario, scenarios),
		speed: flags.speed === undefined ? 1 : parseSpeed('--speed', flags.speed),
	};
}
