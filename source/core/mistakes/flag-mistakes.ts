import {builtinAccelerator} from '../reservations/accelerator-table.js';
import {listed} from '../words/listed.js';
import {shellQuote} from '../words/shell-quote.js';
import type {Hint, HintId} from './hint.js';

/** What a command line asks for. */
export type AskedFlags = {
	/** `--odcr` alone, `--blocks` alone, or neither or both. */
	readonly kinds: 'odcr' | 'block' | 'any';
	/** Exact names; patterns say nothing of a type and are passed over. */
	readonly instanceTypes: readonly string[];
	/** The run has a length or a date. */
	readonly hasFixedRun: boolean;
	/** Whether the type is sold as Capacity Blocks: what AWS said, else `isBlockTypeBuiltin`; `null`: unknown. */
	readonly isBlockType: (instanceType: string) => boolean | null;
};

/**
The two mistakes of flags: ODCRs of a training type for a run with a fixed schedule, and blocks of a type that has none.

The first one is a hint only: an ODCR may well serve, when it is held anyway.
*/
export function flagMistakes({kinds, instanceTypes, hasFixedRun, isBlockType}: AskedFlags): readonly Hint[] {
	const types = instanceTypes.filter((type) => !/[*?]/.test(type));
	const training = kinds === 'odcr' && hasFixedRun ? types.filter((type) => isBlockType(type) === true && isTrainingType(type)) : [];
	const without = kinds === 'block' ? types.filter((type) => isBlockType(type) === false) : [];
	return [
		...(training.length === 0
			? []
			: [
					flagHint('odcr-for-run', 'notice', {
						text: `${listed(training)} for a run with a fixed schedule: a Capacity Block may serve better than ODCRs`,
						reason: `A block is paid for the run only and its instances are placed close together in an UltraCluster. An ODCR is billed at the On-Demand rate until it is cancelled, used or not, and is close together only in a cluster placement group. Blocks that are held: truffle capacity --blocks --instance-types ${typesFlag(training)}`,
					}),
				]),
		...(without.length === 0
			? []
			: [
					flagHint('no-block-type', 'warning', {
						text: `${listed(without)} ${without.length === 1 ? 'is' : 'are'} not sold as Capacity Blocks`,
						reason: `Capacity Blocks exist for P and Trn types of training, and end on a fixed date. What serves all the time is held by ODCRs: truffle capacity --odcr --instance-types ${typesFlag(without)}`,
					}),
				]),
	];
}

/** Those with one accelerator serve inference and trials as well. */
function isTrainingType(instanceType: string): boolean {
	return (builtinAccelerator(instanceType)?.countPerInstance ?? 0) > 1;
}

function typesFlag(types: readonly string[]): string {
	return shellQuote(types.join(','));
}

function flagHint(id: HintId, severity: Hint['severity'], {text, reason}: Pick<Hint, 'text' | 'reason'>): Hint {
	return {id, severity, keys: [], ids: [], text, reason, silence: '--no-hints'};
}
