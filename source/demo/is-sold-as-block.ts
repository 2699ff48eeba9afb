import {demoInstanceTypes} from './instance-types.js';
import {poolsIn} from './market.js';
import type {World} from './world.js';

/** Whether AWS sells a type as a block in a region, be there any left or not; without a market all that it sells anywhere. */
export function isSoldAsBlock(instanceType: string, {scenario, region}: Pick<World, 'scenario' | 'region'>): boolean {
	if (scenario.market === undefined) {
		const classes = demoInstanceTypes.get(instanceType)?.usageClasses ?? [];
		return classes.includes('on-demand') && classes.includes('capacity-block');
	}

	return poolsIn(scenario.market, region.name).some((pool) => pool.ultraserverType === undefined && pool.instanceType === instanceType);
}
