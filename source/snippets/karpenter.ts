import {launchNotes} from './launch-notes.js';
import {type LaunchMode, type LaunchTarget, targetText} from './launch-target.js';
import {commentText, yamlText} from './quote.js';
import type {NoSnippet, Snippet} from './snippet.js';

/** Since which version Karpenter uses them (Karpenter documentation, "Utilizing On-Demand Capacity Reservations and Capacity Blocks"). */
const since: Readonly<Record<LaunchMode, string>> = {odcr: '1.3', block: '1.6', ultraserver: '1.6', interruptible: '1.10'};

/** An EC2NodeClass that selects the reservation and a NodePool that runs in nothing else. */
export function karpenterSnippet(target: LaunchTarget): Snippet | NoSnippet {
	const {mode, id, instanceType, zone, placementGroup} = target;
	if (instanceType.startsWith('p6e-')) {
		return {
			kind: 'karpenter',
			because:
				'P6e-GB200 needs dynamic resource allocation on EKS, which Karpenter and EKS Auto Mode do not support (EKS User Guide): use a managed node group (--for eks) or self-managed nodes.',
		};
	}

	const name = yamlText(id.toLowerCase());
	const lines = [
		commentText(targetText(target)),
		'apiVersion: karpenter.k8s.aws/v1',
		'kind: EC2NodeClass',
		'metadata:',
		`  name: ${name}`,
		'spec:',
		'  role: KarpenterNodeRole-CLUSTER',
		'  amiSelectorTerms:',
		'    - alias: al2023@latest',
		'  subnetSelectorTerms:',
		'    - tags:',
		'        karpenter.sh/discovery: CLUSTER',
		'  securityGroupSelectorTerms:',
		'    - tags:',
		'        karpenter.sh/discovery: CLUSTER',
		'  capacityReservationSelectorTerms:',
		`    - id: ${yamlText(id)}`,
		...(placementGroup === null ? [] : ['  placementGroupSelector:', `    name: ${yamlText(placementGroup)}`]),
		'---',
		'apiVersion: karpenter.sh/v1',
		'kind: NodePool',
		'metadata:',
		`  name: ${name}`,
		'spec:',
		'  template:',
		'    spec:',
		'      nodeClassRef:',
		'        group: karpenter.k8s.aws',
		'        kind: EC2NodeClass',
		`        name: ${name}`,
		'      requirements:',
		...requirement('karpenter.sh/capacity-type', 'reserved'),
		...requirement('karpenter.k8s.aws/capacity-reservation-id', id),
		...requirement('node.kubernetes.io/instance-type', instanceType),
		...(zone === null ? [] : requirement('topology.kubernetes.io/zone', zone)),
		'  disruption:',
		'    consolidationPolicy: WhenEmpty',
		'    consolidateAfter: 10m',
	];
	return {
		kind: 'karpenter',
		language: 'yaml',
		text: `${lines.join('\n')}\n`,
		notes: [
			`Replace CLUSTER; it needs Karpenter ${since[mode]} or newer with the feature gate ReservedCapacity.`,
			...(placementGroup === null ? [] : ['Karpenter selects placement groups since July 2026.']),
			...(mode === 'block' || mode === 'ultraserver' ? ['Karpenter drains the nodes 10 minutes before AWS begins to terminate.'] : []),
			...launchNotes(target),
		],
	};
}

function requirement(key: string, value: string): readonly string[] {
	return [`        - key: ${key}`, '          operator: In', `          values: [${yamlText(value)}]`];
}
