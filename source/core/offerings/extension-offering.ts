import type {Offering} from './offering.js';

/**
More time for an owned block, as `ec2:DescribeCapacityBlockExtensionOfferings` describes it.

`id` is a `CapacityBlockExtensionOfferingId`, start, end and length are those of the extension, and the fee is for it alone. It is
bought by the line of `extensionLine`.
*/
export type ExtensionOffering = Offering & {
	/** The reservation that it extends, `cr-…`. */
	readonly reservationId: string;
	/** When the block began, or begins. */
	readonly blockStartDate: Date | null;
};
