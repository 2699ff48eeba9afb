import type {ReservationKind} from '../core/reservations/reservation.js';
import {emptyQuery} from '../core/rows/query.js';
import type {WaitCondition, WaitGoal, WaitTarget} from '../core/wait/wait-goal.js';
import {type SessionOptions, sessionOptions} from './session-options.js';
import type {TypedFlags} from './typed-flags.js';
import {UsageError} from './usage-error.js';
import {parseChoice} from './values/parse-choice.js';
import {mostInstances, parseCount} from './values/parse-count.js';
import {parseDuration} from './values/parse-duration.js';
import {parseInstanceTypes} from './values/parse-instance-type.js';
import {parseList} from './values/parse-list.js';
import {parseReservationId} from './values/parse-reservation-id.js';
import type {Scenarios} from './values/parse-scenario.js';

export type WaitOptions = SessionOptions & {
	readonly goal: WaitGoal;
	/** `null`: lines for a person. */
	readonly output: 'json' | null;
	/** How long to wait in all. */
	readonly patienceMs: number;
	/** Likely mistakes are told. */
	readonly hasHints: boolean;
};

const conditions = ['available', 'active', 'ended'] as const satisfies readonly WaitCondition['kind'][];

const outputs = ['json'] as const;

/** As for reports; `--timeout` is the patience of the whole wait here. */
const timeoutMs = 30_000;

export function waitOptions(flags: TypedFlags, scenarios: Scenarios): WaitOptions {
	return {
		goal: {target: targetOf(flags), until: conditionOf(flags)},
		output: flags.output === undefined ? null : parseChoice('--output', 'format', flags.output, outputs),
		patienceMs: parseDuration('--timeout', flags.timeout ?? '4h', {min: '1s', max: '720h'}),
		hasHints: flags.hints,
		...sessionOptions(flags, scenarios, timeoutMs),
	};
}

function targetOf(flags: TypedFlags): WaitTarget {
	const ids = parseList('--id', flags.id ?? [])?.map((id) => parseReservationId('--id', id));
	const instanceTypes = parseInstanceTypes('--instance-types', flags.instanceTypes ?? []);
	const filters = [
		flags.odcr ? '--odcr' : null,
		flags.blocks ? '--blocks' : null,
		instanceTypes.length > 0 ? '--instance-types' : null,
		flags.gpuOnly ? '--gpu-only' : null,
	].filter((filter) => filter !== null);
	if (ids !== undefined) {
		const [filter] = filters;
		if (filter !== undefined) {
			throw new UsageError(`--id already says which ones are waited for. Leave out --id or ${filter}.`);
		}

		return {kind: 'ids', ids};
	}

	if (filters.length === 0 && (flags.regions ?? []).length === 0) {
		throw new UsageError('Nothing to wait for: name it by --id, or by --instance-types, --gpu-only, --odcr, --blocks or --regions.');
	}

	return {kind: 'query', query: {...emptyQuery, instanceTypes, gpuOnly: flags.gpuOnly}, kinds: kindsOf(flags)};
}

function kindsOf({odcr, blocks}: TypedFlags): readonly ReservationKind[] {
	return odcr === blocks ? ['odcr', 'block'] : [odcr ? 'odcr' : 'block'];
}

function conditionOf(flags: TypedFlags): WaitCondition {
	const kind = flags.for === undefined ? 'available' : parseChoice('--for', 'condition', flags.for, conditions);
	if (kind === 'available') {
		const minCapacity = flags.minCapacity === undefined ? 1 : parseCount('--min-capacity', flags.minCapacity, {min: 1, max: mostInstances});
		return {kind, minCapacity, isSingle: flags.single};
	}

	const counting = flags.minCapacity !== undefined ? '--min-capacity' : flags.single ? '--single' : null;
	if (counting !== null) {
		throw new UsageError(`${counting} counts free instances: it goes with --for available, not with --for ${kind}.`);
	}

	return {kind};
}
