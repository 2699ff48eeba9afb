import {createInterface} from 'node:readline/promises';
import type {ProcessPorts} from './process-ports.js';

/** Asks for the code of an MFA device on the terminal, beside stdout so that a report stays clean. */
export function askMfaCode({stdin, stderr}: ProcessPorts): (serial: string) => Promise<string> {
	return async (serial) => {
		const prompt = createInterface({input: stdin, output: stderr});
		try {
			return (await prompt.question(`MFA code for ${serial}: `)).trim();
		} finally {
			prompt.close();
		}
	};
}
