import {type FoundReservations, findReservations} from '../core/regions/find-reservations.js';
import {hasAnswered} from '../core/regions/region-result.js';
import {isSnapshotComplete} from '../core/regions/snapshot.js';
import {counted} from '../core/words/counted.js';
import {nameNearest} from '../format/name-nearest.js';
import {type NoSnippet, type Snippet, type SnippetKind, snippetKinds} from '../snippets/snippet.js';
import {snippetOf} from '../snippets/snippet-of.js';
import {anId, aSignal, checkOptions, oneOf, optional, type Rules, someRegions} from './option-rules.js';
import {type CallOptions, type TruffleContext, withSource} from './truffle-context.js';

export type SnippetOptions = CallOptions & {
	/** `cr-…`, or `cb-…` of a block that has one reservation. */
	readonly id: string;
	readonly kind: SnippetKind;
};

const rules: Rules<SnippetOptions> = {
	id: anId,
	kind: oneOf(...snippetKinds),
	regions: optional(someRegions),
	signal: optional(aSignal),
};

/** See `Truffle.snippet`. */
export async function snippet(context: TruffleContext, options: SnippetOptions): Promise<Snippet | NoSnippet> {
	checkOptions(options, rules);
	const {kind} = options;
	const id = options.id.toLowerCase();
	return withSource(context, options, async ({source, regions, signal}) => {
		const {reservations, snapshot} = await find(id, context, {source, asked: regions, signal});
		const [reservation, ...others] = reservations;
		if (reservation === undefined) {
			return {kind, because: notFound(id, snapshot)};
		}

		return others.length > 0
			? {kind, because: `${id} has ${reservations.length} reservations: ${reservations.map((row) => row.id ?? row.key).join(', ')}.`}
			: snippetOf(reservation, kind, snapshot.accountId);
	});
}

async function find(
	id: string,
	{timeoutMs, ports: {clock, timers}}: TruffleContext,
	where: Pick<Parameters<typeof findReservations>[1], 'source' | 'asked' | 'signal'>,
): Promise<FoundReservations> {
	try {
		return await findReservations(id, {
			...where,
			directory: null,
			knownTypes: new Map(),
			concurrency: Number.POSITIVE_INFINITY,
			timeoutMs,
			clock,
			timers,
		});
	} catch (error) {
		throw nameNearest(error);
	}
}

/** A region that could not be read may have it. */
function notFound(id: string, snapshot: FoundReservations['snapshot']): string {
	const answered = snapshot.regions.filter(hasAnswered).length;
	return isSnapshotComplete(snapshot)
		? `There is no ${id} in ${counted(answered, 'region')}.`
		: `${id} was not found: ${answered} of ${counted(snapshot.regions.length, 'region')} could be read.`;
}
