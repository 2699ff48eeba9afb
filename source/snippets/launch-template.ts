import {launchDataOf} from './launch-data.js';
import {launchNotes} from './launch-notes.js';
import type {LaunchTarget} from './launch-target.js';
import type {Snippet} from './snippet.js';

/** The data of a launch template, for EKS node groups, Auto Scaling groups, EC2 Fleet and PCS. */
export function launchTemplateSnippet(target: LaunchTarget): Snippet {
	return {
		kind: 'launch-template',
		language: 'json',
		text: `${JSON.stringify(launchDataOf(target), null, 2)}\n`,
		notes: [
			`aws ec2 create-launch-template --region ${target.region} --launch-template-name ${target.id} --launch-template-data file://FILE`,
			...launchNotes(target),
		],
	};
}
