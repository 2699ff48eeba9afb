import {drainMinutes, endsBeforeStart} from '../core/reservations/expiry.js';
import {lifecycleOf} from '../core/reservations/lifecycle.js';
import type {Reservation} from '../core/reservations/reservation.js';
import {sizeOf} from '../core/reservations/usage.js';
import type {QuerySplit} from '../core/rows/query.js';
import {type BlockSummary, summariseBlocks} from '../core/rows/summary.js';
import {counted} from '../core/words/counted.js';
import {formatDuration} from '../format/duration.js';
import {acceleratorLines} from './accelerator-lines.js';
import {contradictionLines} from './contradiction-lines.js';
import {stateCounts} from './inactive-lines.js';
import {noteLines, shorten} from './note-lines.js';
import {rowTable} from './row-table.js';
import type {SectionContext} from './section-context.js';
import {headLines, sizeWords, typesLine} from './section-head.js';
import {hoursText} from './table-columns.js';

/** The Capacity Block part of the guide's report; blocks are never merged. */
export function blockSection(split: QuerySplit, context: SectionContext): readonly string[] {
	const {options} = context;
	const {shown} = split;
	const summary = summariseBlocks(shown, options.now);
	return [
		...headLines('Capacity Block Summary:', options, [
			`Total Blocks: ${blockCount(shown)}`,
			typesLine(shown.map(({instanceType}) => instanceType)),
			`Duration Range: ${[durationRange(summary), ...crossedWords(shown)].join(', ')}`,
			...liveLines(summary),
			...comingLines(summary),
			...otherLines(shown),
			...acceleratorLines(
				shown.filter(({state}) => ['live', 'upcoming'].includes(lifecycleOf(state))),
				false,
			),
			...nextLines(summary),
			...contradictionLines(shown),
			...noteLines(split, context),
		]),
		'',
		...rowTable(shown, 'block', options, context),
		'',
		...closingLines(shown),
	];
}

/** An UltraServer block has several reservations, each a row. */
function blockCount(blocks: readonly Reservation[]): string {
	const count = new Set(blocks.map(({capacityBlockId, key}) => capacityBlockId ?? key)).size;
	return count === blocks.length ? String(count) : `${count} in ${counted(blocks.length, 'reservation')}`;
}

/** `168-336 hours (7-14 days)`; `6h35m-168h` where hours are not whole. */
function durationRange({durationHours}: BlockSummary): string {
	if (durationHours === null) {
		return '–';
	}

	const {min, max} = durationHours;
	if (!Number.isInteger(min) || !Number.isInteger(max)) {
		return range(hoursText(min), hoursText(max));
	}

	const days = min % 24 === 0 && max % 24 === 0 ? ` (${range(String(min / 24), String(max / 24))} ${max === 24 ? 'day' : 'days'})` : '';
	return `${range(String(min), String(max))} ${max === 1 ? 'hour' : 'hours'}${days}`;
}

/** Dates that contradict each other have no length. */
function crossedWords(blocks: readonly Reservation[]): readonly string[] {
	const count = blocks.filter(endsBeforeStart).length;
	return count === 0 ? [] : [count === 1 ? '1 block ends before it starts' : `${count} blocks end before they start`];
}

function range(from: string, to: string): string {
	return from === to ? from : `${from}-${to}`;
}

function liveLines({live}: BlockSummary): readonly string[] {
	const {reservations, total, available, unknown} = live;
	if (reservations === 0) {
		return [];
	}

	const unfilled = available === null ? [] : [`${counted(available.instances, 'instance')} not filled`];
	return [`Live: ${[sizeWords(reservations, total?.instances ?? null, unknown, 'block'), ...unfilled].join(', ')}`];
}

function comingLines({coming}: BlockSummary): readonly string[] {
	const {reservations, instances, unknown} = coming;
	return reservations === 0 ? [] : [`Coming: ${sizeWords(reservations, instances, unknown, 'block')}`];
}

function otherLines(blocks: readonly Reservation[]): readonly string[] {
	const others = blocks.filter(({state}) => !['live', 'upcoming'].includes(lifecycleOf(state)));
	return others.length === 0 ? [] : [`Not Usable: ${shorten(stateCounts(others))}`];
}

const verbs = {starts: 'starts in', drains: 'drains in', draining: 'is draining, ends in', ends: 'ends in'} as const;

function nextLines({next}: BlockSummary): readonly string[] {
	if (next === null) {
		return [];
	}

	const {reservation, moment} = next;
	const {instanceType, availabilityZone, region} = reservation;
	const what = `${instanceType ?? 'block'} x${sizeOf(reservation) ?? '?'} in ${availabilityZone ?? region}`;
	return [`Next: ${what} ${verbs[moment.kind]} ${formatDuration(moment.in)}`];
}

/** Placement is no field of AWS, and the end of a block is not the end of its use. */
function closingLines(blocks: readonly Reservation[]): readonly string[] {
	const minutes = [...new Set(blocks.map(({instanceType}) => drainMinutes(instanceType)))].toSorted((a, b) => a - b);
	return [
		'UltraCluster Placement: Yes (implied: AWS places every Capacity Block in an UltraCluster)',
		`Usable Until: ${minutes.join(' or, for P6e-GB200, ')} minutes before the end; then AWS starts to terminate the instances.`,
	];
}
