import {counted} from '../words/counted.js';
import {listed} from '../words/listed.js';
import {spanText} from '../words/span-text.js';
import type {CheckVerdict} from './check-capacity.js';
import type {AsideReason, AsideSource} from './check-sources.js';

/** Regions and reservations that a sentence names before it counts the rest. */
const mostNamed = 3;

const because: Readonly<Record<AsideReason, string>> = {
	stale: 'its region did not answer this time',
	interruptible: 'its owner can take it back at any moment',
	assessing: 'AWS has not agreed to it yet',
	troubled: 'its state says that it cannot be relied on',
	unlaunchable: 'AWS says that nothing can be launched into it',
	unknown: 'AWS did not say for certain how much is free, when it starts or when it ends',
};

const order: readonly AsideReason[] = ['interruptible', 'stale', 'troubled', 'assessing', 'unlaunchable', 'unknown'];

/** What is not counted, each with the reason, and the regions that could not be read. */
export function asideWords({sources, coverage}: Pick<CheckVerdict, 'sources' | 'coverage'>, now: Date): readonly string[] {
	const groups = order.flatMap((why) => {
		const members = sources.aside.filter((source) => source.why === why);
		return members.length === 0 ? [] : [groupWords(members, why)];
	});
	const stale = coverage.flatMap((region) => (region.status === 'stale' ? [region] : []));
	const unread = coverage.flatMap((region) => (region.status === 'unread' ? [region] : []));
	return [
		...groups,
		...stale.map(
			({region, fetchedAt, message}) =>
				`${region} was read ${spanText(now.getTime() - fetchedAt.getTime())} ago and not this time: ${message}`,
		),
		...[...new Set(unread.map(({message}) => message))].map((reason) => unreadWords(unread, reason)),
	];
}

/** A reason is said once, however many regions have it. */
function unreadWords(unread: ReadonlyArray<{readonly region: string; readonly message: string}>, reason: string): string {
	const regions = unread.filter(({message}) => message === reason).map(({region}) => region);
	return `${listed(regions, mostNamed)} could not be read: ${reason}`;
}

function groupWords(members: readonly AsideSource[], why: AsideReason): string {
	const counts = members.map(({instances}) => instances).filter((count) => count !== null);
	const sum = counts.reduce((total, count) => total + count, 0);
	const instances =
		counts.length === 0
			? 'an unknown number of instances'
			: `${counts.length < members.length ? 'at least ' : ''}${counted(sum, 'instance')}`;
	const names = listed(
		members.map(({reservation: {id, key, state}}) => `${id ?? key}${why === 'troubled' ? ` (${state ?? 'unknown state'})` : ''}`),
		mostNamed,
	);
	return `Not counted: ${instances} of ${names}, since ${because[why]}.`;
}
