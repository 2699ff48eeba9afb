/** Choices that come out the same for the same seed. */
export type Random = {
	/** From `least` to `most`, both included. */
	readonly integer: (least: number, most: number) => number;
	/** True in so many cases of 1. */
	readonly chance: (share: number) => boolean;
	readonly pick: <Item>(items: readonly [Item, ...Item[]] | readonly Item[]) => Item;
	/** One of the keys, each as often as its weight says. */
	readonly weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
};

/** `seed`: any integer. */
export function createRandom(seed: number): Random {
	const next = mulberry32(seed);
	const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		integer,
		chance: (share) => next() < share,
		pick: <Item>(items: readonly Item[]) => items[integer(0, items.length - 1)] as Item,
		weighted<Name extends string>(weights: Readonly<Record<Name, number>>) {
			const entries = Object.entries(weights) as [Name, number][];
			let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
			const found = entries.find(([, weight]) => {
				left -= weight;
				return left < 0;
			});
			return (found ?? entries[0] ?? [''])[0] as Name;
		},
	};
}

function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
