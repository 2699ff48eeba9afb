import type {Scenario} from './scenario.js';
import {type FixedScenarioName, isFixedScenarioName, readScale} from './scenario-names.js';
import {bringUpScenario} from './scenarios/bring-up.js';
import {clusterScenario} from './scenarios/cluster.js';
import {emptyScenario} from './scenarios/empty.js';
import {faultsScenario} from './scenarios/faults.js';
import {guideScenario} from './scenarios/guide.js';
import {hostileScenario} from './scenarios/hostile.js';
import {marketScenario} from './scenarios/market.js';
import {createScaleScenario} from './scenarios/scale.js';

const scenarios: Readonly<Record<FixedScenarioName, Scenario>> = {
	cluster: clusterScenario,
	guide: guideScenario,
	'bring-up': bringUpScenario,
	market: marketScenario,
	empty: emptyScenario,
	hostile: hostileScenario,
	faults: faultsScenario,
};

/** `null` when there is no scenario of that name. */
export function findScenario(name: string): Scenario | null {
	if (isFixedScenarioName(name)) {
		return scenarios[name];
	}

	const count = readScale(name);
	return count === null ? null : createScaleScenario(count);
}
