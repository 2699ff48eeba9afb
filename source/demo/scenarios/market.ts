import {extensionRows} from '../extension-rows.js';
import {listRegions} from '../regions.js';
import {rowsIn} from '../rows-in.js';
import type {Scenario} from '../scenario.js';
import {marketBlocks} from './market-blocks.js';
import {marketOdcrs} from './market-odcrs.js';
import {marketPools} from './market-pools.js';

const accountId = '123456789012';
const epoch = new Date('2026-11-23T10:13:00Z');

/** An account that wants to train: it holds a little of everything, and in five regions there is more to buy. */
export const marketScenario: Scenario = {
	name: 'market',
	epoch,
	accountId,
	regions: listRegions(),
	reservationsIn: (region) => rowsIn(region, {accountId, odcrs: marketOdcrs(accountId), blocks: marketBlocks(epoch)}),
	extensionsIn: (region) => extensionRows(region, marketBlocks(epoch)),
	market: {pools: marketPools(epoch)},
};
