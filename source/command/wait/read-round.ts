import type {RegionResult} from '../../core/regions/region-result.js';
import type {WaitRound} from '../../core/wait/wait-findings.js';
import {wantedRegions} from '../../store/selectors.js';
import type {Connection, DataState, RegionAnswer, RegionState} from '../../store/types.js';

/** What earlier rounds were made of: an answer counts in one round only. */
export type TakenAnswers = {
	readonly connection: Connection | null;
	readonly answers: ReadonlyMap<string, RegionAnswer>;
};

/** `taken` is for the next round, when this one is finished. */
export type ReadRound = {readonly round: WaitRound; readonly isFinished: boolean; readonly taken: TakenAnswers};

export const nothingTaken: TakenAnswers = {connection: null, answers: new Map()};

/**
The round that the store is in; `null`: there is nothing new.

It is finished when every wanted region has answered or failed anew. A region that fails is asked less and less often: while
others answer, it counts as failed until it is asked again. A round that is not finished has the regions that have answered so
far, and names all others as asked for, so that it is never taken for a whole one.
*/
export function readRound(state: DataState, taken: TakenAnswers): ReadRound | null {
	const {connection, directory, marked, now} = state;
	if (connection.status === 'failed') {
		// What was read before the connection failed says nothing of what comes after it.
		return connection === taken.connection
			? null
			: {round: {regions: [], asked: marked, error: connection.error}, isFinished: true, taken: takenNow(state)};
	}

	const wanted = wantedRegions(state);
	const regions = wanted.map((name) => state.regions.get(name)).filter((region) => region !== undefined);
	const fresh = regions.filter(({region, answer}) => answer.status !== 'waiting' && answer !== taken.answers.get(region));
	if (directory === null || fresh.length === 0) {
		return null;
	}

	const missing = regions.filter((region) => !fresh.includes(region));
	const isPaced = missing.length === 0 || fresh.some(({answer}) => answer.status === 'ok');
	const isFinished = regions.length === wanted.length && isPaced && missing.every(isResting);
	return isFinished
		? {round: {regions: regions.map((region) => resultOf(region, now)), asked: marked, directory}, isFinished, taken: takenNow(state)}
		: {round: {regions: fresh.map((region) => resultOf(region, now)), asked: wanted}, isFinished, taken};
}

/** It has failed and is not being asked again yet. */
function isResting({answer, askedAt}: RegionState): boolean {
	return answer.status === 'failed' && askedAt === null;
}

function takenNow({connection, regions}: DataState): TakenAnswers {
	return {connection, answers: new Map([...regions.values()].map(({region, answer}) => [region, answer]))};
}

/** Only of a region that is not waiting for its first answer. */
function resultOf({region, answer, rows, fetchedAt}: RegionState, now: Date): RegionResult {
	if (answer.status === 'failed') {
		return {region, status: answer.failure.status, failure: answer.failure};
	}

	return {region, status: rows.length === 0 ? 'empty' : 'ok', reservations: rows, fetchedAt: fetchedAt ?? now};
}
