import process from 'node:process';
import {createInterface} from 'node:readline/promises';
import type {ProcessPorts} from './process-ports.js';

/** Asks for the code of an MFA device on the terminal, beside stdout so that a report stays clean. ctrl-c counts as SIGINT. */
export function askMfaCode({stdin, stderr}: ProcessPorts): (serial: string) => Promise<string> {
	return async (serial) => {
		const prompt = createInterface({input: stdin, output: stderr});
		let isAnswered = false;
		prompt.on('SIGINT', () => {
			interrupt();
			prompt.close();
		});
		prompt.on('close', () => {
			if (!isAnswered) {
				stderr.write('\n');
			}
		});
		try {
			const code = await prompt.question(`MFA code for ${serial}: `);
			isAnswered = true;
			return code.trim();
		} finally {
			prompt.close();
		}
	};
}

/** While a line is read the terminal sends ctrl-c as a character. */
function interrupt(): void {
	if (!process.emit('SIGINT', 'SIGINT')) {
		process.kill(process.pid, 'SIGINT');
	}
}
