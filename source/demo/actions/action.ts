import type {CallLimit} from '../call-limit.js';
import type {World} from '../world.js';

/** One action of the API. */
export type Action = {
	/** How often it can be called; absent: as often as one likes. */
	readonly limit?: CallLimit;
	/** Which parameters it has, lists without their numbers. */
	readonly parameters: readonly string[];
	/** What stands inside the response element after the request id, in pieces. Throws `ApiError`. */
	readonly answer: (parameters: URLSearchParams, world: World) => Iterable<string>;
};
