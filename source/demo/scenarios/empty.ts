import {listRegions} from '../regions.js';
import type {Scenario} from '../scenario.js';

/** An account without any reservation. */
export const emptyScenario: Scenario = {
	name: 'empty',
	epoch: new Date('2026-11-23T10:13:00Z'),
	accountId: '123456789012',
	regions: listRegions(),
	reservationsIn: () => [],
};
