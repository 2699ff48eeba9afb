import type {World} from '../world.js';

/** One action of the API. */
export type Action = {
	/** Which parameters it has, lists without their numbers. */
	readonly parameters: readonly string[];
	/** What stands inside the response element after the request id, in pieces. Throws `ApiError`. */
	readonly answer: (parameters: URLSearchParams, world: World) => Iterable<string>;
};
