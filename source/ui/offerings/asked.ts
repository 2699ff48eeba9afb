import {subjectText} from '../../core/offerings/request.js';
import {lengthText} from '../../core/words/length-text.js';
import {dayText} from '../../core/words/moment-text.js';
import type {AskedOfferings, Looking} from '../../store/offerings-slice.js';

/** `32 × p5.48xlarge for 7 d`, or the block that is to last longer. */
export function askedText(asked: AskedOfferings): string {
	return asked.kind === 'search'
		? `${subjectText(asked.request.subject)} for ${lengthText(asked.request.hours)}`
		: `${lengthText(asked.hours)} more for ${asked.block.id ?? 'a block'}`;
}

/** The same with the dates that were set: `…, starting after 2026-12-01, ending by 2026-12-24`. One that is past at `now` limits nothing. */
export function askedWindowText(asked: AskedOfferings, now: Date): string {
	const {startAfter, endBy} = asked.kind === 'search' ? asked.request : {startAfter: null, endBy: null};
	return [
		askedText(asked),
		...(startAfter === null || startAfter < now ? [] : [`starting after ${dayText(startAfter)}`]),
		...(endBy === null ? [] : [`ending by ${dayText(endBy)}`]),
	].join(', ');
}

/** The length asked for; `null`: nothing was. */
export function askedHours(looking: Looking): number | null {
	if (looking.status === 'never') {
		return null;
	}

	const {asked} = looking;
	return asked.kind === 'search' ? asked.request.hours : asked.hours;
}

/** What was asked otherwise than the form says, a sentence each. */
export function searchNotes(looking: Looking): readonly string[] {
	switch (looking.status) {
		case 'searched':
			return looking.search.kind === 'searched' ? looking.search.notes : [];
		case 'extended':
			return looking.search.kind === 'searched' ? looking.search.plan.notes : [];
		case 'never':
		case 'searching':
		case 'failed':
			return [];
	}
}

/** Whether nothing was found of the count, and a smaller one could be looked for. */
export function canFindLargest(looking: Looking): boolean {
	if (looking.status !== 'searched' || looking.search.kind !== 'searched') {
		return false;
	}

	const {merged, largest, request} = looking.search;
	return merged.offerings.length === 0 && largest === null && request.subject.count > 1 && merged.answered.length > 0;
}
