import type {Reservation} from '../../source/core/reservations/reservation.js';
import {isSnippet, type NoSnippet, type Snippet, type SnippetKind} from '../../source/snippets/snippet.js';
import {snippetOf} from '../../source/snippets/snippet-of.js';
import {block, reservation} from '../helpers/reservation.js';

export const account = '123456789012';

/** One reservation of each kind that is launched into in its own way. */
export const samples = {
	odcr: reservation({id: 'cr-0a', tags: {Name: 'serve'}}),
	open: reservation({id: 'cr-0b', instanceMatchCriteria: 'open'}),
	grouped: reservation({
		id: 'cr-0c',
		placementGroupArn: `arn:aws:ec2:us-east-1:${account}:placement-group/train "a"`,
		tenancy: 'dedicated',
	}),
	interruptible: reservation({id: 'cr-0d', interruptible: true}),
	block: block({id: 'cr-0e', totalInstanceCount: 16, availableInstanceCount: 2}),
	scheduled: block({
		id: 'cr-0f',
		state: 'scheduled',
		totalInstanceCount: 0,
		tags: {'aws:ec2capacityreservation:incrementalRequestedQuantity': '32'},
		startDate: new Date('2026-12-01T11:30:00Z'),
		endDate: {kind: 'limited', at: new Date('2026-12-08T11:30:00Z')},
	}),
	ultraserver: block({
		id: 'cr-10',
		instanceType: 'p6e-gb200.36xlarge',
		region: 'us-east-1',
		availabilityZone: 'us-east-1-dfw-2a',
		totalInstanceCount: 18,
		availableInstanceCount: 18,
		launchStatus: 'launchable',
	}),
} satisfies Record<string, Reservation>;

/** The snippet, of which there must be one. */
export function made(row: Reservation, kind: SnippetKind): Snippet {
	const given = snippetOf(row, kind, account);
	if (!isSnippet(given)) {
		throw new Error(`No snippet: ${given.because}`);
	}

	return given;
}

/** Why there is none. */
export function refused(row: Reservation, kind: SnippetKind): NoSnippet['because'] {
	const given = snippetOf(row, kind, account);
	if (isSnippet(given)) {
		throw new Error(`A snippet: ${given.text}`);
	}

	return given.because;
}
