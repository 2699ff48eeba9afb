import type {Random} from './random.js';

export type Size = {readonly columns: number; readonly rows: number};

/** Mostly what people have; now and then the least, and very wide or very high, but not both, since that takes as long as twenty others. */
export function anySize(random: Random): Size {
	const usual = {columns: random.integer(60, 180), rows: random.integer(15, 55)};
	switch (random.weighted({usual: 8, edge: 4, tiny: 1, wide: 0.5, high: 0.5})) {
		case 'usual':
			return usual;
		case 'edge':
			return {columns: random.pick([59, 60, 61, 79, 80, 99, 100, 139, 140]), rows: random.pick([14, 15, 16, 19, 20, 29, 30])};
		case 'tiny':
			return {columns: random.integer(1, 12), rows: random.integer(1, 6)};
		case 'wide':
			return {...usual, columns: random.integer(200, 500)};
		case 'high':
			return {...usual, rows: random.integer(60, 200)};
	}
}
