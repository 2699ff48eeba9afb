import {getHeapSpaceStatistics, setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {settle} from './manual-clock.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of objects that something still holds on to; compiled code, which V8 makes and drops as it sees fit, is left out. */
export async function bytesInUse(): Promise<number> {
	// What one collection lets go of, such as the values of weak maps, is garbage for the next.
	for (let round = 0; round < 3; round++) {
		await settle();
		collectGarbage();
	}

	return getHeapSpaceStatistics()
		.filter(({space_name: name}) => !/code|trusted/.test(name))
		.reduce((sum, {space_used_size: size}) => sum + size, 0);
}
