import type {CallLimit} from './call-limit.js';
import type {World} from './world.js';

/** What an API does under one name, whatever its protocol. */
export type Operation = {
	/** How often it can be called; absent: as often as one likes. */
	readonly limit?: CallLimit;
	/** What stands in the answer, in pieces, for what stood in the request. Throws `ApiError`. */
	readonly answer: (content: string, world: World) => Iterable<string>;
};
