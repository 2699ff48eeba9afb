/**
The GPUs or ML accelerators of one instance of a type.

`name` is the model (`H100`, `L4 1/8`, `Trn2`), `null` when the family is known to have accelerators but not which. For
fractional GPUs `countPerInstance` counts logical GPUs and `name` carries the fraction. `memoryMib` is MiB for each.
Source: `ec2:DescribeInstanceTypes`, else the built-in table.
*/
export type Accelerator = {
	readonly name: string | null;
	readonly countPerInstance: number | null;
	readonly memoryMib: number | null;
};

/** What is known of instance types: `null` is "known to have none", absent is "not known". */
export type AcceleratorFacts = ReadonlyMap<string, Accelerator | null>;
