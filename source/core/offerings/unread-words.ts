import {listed} from '../words/listed.js';
import type {MergedOfferings} from './merge-offerings.js';

/** Regions that a sentence names before it counts the rest. */
const mostNamed = 5;

/** Why regions are unread, a sentence for each reason, however many regions have it. */
export function unreadWords(unread: MergedOfferings['unread']): readonly string[] {
	const groups = new Map<string, {readonly regions: string[]; readonly needsEnablement: boolean}>();
	for (const {region, status, message} of unread) {
		const group = groups.get(message) ?? {regions: [], needsEnablement: status === 'needs_enablement'};
		group.regions.push(region);
		groups.set(message, group);
	}

	return [...groups].map(([message, {regions, needsEnablement}]) => {
		const hint = needsEnablement ? ' AWS has to enable the account for UltraServers first; no IAM permission helps.' : '';
		return `${listed(regions, mostNamed)} could not be asked: ${message}${/[.!?]$/.test(message) ? '' : '.'}${hint}`;
	});
}
