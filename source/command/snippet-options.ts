import {type SnippetKind, snippetKinds} from '../snippets/snippet.js';
import {type SessionOptions, sessionOptions} from './session-options.js';
import type {TypedFlags} from './typed-flags.js';
import {UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import {parseDuration} from './values/parse-duration.js';
import {parseList} from './values/parse-list.js';
import {parseReservationId} from './values/parse-reservation-id.js';
import type {Scenarios} from './values/parse-scenario.js';

export type SnippetOptions = SessionOptions & {
	/** `cr-…`, or `cb-…` of a block that has one reservation. */
	readonly id: string;
	readonly kind: SnippetKind;
};

export function snippetOptions(flags: TypedFlags, scenarios: Scenarios): SnippetOptions {
	return {
		id: idOf(flags),
		kind: kindOf(flags),
		...sessionOptions(flags, scenarios, parseDuration('--timeout', flags.timeout ?? '30s', {min: '1s', max: '10m'})),
	};
}

function idOf(flags: TypedFlags): string {
	const [id, another] = parseList('--id', flags.id ?? []) ?? [];
	if (id === undefined) {
		throw new UsageError('A snippet is for one reservation. Name it by --id cr-...; truffle capacity --wide lists the ids.');
	}

	if (another !== undefined) {
		throw new UsageError('--id: a snippet is for one reservation. Name one id.');
	}

	return parseReservationId('--id', id);
}

function kindOf(flags: TypedFlags): SnippetKind {
	if (flags.for === undefined) {
		throw new UsageError(`A snippet is for one way to launch. Name it by --for; it is one of ${snippetKinds.join(', ')}.`);
	}

	return parseChoice('--for', 'use', flags.for, snippetKinds);
}
