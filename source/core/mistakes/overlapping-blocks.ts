import {lifecycleOf} from '../reservations/lifecycle.js';
import type {Reservation} from '../reservations/reservation.js';
import {usageOf} from '../reservations/usage.js';
import {listed} from '../words/listed.js';
import {type Hint, hintOn} from './hint.js';
import type {MistakeInput} from './mistake-input.js';

const settleMs = 3_600_000;

/** So many at once may be a purchase that was repeated. */
const fewest = 3;

type Block = {readonly name: string; readonly rows: readonly Reservation[]; readonly used: number | null};

/** Three or more live blocks of one type of which at most one is used an hour after the start of the others. */
export function overlappingBlocks({rows, now}: MistakeInput): readonly Hint[] {
	const types = new Map<string, Reservation[]>();
	for (const row of rows) {
		if (row.kind === 'block' && row.instanceType !== null && lifecycleOf(row.state) === 'live') {
			const members = types.get(row.instanceType);
			if (members === undefined) {
				types.set(row.instanceType, [row]);
			} else {
				members.push(row);
			}
		}
	}

	return [...types].flatMap(([type, members]) => {
		const blocks = blocksOf(members);
		const unused = blocks.filter(({used}) => used === 0);
		const isSettled = unused.every(({rows: own}) =>
			own.every(({startDate}) => startDate !== null && now.getTime() - startDate.getTime() >= settleMs),
		);
		return blocks.length >= fewest && unused.length >= blocks.length - 1 && isSettled ? [hintFor(type, blocks, unused)] : [];
	});
}

/** An UltraServer block has several reservations. */
function blocksOf(rows: readonly Reservation[]): readonly Block[] {
	const byId = new Map<string, Reservation[]>();
	for (const row of rows) {
		const id = `${row.region}/${row.capacityBlockId ?? row.key}`;
		byId.set(id, [...(byId.get(id) ?? []), row]);
	}

	return [...byId.values()].map((own) => {
		const counts = own.map((row) => usageOf(row)?.used ?? null);
		const name = own[0]?.capacityBlockId ?? own[0]?.id ?? own[0]?.key ?? '';
		return {name, rows: own, used: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)};
	});
}

function hintFor(type: string, blocks: readonly Block[], unused: readonly Block[]): Hint {
	const names = listed(
		unused.map(({name}) => name),
		3,
	);
	return hintOn(
		unused.flatMap(({rows}) => rows),
		{
			id: 'overlapping-blocks',
			severity: 'warning',
			text: `${blocks.length} blocks of ${type} run at the same time, ${unused.length === blocks.length ? 'none' : 'one'} of them used; idle: ${names}`,
			reason:
				'Blocks that overlap are paid for each, and cannot be cancelled. Where they are meant for one run, launches must name each of them; where they are not, a search for offerings shows what is held beside what is sold.',
		},
	);
}
