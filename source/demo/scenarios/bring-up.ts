import {listRegions} from '../regions.js';
import {rowsIn} from '../rows-in.js';
import type {Scenario} from '../scenario.js';
import {bringUpBlocks} from './bring-up-blocks.js';
import {bringUpOdcrs} from './bring-up-odcrs.js';

const accountId = '123456789012';
const epoch = new Date('2026-11-23T11:29:30Z');

/**
The hour in which a cluster comes up: half a minute before its block starts until another block has drained.

eu-west-1, which has a reservation, is throttled from 30 s to 90 s after the epoch; the credentials are expired everywhere
from 120 s to 150 s.
*/
export const bringUpScenario: Scenario = {
	name: 'bring-up',
	epoch,
	accountId,
	regions: listRegions(),
	reservationsIn: (region) => rowsIn(region, {accountId, odcrs: bringUpOdcrs(epoch), blocks: bringUpBlocks(epoch)}),
	faults: [
		{kind: 'throttle', region: 'eu-west-1', from: after(30), until: after(90)},
		{kind: 'expired', from: after(120), until: after(150)},
	],
};

function after(seconds: number): Date {
	return new Date(epoch.getTime() + seconds * 1000);
}
