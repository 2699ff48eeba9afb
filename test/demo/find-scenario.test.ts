import {expect, test} from 'vitest';
import {findScenario} from '../../source/demo/find-scenario.js';
import {defaultScenario, isScenarioName, scenarioNames} from '../../source/demo/scenario-names.js';

test('finds every scenario that it names', () => {
	expect(scenarioNames).toEqual(['cluster', 'guide', 'bring-up', 'market', 'empty', 'hostile', 'faults', 'scale-N']);
	for (const name of scenarioNames.filter((each) => each !== 'scale-N')) {
		expect(findScenario(name)?.name).toBe(name);
		expect(isScenarioName(name)).toBe(true);
	}

	expect(findScenario(defaultScenario)).not.toBeNull();
});

test.each(['scale-1', 'scale-10000', 'scale-1000000'])('finds %s', (name) => {
	expect(findScenario(name)?.name).toBe(name);
	expect(isScenarioName(name)).toBe(true);
});

test.each(['scale-N', 'scale-0', 'scale-01', 'scale-1000001', 'scale--1', 'scale-1e3', 'scale-', 'Guide', 'constructor', ''])(
	'finds no scenario %j',
	(name) => {
		expect(findScenario(name)).toBeNull();
		expect(isScenarioName(name)).toBe(false);
	},
);
