import {blockRow} from '../block-row.js';
import {drift} from '../drift.js';
import {odcrRow} from '../odcr-row.js';
import type {Rows} from '../paging.js';
import {listRegions, standardRegionNames} from '../regions.js';
import type {ReservationRow, Scenario} from '../scenario.js';

const accountId = '123456789012';
const epoch = new Date('2026-11-23T10:13:00Z');
const hour = 3_600_000;
const day = 24 * hour;

/** Reservations per region, of a hundred. */
const shares: Readonly<Record<string, number>> = {
	'us-east-1': 24,
	'us-west-2': 17,
	'us-east-2': 10,
	'eu-west-1': 9,
	'ap-northeast-1': 6,
	'eu-central-1': 6,
	'ap-south-1': 4,
	'eu-north-1': 4,
	'ap-southeast-1': 3,
	'ap-southeast-2': 3,
	'ap-northeast-2': 3,
	'eu-west-2': 3,
	'ca-central-1': 2,
	'sa-east-1': 2,
	'us-west-1': 2,
	'eu-west-3': 1,
	'ap-northeast-3': 1,
};

const odcrTypes = weighted({
	'g6.xlarge': 14,
	'g6.2xlarge': 8,
	'g6e.12xlarge': 8,
	'g5.xlarge': 7,
	'g5.12xlarge': 5,
	'g6f.xlarge': 3,
	'g4dn.xlarge': 4,
	'inf2.xlarge': 7,
	'inf2.48xlarge': 4,
	'p4d.24xlarge': 6,
	'p5.48xlarge': 10,
	'p5en.48xlarge': 4,
	'trn1.32xlarge': 3,
	'trn2.48xlarge': 2,
	'm7i.4xlarge': 6,
	'c7i.8xlarge': 5,
	'r7i.4xlarge': 4,
});

const blockTypes = weighted({
	'p5.48xlarge': 8,
	'p5e.48xlarge': 3,
	'p5en.48xlarge': 4,
	'p4d.24xlarge': 3,
	'p6-b200.48xlarge': 4,
	'p6-b300.48xlarge': 1,
	'trn1.32xlarge': 3,
	'trn2.48xlarge': 2,
	'p5.4xlarge': 2,
});

/** Mostly active; the ones `by-date` are whatever their start and end make them. */
const odcrStates = weighted({
	active: 76,
	'by-date': 12,
	cancelled: 5,
	assessing: 2,
	pending: 2,
	delayed: 1,
	cancelling: 1,
	unsupported: 1,
});

const teams = ['llm', 'rl', 'serving', 'search', 'evals', 'research', 'applied', 'platform'];
const purposes = ['train', 'finetune', 'serve', 'embed', 'eval', 'batch', 'notebook', 'pretrain', 'distill', 'canary'];
const environments = ['prod', 'prod', 'staging', 'dev'];

/**
`count` made-up reservations over 17 regions, a seventh of them Capacity Blocks.

A row depends on its region and its index alone and is made when it is asked for, so nothing is kept however many there are.
*/
export function createScaleScenario(count: number): Scenario {
	return {
		name: `scale-${count}`,
		epoch,
		accountId,
		regions: listRegions(),
		reservationsIn: (region) => rowsOf(region, count),
	};
}

function rowsOf(region: string, count: number): Rows<ReservationRow> {
	const place = standardRegionNames.indexOf(region);
	return {length: countIn(region, count), at: (index) => rowAt(region, place, index)};
}

/** Shares are rounded so that all regions together have exactly `count`. */
function countIn(region: string, count: number): number {
	const names = Object.keys(shares);
	const place = names.indexOf(region);
	if (place === -1) {
		return 0;
	}

	const before = names.slice(0, place).reduce((sum, name) => sum + (shares[name] ?? 0), 0);
	return Math.floor((count * (before + (shares[region] ?? 0))) / 100) - Math.floor((count * before) / 100);
}

function rowAt(region: string, place: number, index: number): ReservationRow {
	const random = createRandom(place * 1_000_003 + index);
	const digits = (place * 0x100000 + index).toString(16).padStart(9, '0');
	const suffix = Math.floor(random() * 0x100000000)
		.toString(16)
		.padStart(8, '0');
	const identity = `${suffix}${digits}`;
	const team = pick(teams, random);
	const common = {
		id: `cr-${identity}`,
		availabilityZone: `${region}${pick(['a', 'b', 'c'], random)}`,
		tags: {Name: `${pick(purposes, random)}-${team}-${index}`, team, environment: pick(environments, random)},
	};
	return random() < 1 / 7 ? block(common, identity, random) : odcr(common, random);
}

type Common = {readonly id: string; readonly availabilityZone: string; readonly tags: Readonly<Record<string, string>>};

function odcr(common: Common, random: () => number): ReservationRow {
	const state = pick(odcrStates, random);
	const total = Math.max(1, Math.round(64 ** random()));
	const free = random() < 0.3 ? 0 : Math.floor(total * random() ** 2);
	const age = Math.ceil(random() * 400) * day + Math.floor(random() * day);
	const isMoving = random() < 0.02 && free > 0;
	return odcrRow(
		{
			...common,
			instanceType: pick(odcrTypes, random),
			total,
			free: isMoving ? drift(free, {epoch, seconds: 60, steps: [0, 0, -1]}) : free,
			created: new Date(epoch.getTime() - age),
			...datesOf(state, random),
			...(state === 'by-date' || state === 'active' ? {} : {state}),
			match: random() < 0.6 ? 'open' : 'targeted',
		},
		accountId,
	);
}

/** Dated ones: from two months ago to two months ahead, for 1 to 60 days. What AWS still has to deliver starts ahead, what it owes lies behind. */
function datesOf(state: string, random: () => number): {readonly start?: Date; readonly end?: Date} {
	switch (state) {
		case 'by-date': {
			const start = epoch.getTime() + Math.round((random() - 0.5) * 120) * day;
			return {start: new Date(start), end: new Date(start + Math.ceil(random() * 60) * day)};
		}

		case 'assessing':
		case 'unsupported':
			return {start: new Date(epoch.getTime() + Math.ceil(5 + random() * 115) * day)};
		case 'delayed':
			return {start: new Date(epoch.getTime() - Math.ceil(random() * 6) * day)};
		default:
			return {};
	}
}

function block(common: Common, identity: string, random: () => number): ReservationRow {
	const size = 2 ** Math.floor(random() * 7);
	// Blocks start and end at 11:30 UTC, at most eight weeks ahead.
	const noon = Date.UTC(2026, 10, 23, 11, 30);
	const start = new Date(noon + Math.floor(random() * 84 - 28) * day);
	const isUnpaid = start > epoch && random() < 0.08;
	const bought = isUnpaid ? epoch.getTime() - 2 * hour : Math.min(epoch.getTime() - hour, start.getTime() - Math.ceil(random() * 55) * day);
	const days = random() < 0.6 ? Math.ceil(random() * 14) : 7 * Math.ceil(2 + random() * 6);
	return blockRow(
		{
			...common,
			blockId: `cb-${identity}`,
			instanceType: pick(blockTypes, random),
			size,
			free: Math.floor(size * random() ** 3),
			created: new Date(bought),
			...(isUnpaid ? {paid: new Date(epoch.getTime() + 2 * hour)} : {}),
			start,
			end: new Date(start.getTime() + days * day),
		},
		accountId,
	);
}

/** Every choice as often as its weight. */
function weighted(weights: Readonly<Record<string, number>>): readonly string[] {
	return Object.entries(weights).flatMap(([choice, weight]) => Array.from({length: weight}, () => choice));
}

function pick<Choice extends string>(choices: readonly Choice[], random: () => number): Choice {
	const choice = choices[Math.floor(random() * choices.length)];
	if (choice === undefined) {
		throw new RangeError('Nothing to choose from.');
	}

	return choice;
}

/** Numbers from 0 to below 1, always the same for a seed (mulberry32). */
function createRandom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
