import {UsageError} from '../usage-error.js';
import {parseInstanceType} from './parse-instance-type.js';

/** One instance type. Patterns are for filters: of several types none would be the one that fits. */
export function parseExactType(flag: string, text: string): string {
	const type = parseInstanceType(flag, text);
	if (/[*?]/.test(type)) {
		throw new UsageError(`${flag} takes one type, not a pattern: p5.48xlarge.`);
	}

	return type;
}
