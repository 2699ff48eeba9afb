import {CapacityError, UnknownRegionError} from '../core/errors.js';
import type {CapacityCommandOptions} from './capacity-options.js';
import {exitCodes} from './exit-codes.js';
import {nearest} from './nearest.js';
import {openSession} from './open-session.js';
import {parseOptions} from './options.js';
import type {PackageInfo} from './package-info.js';
import type {ProcessPorts} from './process-ports.js';
import {isUtf8Locale, whyNoApp} from './terminal-settings.js';
import {UsageError} from './usage-error.js';

/** Does what the command line says and returns the exit code. The one place where errors end. */
export async function run(ports: ProcessPorts, packageInfo: PackageInfo): Promise<number> {
	try {
		return await runCommand(ports, packageInfo);
	} catch (error) {
		const {text, exitCode} = explain(error);
		ports.stderr.write(`${text}\n`);
		return exitCode;
	}
}

async function runCommand(ports: ProcessPorts, packageInfo: PackageInfo): Promise<number> {
	const {defaultScenario, isScenarioName, scenarioNames} = await import('../demo/scenario-names.js');
	const command = parseOptions(ports.argv, packageInfo, {isScenario: isScenarioName, names: scenarioNames, defaultName: defaultScenario});
	switch (command.kind) {
		case 'help':
		case 'version':
			ports.stdout.write(command.text);
			return exitCodes.ok;
		case 'demo-server': {
			const {runDemoServer} = await import('./run-demo-server.js');
			return runDemoServer(command.options, ports);
		}
		case 'capacity':
			return runCapacity(command.options, ports);
	}
}

async function runCapacity(options: CapacityCommandOptions, ports: ProcessPorts): Promise<number> {
	const isAscii = options.isAscii || !isUtf8Locale(ports.env);
	const obstacle = whyNoApp({isInput: ports.stdin.isTTY, isOutput: ports.stdout.isTTY, term: ports.env['TERM']});
	const isApp = options.output === null && obstacle === null;
	if (options.output === null && obstacle !== null && !obstacle.isSilent) {
		ports.stderr.write(`The app cannot be opened: ${obstacle.reason}. This is the report.\n`);
	}

	const {askMfaCode} = await import('./ask-mfa-code.js');
	const canAsk = ports.stdin.isTTY && ports.stderr.isTTY;
	const session = await openSession(options, ports, canAsk ? askMfaCode(ports) : null);
	try {
		const {runReport} = isApp ? {runReport: null} : await import('./run-report.js');
		if (runReport !== null) {
			return await runReport(options, session, ports, isAscii);
		}

		const {runApp} = await import('./run-app.js');
		return await runApp(options, session, ports, isAscii);
	} finally {
		await session.close();
	}
}

/** What to say on stderr, and the exit code, when `error` has ended the program. */
export function explain(error: unknown): {readonly text: string; readonly exitCode: number} {
	if (error instanceof UsageError) {
		return {text: error.message, exitCode: exitCodes.usage};
	}

	if (error instanceof UnknownRegionError) {
		const match = nearest(error.region, error.known);
		return {text: `--regions: ${error.message}${match === null ? '' : ` Did you mean ${match}?`}`, exitCode: exitCodes.usage};
	}

	if (error instanceof CapacityError) {
		const isUsage = error.reason === 'bad_setting';
		return {
			text: [error.message, error.hint].filter((part) => part !== null).join('\n'),
			exitCode: isUsage ? exitCodes.usage : exitCodes.failed,
		};
	}

	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return {text: `truffle has failed in a way it should not. Please report this:\n${stack}`, exitCode: exitCodes.failed};
}
