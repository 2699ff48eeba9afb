/** One line of the comparison of the two kinds of reservation. */
export type Contrast = {readonly feature: string; readonly block: string; readonly odcr: string};

/**
How the two differ (EC2 User Guide, "Capacity Blocks for ML", "On-Demand Capacity Reservations"; EC2 API reference).

No verdict on the price: published prices of blocks are below On-Demand, but they are paid whether they are used or not, and so is an
idle ODCR.
*/
export const comparison: readonly Contrast[] = [
	{
		feature: 'For',
		block: 'what begins and ends on known days: training, fine-tuning; AWS sells them for inference, too',
		odcr: 'what has no end or no plan: services, development, experiments',
	},
	{
		feature: 'Length',
		block: '1 to 14 days, then by 7 up to 182; can be extended',
		odcr: 'until it is cancelled, or to an end date that you set',
	},
	{
		feature: 'Booking',
		block: '30 min to 8 weeks ahead',
		odcr: 'at once; C, M, R, I, T and G types also 5 to 120 days ahead, from 32 vCPUs',
	},
	{
		feature: 'Price',
		block: 'one fee for all of it, up front; operating system fees on top',
		odcr: 'the On-Demand rate until it is cancelled, used or not; Savings Plans and regional Reserved Instances count',
	},
	{
		feature: 'Way back',
		block: 'none: cannot be cancelled, moved or resized',
		odcr: 'any time; a future-dated one has a commitment and charges',
	},
	{
		feature: 'Types',
		block: 'P and Trn types, where AWS sells them so; UltraServers only so',
		odcr: 'any type but those of UltraServers, when AWS has it free',
	},
	{
		feature: 'Size',
		block: 'up to 64 instances; 256 in all blocks of an organisation on a day',
		odcr: 'up to 1,000 a request, within the On-Demand vCPU quota',
	},
	{
		feature: 'Network',
		block: 'close together in an EC2 UltraCluster',
		odcr: 'close together only in a cluster placement group',
	},
	{
		feature: 'Launching',
		block: 'by its id and the market type capacity-block, in one zone',
		odcr: 'open: by any launch that matches; targeted: by its id',
	},
	{
		feature: 'The end',
		block: 'AWS begins to terminate its instances 30 min before it (60 for P6e-GB200)',
		odcr: 'its instances go on as On-Demand',
	},
];

/** What is beside the two. */
export const besides: readonly string[] = [
	'SageMaker sells capacity of its own as training plans; blocks and ODCRs of EC2 do not feed it.',
	'AWS ParallelCluster and AWS Parallel Computing Service are two products; both launch into either kind.',
];
