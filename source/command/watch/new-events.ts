import type {CapacityEvent} from '../../core/events/events.js';
import type {Predicate} from '../../core/rows/query.js';
import type {DataState} from '../../store/types.js';

/**
The events that `state` has and `before` had not, oldest first; of reservations only those that are watched, before or now: one
that has just lost its last free instance is news for who watches the free ones.
*/
export function newEvents(before: DataState, state: DataState, isWatched: Predicate): readonly CapacityEvent[] {
	if (state.events === before.events) {
		return [];
	}

	const seen = before.events[0]?.sequence ?? 0;
	const count = state.events.findIndex(({sequence}) => sequence <= seen);
	const events = state.events.slice(0, count === -1 ? undefined : count).toReversed();
	const watchedIn = new Map<string, ReadonlySet<string>>();
	const keysIn = (region: string): ReadonlySet<string> => {
		const keys = watchedIn.get(region) ?? watchedKeys([before, state], region, isWatched);
		watchedIn.set(region, keys);
		return keys;
	};

	return events.filter((event) => event.type !== 'reservation' || keysIn(event.change.region).has(event.change.key));
}

function watchedKeys(states: readonly DataState[], region: string, isWatched: Predicate): ReadonlySet<string> {
	const rows = states.flatMap((state) => state.regions.get(region)?.rows ?? []);
	return new Set(rows.filter(isWatched).map(({key}) => key));
}
