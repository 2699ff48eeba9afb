import {drainWarning} from '../../core/reservations/countdown.js';
import {durationHours, endsBeforeStart, nextMoment, usableUntil} from '../../core/reservations/expiry.js';
import {lifecycleOf} from '../../core/reservations/lifecycle.js';
import {endOf, isBilledTo, isUnlimited, type Reservation} from '../../core/reservations/reservation.js';
import {contradictionIn} from '../../core/reservations/usage.js';
import {formatDateTime, formatZone, type TimeZone} from '../../format/date.js';
import {formatDuration, formatLength} from '../../format/duration.js';
import type {Tone} from '../line.js';
import {drainWarningMs} from '../table/cells.js';
import {plural, usableVerb} from '../words.js';

/** One labelled statement about a reservation, to be wrapped to the width there is. */
export type Fact = {readonly label: string; readonly text: string; readonly tone?: Tone};

export type FactContext = {readonly now: Date; readonly zone: TimeZone; readonly accountId: string | null; readonly arrow: string};

const hour = 3_600_000;

/** Everything AWS said of a reservation beyond its counts, and what follows from it. Statements without a value are left out. */
export function factsOf(reservation: Reservation, context: FactContext): readonly Fact[] {
	return [
		...contradictionFact(reservation),
		{label: 'WINDOW', text: windowText(reservation, context)},
		...drainFact(reservation, context),
		...(reservation.kind === 'block' ? blockFacts(reservation, context) : odcrFacts(reservation, context)),
		{label: 'OWNER', text: ownerText(reservation, context)},
		...fact('PLATFORM', joined([reservation.instancePlatform, reservation.tenancy === null ? null : `${reservation.tenancy} tenancy`])),
		...fact(
			'STORAGE',
			joined([reservation.ebsOptimized === true ? 'EBS-optimised' : null, reservation.ephemeralStorage === true ? 'ephemeral' : null]),
		),
		...fact('CREATED', reservation.createDate === null ? null : dateText(reservation.createDate, context)),
		...futureFacts(reservation, context),
		...interruptibleFacts(reservation),
		...allocationFacts(reservation),
		...fact('PLACEMENT', reservation.placementGroupArn),
		...fact('OUTPOST', reservation.outpostArn),
		...fact('FLEET', reservation.capacityReservationFleetId),
		...fact('LAUNCH', reservation.launchStatus),
		...fact('AT ZERO', reservation.zeroSizePreference),
		...fact('TAGS', pairs(reservation.tags)),
		...fact('ARN', reservation.arn),
	];
}

function contradictionFact(reservation: Reservation): readonly Fact[] {
	const text = contradictionIn(reservation);
	return text === null ? [] : [{label: 'COUNTS', text, tone: 'warn'}];
}

function windowText(reservation: Reservation, context: FactContext): string {
	const start = reservation.startDate === null ? 'start unknown' : dateText(reservation.startDate, context);
	const end = endOf(reservation);
	if (end === null) {
		return `${start} ${context.arrow} ${isUnlimited(reservation) ? 'until cancelled' : 'end unknown'}`;
	}

	const hours = durationHours(reservation);
	const length = hours === null ? (endsBeforeStart(reservation) ? ', ends before it starts' : '') : `, ${formatLength(hours)}`;
	const note = reservation.kind === 'odcr' ? '; AWS ends it within the hour after, running instances go on as On-Demand' : '';
	return `${start} ${context.arrow} ${dateText(end, context)}${length}${note}`;
}

function drainFact(reservation: Reservation, context: FactContext): readonly Fact[] {
	const moment = nextMoment(reservation, context.now);
	const starts: readonly Fact[] = moment?.kind === 'starts' ? [{label: 'STARTS', text: startText(moment.in), tone: 'warn'}] : [];
	const until = usableUntil(reservation);
	if (until === null || usableVerb(reservation) === null) {
		return starts;
	}

	const left = until.getTime() - context.now.getTime();
	const isLive = lifecycleOf(reservation.state) === 'live';
	const isUrgent = isLive && left <= drainWarningMs;
	const end = !isLive
		? ''
		: left <= 0
			? '; its instances are being terminated'
			: `: ${formatDuration(left)} left, then its instances are terminated`;
	const text = `until ${dateText(until, context)}${end}${isUrgent ? ' !' : ''}`;
	const warning = drainWarning(reservation, context.now);
	return [
		...starts,
		{label: 'USABLE', text, tone: isUrgent ? 'bad' : 'plain'},
		...(warning === null ? [] : [{label: 'WARNING', text: `${warning.text} !`, tone: 'bad' as const}]),
	];
}

function startText(milliseconds: number): string {
	return milliseconds >= 0 ? `in ${formatDuration(milliseconds)}` : `was due ${formatDuration(milliseconds)} ago`;
}

function blockFacts(reservation: Reservation, context: FactContext): readonly Fact[] {
	return [
		{
			label: 'BLOCK',
			text: joined([reservation.capacityBlockId, reservation.instanceMatchCriteria, 'UltraCluster placement implied']) ?? '',
		},
		...fact('TERMS', blockTerms(reservation, context)),
	];
}

/** A block is extended by its owner, while it is active or scheduled, until an hour before its end (EC2 User Guide, "Extend Capacity Blocks"). */
function blockTerms(reservation: Reservation, context: FactContext): string | null {
	const {state, ownerId} = reservation;
	if (state === 'payment-pending') {
		return 'the payment is under way, which can take 12 hours';
	}

	if (!['live', 'upcoming'].includes(lifecycleOf(state))) {
		return null;
	}

	const end = endOf(reservation);
	const latest = end === null ? null : new Date(end.getTime() - hour);
	const isOthers = ownerId !== null && context.accountId !== null && ownerId !== context.accountId;
	const canExtend = latest !== null && latest > context.now && (state === 'active' || state === 'scheduled') && !isOthers;
	return `paid up front, cannot be cancelled${canExtend ? `; it can be extended until ${dateText(latest, context)}` : ''}`;
}

function odcrFacts(reservation: Reservation, context: FactContext): readonly Fact[] {
	const match = reservation.instanceMatchCriteria;
	const explained =
		match === 'open' ? 'open: any matching launch uses it' : match === 'targeted' ? 'targeted: a launch must name it' : match;
	return [...fact('MATCH', explained), ...fact('TERMS', odcrTerms(reservation, context))];
}

/** Said of what this account pays for, or may pay for. */
function odcrTerms(reservation: Reservation, {accountId}: FactContext): string | null {
	if (isBilledTo(reservation, accountId) === false) {
		return null;
	}

	if (reservation.state === 'cancelling') {
		return 'its capacity is released, but it is billed until it is cancelled';
	}

	return lifecycleOf(reservation.state) === 'live' ? 'every instance is billed at the On-Demand rate, used or not' : null;
}

function ownerText(reservation: Reservation, {accountId}: FactContext): string {
	const owner = reservation.ownerId ?? 'unknown';
	const whose =
		accountId === null || reservation.ownerId === null ? '' : reservation.ownerId === accountId ? ' (you)' : ' (shared with you)';
	const payer = reservation.unusedReservationBillingOwnerId;
	return `${owner}${whose}${payer === null || payer === reservation.ownerId ? '' : `, idle capacity billed to ${payer}${payer === accountId ? ' (you)' : ''}`}`;
}

function futureFacts(reservation: Reservation, context: FactContext): readonly Fact[] {
	const {commitment, originalStartDate, deliveryPreference, adjustmentStatus, adjustmentDetails} = reservation;
	const until = commitment?.commitmentEndDate ?? null;
	return [
		...fact(
			'COMMITTED',
			commitment === null
				? null
				: joined([
						commitment.committedInstanceCount === null ? null : plural(commitment.committedInstanceCount, 'instance'),
						until === null ? null : `until ${dateText(until, context)}`,
						commitment.commitmentDurationSeconds === null ? null : `for ${formatLength(commitment.commitmentDurationSeconds / 3600)}`,
					]),
		),
		...fact('DELIVERY', deliveryPreference),
		...fact('MOVED FROM', originalStartDate === null ? null : dateText(originalStartDate, context)),
		...fact('ADJUSTMENT', joined([adjustmentStatus, pairs(adjustmentDetails)])),
	];
}

function interruptibleFacts({interruptible, interruptibleAllocation, interruption}: Reservation): readonly Fact[] {
	const source = interruption?.sourceCapacityReservationId ?? null;
	const carved = interruptibleAllocation;
	return [
		...fact(
			'RECLAIM',
			interruptible === true || source !== null
				? `interruptible: the owner can take it back at any time, instances get 2 minutes' notice${source === null ? '' : `; carved from ${source}`}`
				: null,
		),
		...fact(
			'CARVED OUT',
			carved === null
				? null
				: joined([
						carved.instanceCount === null ? null : `${plural(carved.instanceCount, 'instance')} as interruptible`,
						carved.interruptibleCapacityReservationId,
						carved.status,
						carved.interruptionType,
						carved.zeroSizePreference === null ? null : `at zero: ${carved.zeroSizePreference}`,
						carved.targetInstanceCount === null ? null : `target ${carved.targetInstanceCount}`,
					]),
		),
	];
}

function allocationFacts({capacityAllocations}: Reservation): readonly Fact[] {
	const counts = capacityAllocations.map(({allocationType, count, metadata}) => {
		const details = pairs(metadata);
		return `${count ?? 'unknown number'} ${allocationType ?? 'of unknown kind'}${details === '' ? '' : ` (${details})`}`;
	});
	return fact('ALLOCATED', joined(counts));
}

function fact(label: string, text: string | null): readonly Fact[] {
	return text === null || text === '' ? [] : [{label, text}];
}

function joined(parts: readonly (string | null)[]): string | null {
	return parts.filter((part) => part !== null && part !== '').join(', ') || null;
}

function pairs(record: Readonly<Record<string, string>>): string {
	return Object.entries(record)
		.map(([key, value]) => `${key}=${value}`)
		.join('  ');
}

function dateText(date: Date, {now, zone}: FactContext): string {
	return `${formatDateTime(date, now, zone)} ${formatZone(date, zone)}`;
}
