/** What a snippet is for; the words of `--for`. */
export const snippetKinds = [
	'run-instances',
	'launch-template',
	'eks',
	'karpenter',
	'parallelcluster',
	'skypilot',
	'terraform',
	'terraform-import',
	'sagemaker',
] as const;

export type SnippetKind = (typeof snippetKinds)[number];

export type SnippetLanguage = 'shell' | 'json' | 'yaml' | 'hcl';

/** Something to paste or to run, for one reservation. */
export type Snippet = {
	readonly kind: SnippetKind;
	readonly language: SnippetLanguage;
	/** Whole lines, the last one ended too. Everything that AWS sent is quoted for the language. */
	readonly text: string;
	/** What to know or to do beside it, one sentence each. */
	readonly notes: readonly string[];
};

/** Why there is none. */
export type NoSnippet = {readonly kind: SnippetKind; readonly because: string};

export function isSnippet(given: Snippet | NoSnippet): given is Snippet {
	return 'text' in given;
}

export function isSnippetKind(text: string): text is SnippetKind {
	return snippetKinds.some((kind) => kind === text);
}

/** The name of each kind, for a menu. */
export const snippetTitles: Readonly<Record<SnippetKind, string>> = {
	'run-instances': 'RunInstances (AWS CLI)',
	'launch-template': 'Launch template data (JSON)',
	eks: 'EKS managed node group (CloudFormation)',
	karpenter: 'Karpenter EC2NodeClass and NodePool',
	parallelcluster: 'ParallelCluster queue',
	skypilot: 'SkyPilot configuration',
	terraform: 'Terraform data source and launch template',
	'terraform-import': 'Terraform import of an ODCR',
	sagemaker: 'SageMaker training plans',
};
