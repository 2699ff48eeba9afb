import {lengthText} from '../words/length-text.js';
import {listed} from '../words/listed.js';
import {momentText} from '../words/moment-text.js';
import type {CheckPlace} from './check-places.js';
import {type CheckRequest, neededHours} from './check-request.js';
import type {CheckFit, CheckMiss, CheckUse} from './find-fit.js';

/** Reservations or zones that a sentence names before it counts the rest. */
const mostNamed = 3;

/** Instances that a run takes of a reservation: how many, of what, where and until when. */
export function useWords({source, instances}: CheckUse, {at}: CheckFit, now: Date): string {
	const {reservation, until, isLive} = source;
	const {id, key, availabilityZone, region, state} = reservation;
	const kind = reservation.kind === 'block' ? 'Capacity Block' : 'ODCR';
	const has = isLive ? `${source.free} free` : `${state ?? 'in an unknown state'}, ${source.free} in all`;
	const lasts =
		until === null
			? 'until it is cancelled'
			: `usable until ${momentText(until)}, ${lengthText((until.getTime() - Math.max(at.getTime(), now.getTime())) / 3_600_000)}`;
	return `${instances} of ${kind} ${id ?? key} in ${availabilityZone ?? region}: ${has}, ${lasts}.`;
}

/** What a place that comes near has, and what it lacks. */
export function nearWords(miss: CheckMiss, request: CheckRequest, now: Date): string {
	const {place, kind, at, instances, hours} = miss;
	const sources = miss.sources.length === 0 ? place.sources : miss.sources;
	const where = `${placeNoun({...place, sources})} ${listed(
		sources.map(({reservation}) => reservation.id ?? reservation.key),
		mostNamed,
	)} in ${listed([...new Set(sources.map(({reservation: {availabilityZone, region}}) => availabilityZone ?? region))], mostNamed)}`;
	const when = at <= now ? 'now' : `from ${momentText(at)}`;
	const needed = neededHours(request);
	const ofAll = instances < request.count ? ` of the ${request.count}` : '';
	const wanted = Number.isFinite(needed) ? ` of the ${lengthText(needed)}` : '';
	const lasting = hours === null ? '' : ` for ${lengthText(Math.max(0, hours))}${wanted}`;
	switch (kind) {
		case 'too-late':
			return `${where}: ${instances}${ofAll} ${when}, too late to be over by ${request.by === null ? 'then' : momentText(request.by)}.`;
		case 'too-short':
			return `${where}: ${instances} ${when}, but all ${request.count} only${lasting}.`;
		case 'too-few':
			return `${where}: ${instances}${ofAll} ${when}${hours !== null && hours < needed ? lasting : ''}.`;
	}
}

function placeNoun({kind, sources}: CheckPlace): string {
	switch (kind) {
		case 'block':
			return 'Capacity Block';
		case 'zone':
		case 'placement-group':
			return sources.length === 1 ? 'ODCR' : 'ODCRs';
		case 'blocks':
		case 'odcrs':
		case 'all':
			return sources.length > 1 ? 'Together' : sources[0]?.reservation.kind === 'odcr' ? 'ODCR' : 'Capacity Block';
	}
}
