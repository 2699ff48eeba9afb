/** What SageMaker sells training plans of (SageMaker API, SearchTrainingPlanOfferings, `InstanceType`; as of November 2026), without `ml.`. */
export const trainingPlanTypes: readonly string[] = [
	'p4d.24xlarge',
	'p4de.24xlarge',
	'p5.4xlarge',
	'p5.48xlarge',
	'p5e.48xlarge',
	'p5en.48xlarge',
	'p6-b200.48xlarge',
	'p6-b300.48xlarge',
	'p6e-gb200.36xlarge',
	'trn1.32xlarge',
	'trn2.48xlarge',
];
