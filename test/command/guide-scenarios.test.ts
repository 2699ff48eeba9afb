import {expect, test} from 'vitest';
import {guideScenarios} from '../../source/core/guide/scenarios.js';
import {parseOptions} from '../helpers/parse-options.js';

const scenarios = {isScenario: () => true, names: ['market'], defaultName: 'market'};

test('the line of every scenario is one that truffle takes', () => {
	const lines = guideScenarios(new Date('2026-11-23T10:13:00Z')).map(({line}) => line);
	expect(lines).toHaveLength(4);
	for (const line of lines) {
		const [program, ...argv] = line.split(' ');
		expect(program).toBe('truffle');
		expect(parseOptions(argv, {name: 'truffle-capacity', version: '1.2.3'}, scenarios).kind).toBe('advise');
	}
});
