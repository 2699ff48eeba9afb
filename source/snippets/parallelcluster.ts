import {launchNotes} from './launch-notes.js';
import {type LaunchTarget, targetText} from './launch-target.js';
import {commentText, yamlText} from './quote.js';
import type {NoSnippet, Snippet} from './snippet.js';

/** The longest name of a queue or compute resource. */
const longestName = 25;

/** A Slurm queue of AWS ParallelCluster 3 ("Launch instances with Capacity Blocks", "Launch instances with ODCR"). */
export function parallelclusterSnippet(target: LaunchTarget): Snippet | NoSnippet {
	const {mode, id, instanceType, size, placementGroup} = target;
	if (mode === 'interruptible') {
		return {kind: 'parallelcluster', because: 'ParallelCluster has no capacity type for interruptible reservations.'};
	}

	const isBlock = mode !== 'odcr';
	const lines = [
		commentText(targetText(target)),
		'Scheduling:',
		'  Scheduler: slurm',
		'  SlurmQueues:',
		`    - Name: ${isBlock ? 'block' : 'reserved'}`,
		`      CapacityType: ${isBlock ? 'CAPACITY_BLOCK' : 'ONDEMAND'}`,
		'      Networking:',
		'        SubnetIds:',
		'          - SUBNET_ID',
		...(isBlock ? ['        PlacementGroup:', '          Enabled: false'] : []),
		...(placementGroup === null ? [] : ['        PlacementGroup:', `          Name: ${yamlText(placementGroup)}`]),
		'      ComputeResources:',
		`        - Name: ${yamlText(resourceName(instanceType))}`,
		`          InstanceType: ${yamlText(instanceType)}`,
		// AWS wants all instances of a block as static nodes.
		`          MinCount: ${isBlock ? size : 0}`,
		`          MaxCount: ${size}`,
		'          CapacityReservationTarget:',
		`            CapacityReservationId: ${yamlText(id)}`,
	];
	return {
		kind: 'parallelcluster',
		language: 'yaml',
		text: `${lines.join('\n')}\n`,
		notes: [
			'Replace SUBNET_ID. Types with EFA want "Efa: {Enabled: true}" on the compute resource.',
			...(mode === 'ultraserver'
				? ['P6e-GB200 needs ParallelCluster 3.14 or newer, and the sizes of its UltraServers in the Slurm settings.']
				: []),
			...(isBlock
				? [
						'In AWS PCS it is a compute node group with the purchase option CAPACITY_BLOCK and a launch template (--for launch-template), one block for each group.',
					]
				: []),
			...launchNotes(target),
		],
	};
}

/** Lower-case letters, digits and hyphens; `p5.48xlarge` is `p5-48xlarge`. */
function resourceName(instanceType: string): string {
	return instanceType.toLowerCase().replaceAll('.', '-').slice(0, longestName).replace(/-+$/, '');
}
