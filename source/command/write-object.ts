import {jsonText} from '../report/json.js';
import type {ProcessPorts} from './process-ports.js';

/** Writes one object to stdout. The YAML library is loaded when it is wanted. */
export async function writeObject(value: object, format: 'json' | 'yaml', isAscii: boolean, {stdout}: ProcessPorts): Promise<void> {
	if (format === 'json') {
		stdout.write(jsonText(value, isAscii));
		return;
	}

	const {yamlText} = await import('../report/yaml.js');
	stdout.write(yamlText(value, isAscii));
}
