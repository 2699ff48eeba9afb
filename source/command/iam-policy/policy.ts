export type PolicyOptions = {
	/** `null`: in all regions. */
	readonly regions: readonly string[] | null;
	/** Also deny what buys, changes or ends capacity, whatever else the role may do. */
	readonly deniesWrites: boolean;
};

type Statement = {
	readonly Sid: string;
	readonly Effect: 'Allow' | 'Deny';
	readonly Action: readonly string[];
	readonly Resource: '*';
	readonly Condition?: {readonly StringEquals: {readonly 'ec2:Region': readonly string[]}};
};

export type Policy = {readonly Version: '2012-10-17'; readonly Statement: readonly Statement[]};

/**
The IAM policy of all that the program calls; `sts:GetCallerIdentity` needs none.

Describe actions take no resources (Service Authorization Reference, "Actions, resources, and condition keys for Amazon EC2"). Those that
are called in a home region only stay without a condition: which one that is, the profile says.
*/
export function policyOf({regions, deniesWrites}: PolicyOptions): Policy {
	const within = regions === null ? {} : {Condition: {StringEquals: {'ec2:Region': regions}}};
	return {
		Version: '2012-10-17',
		Statement: [
			{Sid: 'TruffleCapacity', Effect: 'Allow', Action: capacityActions, Resource: '*', ...within},
			{Sid: 'TruffleAccount', Effect: 'Allow', Action: accountActions, Resource: '*'},
			...(deniesWrites ? [{Sid: 'TruffleNoChanges', Effect: 'Deny', Action: writeActions, Resource: '*'} as const] : []),
		],
	};
}

const capacityActions = [
	'ec2:DescribeCapacityReservations',
	'ec2:DescribeInstanceTypes',
	'ec2:DescribeCapacityBlockOfferings',
	'ec2:DescribeCapacityBlockExtensionOfferings',
] as const;

const accountActions = ['ec2:DescribeRegions', 'pricing:GetProducts'] as const;

/** With wildcards, so that what AWS adds is denied as well. None of them has a name in common with what only reads. */
export const writeActions = [
	'ec2:AcceptCapacityReservation*',
	'ec2:AssociateCapacityReservation*',
	'ec2:CancelCapacityReservation*',
	'ec2:CreateCapacityManager*',
	'ec2:CreateCapacityReservation*',
	'ec2:CreateInterruptibleCapacity*',
	'ec2:DeleteCapacityManager*',
	'ec2:DisableCapacityManager*',
	'ec2:DisassociateCapacityReservation*',
	'ec2:EnableCapacityManager*',
	'ec2:ModifyCapacityReservation*',
	'ec2:ModifyInstanceCapacityReservation*',
	'ec2:MoveCapacityReservation*',
	'ec2:PurchaseCapacityBlock*',
	'ec2:RejectCapacityReservation*',
	'ec2:UpdateCapacityManager*',
	'ec2:UpdateInterruptibleCapacity*',
] as const;
