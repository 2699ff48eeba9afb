import {counted} from '../words/counted.js';
import {spanText} from '../words/span-text.js';

/** How far a paced search has come. `leftMs`: until the last call can be sent, answers not counted. */
export type PaceProgress = {readonly asked: number; readonly all: number; readonly leftMs: number; readonly held: readonly string[]};

/** `3 of 5 regions asked, 12 s left (AWS takes one search per 6.7 s and region after 10)`. `held`: regions that AWS asked to wait. */
export function paceWords({asked, all, leftMs, held}: PaceProgress): string {
	const left = leftMs <= 0 ? '' : `, ${spanText(leftMs + 999)} left (AWS takes one search per 6.7 s and region after the first 10)`;
	const waiting = held.length === 0 ? '' : `; ${held.join(', ')} told us to wait a minute`;
	return `${asked} of ${counted(all, 'region')} asked${left}${waiting}`;
}
