/** What is shown when no scenario is named. */
export const defaultScenario = 'cluster';

/** The scenarios with a fixed name. */
export const fixedScenarioNames = ['cluster', 'guide', 'bring-up', 'market', 'empty', 'hostile', 'faults'] as const;

export type FixedScenarioName = (typeof fixedScenarioNames)[number];

/** For help and for suggestions; `N` of `scale-N` is a number from 1 to 1,000,000. */
export const scenarioNames: readonly string[] = [...fixedScenarioNames, 'scale-N'];

export function isScenarioName(name: string): boolean {
	return isFixedScenarioName(name) || readScale(name) !== null;
}

export function isFixedScenarioName(name: string): name is FixedScenarioName {
	return (fixedScenarioNames as readonly string[]).includes(name);
}

/** The N of `scale-N`, `null` for any other name. */
export function readScale(name: string): number | null {
	const digits = /^scale-([1-9]\d{0,6})$/.exec(name)?.[1];
	return digits === undefined || Number(digits) > 1_000_000 ? null : Number(digits);
}
