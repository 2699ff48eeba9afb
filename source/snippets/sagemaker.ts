import {durationHours} from '../core/reservations/expiry.js';
import {type LaunchTarget, targetText} from './launch-target.js';
import {commentText} from './quote.js';
import type {NoSnippet, Snippet} from './snippet.js';
import {trainingPlanTypes} from './training-plan-types.js';

/** A week, for what has no length of its own. */
const usualHours = 168;

/** SageMaker sells capacity of its own, which no EC2 reservation feeds; the search for it is all that can be given. */
export function sagemakerSnippet(target: LaunchTarget): Snippet | NoSnippet {
	const {region, instanceType, size, reservation} = target;
	if (!trainingPlanTypes.includes(instanceType)) {
		return {
			kind: 'sagemaker',
			because: `SageMaker cannot use EC2 reservations, and of ${instanceType} it sells no training plans (as of November 2026).`,
		};
	}

	const hours = Math.max(1, Math.floor(durationHours(reservation) ?? usualHours));
	const options = [
		'aws sagemaker search-training-plan-offerings',
		`--region ${region}`,
		`--instance-type ml.${instanceType}`,
		`--instance-count ${size}`,
		`--duration-hours ${hours}`,
		'--target-resources training-job',
	];
	return {
		kind: 'sagemaker',
		language: 'shell',
		text: [
			commentText(`SageMaker cannot use ${targetText(target)}.`),
			commentText('It sells training plans; this searches for one of the same size.'),
			`${options.join(' \\\n  ')}\n`,
		].join('\n'),
		notes: [
			'Training plans are bought in SageMaker and named by their ARN (ResourceConfig.TrainingPlanArn); targets are training-job, hyperpod-cluster and endpoint.',
			'They are not among the EC2 reservations that this program shows.',
		],
	};
}
