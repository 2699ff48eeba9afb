import {type LaunchData, launchDataOf} from './launch-data.js';
import {launchNotes} from './launch-notes.js';
import {type LaunchTarget, targetText} from './launch-target.js';
import {commentText, yamlText} from './quote.js';
import type {NoSnippet, Snippet} from './snippet.js';

/**
A CloudFormation template of a launch template and a managed node group that uses it, as the EKS User Guide does it ("Create a managed
node group with Capacity Blocks for ML"). Nothing is launched before the desired size is raised.
*/
export function eksSnippet(target: LaunchTarget): Snippet | NoSnippet {
	const {mode, instanceType, size, zone} = target;
	if (mode === 'interruptible') {
		return {
			kind: 'eks',
			because:
				'EKS managed node groups have no capacity type for interruptible reservations. Karpenter 1.10 and self-managed nodes can use them.',
		};
	}

	const lines = [
		commentText(targetText(target)),
		'AWSTemplateFormatVersion: "2010-09-09"',
		'Parameters:',
		'  ClusterName:',
		'    Type: String',
		'  NodeRoleArn:',
		'    Type: String',
		'  SubnetIds:',
		'    Type: List<AWS::EC2::Subnet::Id>',
		`    Description: ${yamlText(`Subnets in ${zone ?? 'the zone of the reservation'} only`)}`,
		'  AmiType:',
		'    Type: String',
		`    Default: ${amiTypeOf(instanceType, target.reservation.accelerator !== null)}`,
		'Resources:',
		'  LaunchTemplate:',
		'    Type: AWS::EC2::LaunchTemplate',
		'    Properties:',
		'      LaunchTemplateData:',
		...templateLines(launchDataOf(target)).map((line) => `        ${line}`),
		'  NodeGroup:',
		'    Type: AWS::EKS::Nodegroup',
		'    Properties:',
		'      ClusterName:',
		'        Ref: ClusterName',
		'      NodeRole:',
		'        Ref: NodeRoleArn',
		'      Subnets:',
		'        Ref: SubnetIds',
		'      AmiType:',
		'        Ref: AmiType',
		`      CapacityType: ${mode === 'odcr' ? 'ON_DEMAND' : 'CAPACITY_BLOCK'}`,
		'      LaunchTemplate:',
		'        Id:',
		'          Ref: LaunchTemplate',
		'        Version:',
		'          Fn::GetAtt:',
		'            - LaunchTemplate',
		'            - LatestVersionNumber',
		'      ScalingConfig:',
		'        MinSize: 0',
		`        MaxSize: ${size}`,
		'        DesiredSize: 0',
	];
	return {kind: 'eks', language: 'yaml', text: `${lines.join('\n')}\n`, notes: [...eksNotes(target), ...launchNotes(target)]};
}

function templateLines({InstanceType, InstanceMarketOptions, CapacityReservationSpecification, Placement}: LaunchData): readonly string[] {
	const {CapacityReservationId} = CapacityReservationSpecification.CapacityReservationTarget;
	return [
		`InstanceType: ${yamlText(InstanceType)}`,
		...(InstanceMarketOptions === undefined
			? []
			: ['InstanceMarketOptions:', `  MarketType: ${yamlText(InstanceMarketOptions.MarketType)}`]),
		'CapacityReservationSpecification:',
		'  CapacityReservationTarget:',
		`    CapacityReservationId: ${yamlText(CapacityReservationId)}`,
		...(Placement === undefined
			? []
			: ['Placement:', ...Object.entries(Placement).map(([name, value]) => `  ${name}: ${yamlText(value)}`)]),
	];
}

/** EKS's own images (EKS API, `AMITypes`); families with a `g` after the generation are Graviton, and GB200 has an arm64 host too. */
function amiTypeOf(instanceType: string, isAccelerated: boolean): string {
	if (/^(?:trn|inf)/.test(instanceType)) {
		return 'AL2023_x86_64_NEURON';
	}

	const cpu = /^(?:[a-z]+\d+g|a1\.|p6e-gb)/.test(instanceType) ? 'ARM_64' : 'x86_64';
	return `AL2023_${cpu}_${isAccelerated ? 'NVIDIA' : 'STANDARD'}`;
}

function eksNotes({mode, isLive}: LaunchTarget): readonly string[] {
	const raise = `Raise DesiredSize ${isLive ? 'to launch' : 'once it is active'}: it is 0, so that nothing is launched by the template itself.`;
	switch (mode) {
		case 'block':
			return [
				raise,
				'EKS scales the group to 0 by itself 40 minutes before the block ends, and its desired size must be 0 for an upgrade.',
			];
		case 'ultraserver':
			return [
				raise,
				'EKS scales the group to 0 by itself 40 minutes before the block ends, which for P6e-GB200 is after AWS began to terminate: scale it down before.',
				'P6e-GB200 needs Kubernetes 1.33 or newer.',
			];
		case 'odcr':
		case 'interruptible':
			return [raise];
	}
}
