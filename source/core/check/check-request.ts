/**
How long the capacity is needed.

`days` are counted as AWS sells them: a block of 7 days is 7 days, though AWS terminates its instances half an hour before the end.
`hours` are counted as they can be used; infinitely many mean capacity that does not end by itself.
*/
export type CheckLength = {readonly unit: 'days' | 'hours'; readonly amount: number};

/** `cluster`: instances close together, in one Capacity Block or, of ODCRs, in one zone. `any`: wherever they are. */
export type CheckPlacement = 'cluster' | 'any';

export type CheckRequest = {
	readonly instanceType: string;
	/** Instances at the same time. */
	readonly count: number;
	readonly length: CheckLength;
	/** The run must be over by then; `null`: any time. */
	readonly by: Date | null;
	/** `null`: wherever there are reservations. */
	readonly regions: readonly string[] | null;
	readonly placement: CheckPlacement;
};

export function neededHours({length}: Pick<CheckRequest, 'length'>): number {
	return length.unit === 'days' ? length.amount * 24 : length.amount;
}
