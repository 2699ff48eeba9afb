import {listRegions} from '../regions.js';
import {rowsIn} from '../rows-in.js';
import type {Scenario} from '../scenario.js';
import {clusterBlocks} from './cluster-blocks.js';
import {clusterEndedOdcrs} from './cluster-ended-odcrs.js';
import {clusterOdcrs} from './cluster-odcrs.js';

const accountId = '123456789012';
const epoch = new Date('2026-11-23T10:13:00Z');

/** An account that trains and serves models: every kind of reservation, and one region that its organisation denies. */
export const clusterScenario: Scenario = {
	name: 'cluster',
	epoch,
	accountId,
	regions: listRegions({enabled: ['me-south-1'], disabled: ['ap-northeast-3']}),
	reservationsIn: (region) =>
		rowsIn(region, {accountId, odcrs: [...clusterOdcrs(epoch, accountId), ...clusterEndedOdcrs], blocks: clusterBlocks(epoch)}),
	faults: [{kind: 'deny-by-scp', region: 'me-south-1'}],
};
