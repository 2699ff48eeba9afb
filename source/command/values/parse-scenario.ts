import {suggest} from '../../format/nearest.js';
import {quote, UsageError} from '../usage-error.js';

/** What the command line needs to know of the demo's scenarios; their data is loaded when one is run. */
export type Scenarios = {
	readonly isScenario: (name: string) => boolean;
	/** For messages; `scale-N` stands for any N. */
	readonly names: readonly string[];
	readonly defaultName: string;
};

/** `others` are words that might have been meant instead: after `--demo` the command can stand. */
export function parseScenario(flag: string, text: string, scenarios: Scenarios, others: readonly string[] = []): string {
	const name = text.trim();
	if (!scenarios.isScenario(name)) {
		throw new UsageError(`${flag}: unknown scenario ${quote(text)}.${suggest(name, scenarios.names, others)}`);
	}

	return name;
}
