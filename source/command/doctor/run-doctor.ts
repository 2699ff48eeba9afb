import {setMaxListeners} from 'node:events';
import process from 'node:process';
import {userFolders} from '../app/user-folders.js';
import {askMfaCode} from '../ask-mfa-code.js';
import type {DoctorOptions} from '../doctor-options.js';
import {exitCodes} from '../exit-codes.js';
import {openSession} from '../open-session.js';
import type {PackageInfo} from '../package-info.js';
import type {ProcessPorts} from '../process-ports.js';
import {textLook} from '../text-look.js';
import {type Check, type Section, worstOf} from './check.js';
import {doctorJson} from './doctor-json.js';
import {examineAws} from './examine-aws.js';
import {filesSection} from './files-section.js';
import {programSection} from './program-section.js';
import {renderSection, renderVerdict} from './render-sections.js';
import {terminalSection} from './terminal-section.js';

/** Says how well truffle can work here, section by section; returns the exit code. */
export async function runDoctor(options: DoctorOptions, ports: ProcessPorts, {version}: PackageInfo): Promise<number> {
	const {stdin, stdout, stderr, clock, timers} = ports;
	const session = await openSession(options, ports, stdin.isTTY && stderr.isTTY ? askMfaCode(ports) : null);
	const signal = ports.abortOn('SIGINT');
	// Each request listens to it.
	setMaxListeners(0, signal);
	const look = textLook(options, ports);
	const sections: Section[] = [];

	function show(section: Section): void {
		if (options.output === null) {
			stdout.write(`${sections.length === 0 ? '' : '\n'}${renderSection(section, look)}`);
		}

		sections.push(section);
	}

	try {
		show(programSection({version, node: process.versions.node, platform: `${process.platform} ${process.arch}`}));
		show(terminalSection(terminalFacts(options, ports)));
		show(await filesSection(options.demo === null ? userFolders(ports.env) : null));
		const examination = await examineAws({settings: session.settings, clock, timers, timeoutMs: options.timeoutMs, signal});
		try {
			show({title: 'AWS', checks: examination.checks});
			if (examination.permissions !== null) {
				show({title: 'Permissions', checks: await examination.permissions()});
			}
		} finally {
			examination.close();
		}
	} catch (error) {
		if (signal.aborted) {
			return exitCodes.interrupted;
		}

		throw error;
	} finally {
		await session.close();
	}

	const checks: readonly Check[] = sections.flatMap((section) => section.checks);
	stdout.write(options.output === null ? `\n${renderVerdict(checks, look)}` : `${JSON.stringify(doctorJson(sections), null, 2)}\n`);
	return worstOf(checks) === 'bad' ? exitCodes.failed : exitCodes.ok;
}

function terminalFacts({isAscii}: DoctorOptions, {stdin, stdout, env}: ProcessPorts) {
	return {
		isInput: stdin.isTTY,
		isOutput: stdout.isTTY,
		columns: stdout.columns,
		rows: stdout.rows,
		colourDepth: stdout.isTTY ? stdout.getColorDepth(env) : 1,
		env,
		isAscii,
	};
}
