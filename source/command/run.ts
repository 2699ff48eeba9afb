import {CapacityError, UnknownRegionError} from '../core/errors.js';
import {redact} from '../core/words/redact.js';
import {safeText} from '../core/words/safe-text.js';
import {defaultScenario, isScenarioName, scenarioNames} from '../demo/scenario-names.js';
import {nameNearest} from '../format/name-nearest.js';
import type {ReportFormat} from '../report/report-options.js';
import type {CapacityCommandOptions} from './capacity-options.js';
import {exitCodes} from './exit-codes.js';
import {openSession} from './open-session.js';
import {type FlagLine, optionsOf, type ParsedCommand, readCommandLine} from './options.js';
import type {PackageInfo} from './package-info.js';
import type {ProcessPorts} from './process-ports.js';
import {isUtf8Locale, whyNoApp} from './terminal-settings.js';
import {defaultFlags, type TypedFlags} from './typed-flags.js';
import {UsageError} from './usage-error.js';

/** Does what the command line says and returns the exit code. The one place where errors end. */
export async function run(ports: ProcessPorts, packageInfo: PackageInfo): Promise<number> {
	try {
		return await runCommand(ports, packageInfo);
	} catch (error) {
		const {text, exitCode} = explain(nameNearest(error));
		ports.stderr.write(`${text}\n`);
		return exitCode;
	}
}

async function runCommand(ports: ProcessPorts, packageInfo: PackageInfo): Promise<number> {
	const command = await parseOptions(ports.argv, packageInfo);
	switch (command.kind) {
		case 'help': {
			const {helpText} = await import('./help-text.js');
			ports.stdout.write(helpText(command.topic));
			return exitCodes.ok;
		}
		case 'version':
			ports.stdout.write(command.text);
			return exitCodes.ok;
		case 'iam-policy': {
			const {policyOf} = await import('./iam-policy/policy.js');
			ports.stdout.write(`${JSON.stringify(policyOf(command.options), null, 2)}\n`);
			return exitCodes.ok;
		}
		case 'completion': {
			const {completionScript} = await import('./completion/completion-script.js');
			ports.stdout.write(completionScript(command.shell));
			return exitCodes.ok;
		}
		case 'demo-server': {
			const {runDemoServer} = await import('./run-demo-server.js');
			return runDemoServer(command.options, ports);
		}
		case 'wait': {
			const {runWait} = await import('./wait/run-wait.js');
			return runWait(command.options, ports);
		}
		case 'snippet': {
			const {runSnippet} = await import('./snippet/run-snippet.js');
			return runSnippet(command.options, ports);
		}
		case 'check': {
			const {runCheck} = await import('./check/run-check.js');
			return runCheck(command.options, ports);
		}
		case 'advise': {
			const {runAdvise} = await import('./advise/run-advise.js');
			return runAdvise(command.options, ports);
		}
		case 'offerings': {
			const {runOfferings} = await import('./offerings/run-offerings.js');
			return runOfferings(command.options, ports);
		}
		case 'doctor': {
			const {runDoctor} = await import('./doctor/run-doctor.js');
			return runDoctor(command.options, ports, packageInfo);
		}
		case 'capacity':
			return runCapacity(command.options, ports);
	}
}

async function parseOptions(argv: readonly string[], packageInfo: PackageInfo): Promise<ParsedCommand> {
	const line = readCommandLine(argv, packageInfo);
	return line.kind === 'flags'
		? optionsOf(line.command, await readTyped(line, packageInfo), {
				isScenario: isScenarioName,
				names: scenarioNames,
				defaultName: defaultScenario,
			})
		: line;
}

/** meow takes a tenth of the time until the first frame, and most starts have no flags. */
async function readTyped({argv, keys}: FlagLine, packageInfo: PackageInfo): Promise<TypedFlags> {
	if (keys.size === 0) {
		return defaultFlags;
	}

	const {readFlags} = await import('./read-flags.js');
	return readFlags(argv, keys, packageInfo);
}

async function runCapacity(options: CapacityCommandOptions, ports: ProcessPorts): Promise<number> {
	const output = outputOf(options, ports);
	const isAscii = options.isAscii || !isUtf8Locale(ports.env);
	const canAsk = ports.stdin.isTTY && ports.stderr.isTTY;
	const session = await openSession(
		{...options, isApp: output === 'app', asksOnce: output !== 'app' && output !== 'ndjson'},
		ports,
		canAsk ? async (serial) => askMfaCode(serial, ports) : null,
	);
	try {
		switch (output) {
			case 'app': {
				const {runApp} = await import('./app/run-app.js');
				return await runApp(options, session, ports, isAscii);
			}
			case 'ndjson': {
				const {runStream} = await import('./watch/run-stream.js');
				return await runStream(options, session, ports);
			}
			case 'table':
			case 'json':
			case 'csv':
			case 'yaml':
			case 'terraform': {
				const {runReport} = await import('./run-report.js');
				return await runReport({...options, output}, session, ports, isAscii);
			}
		}
	} finally {
		await session.close();
	}
}

/** The prompt is loaded when it is wanted: few profiles want a code. */
async function askMfaCode(serial: string, ports: ProcessPorts): Promise<string> {
	const prompt = await import('./ask-mfa-code.js');
	return prompt.askMfaCode(ports)(serial);
}

/** The app where there is a terminal for it and nothing else was asked for. */
function outputOf({output, isWatch}: CapacityCommandOptions, {stdin, stdout, stderr, env}: ProcessPorts): ReportFormat | 'ndjson' | 'app' {
	if (output !== null) {
		return output;
	}

	const obstacle = whyNoApp({isInput: stdin.isTTY, isOutput: stdout.isTTY, term: env['TERM']});
	if (obstacle === null) {
		return 'app';
	}

	if (!obstacle.isSilent) {
		stderr.write(`The app cannot be opened: ${obstacle.reason}. ${isWatch ? 'These are its events.' : 'This is the report.'}\n`);
	}

	return isWatch ? 'ndjson' : 'table';
}

/** What to say on stderr, and the exit code, when `error` has ended the program. What nobody foresaw is said without secrets: it is to be sent to strangers. */
export function explain(error: unknown): {readonly text: string; readonly exitCode: number} {
	if (error instanceof UsageError) {
		return {text: error.message, exitCode: exitCodes.usage};
	}

	if (error instanceof UnknownRegionError) {
		return {text: `--regions: ${error.message}`, exitCode: exitCodes.usage};
	}

	if (error instanceof CapacityError) {
		const isUsage = error.reason === 'bad_setting';
		return {
			text: [error.message, error.hint].filter((part) => part !== null).join('\n'),
			exitCode: isUsage ? exitCodes.usage : exitCodes.failed,
		};
	}

	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	const lines = redact(stack).split('\n').map(safeText);
	return {text: `truffle has failed in a way it should not. Please report this:\n${lines.join('\n')}`, exitCode: exitCodes.failed};
}
