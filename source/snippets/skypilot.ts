import {launchNotes} from './launch-notes.js';
import {type LaunchTarget, targetText} from './launch-target.js';
import {commentText, yamlText} from './quote.js';
import type {NoSnippet, Snippet} from './snippet.js';

/** `~/.sky/config.yaml` (SkyPilot documentation, "Using Reservations"): open reservations by preference, others by their id. */
export function skypilotSnippet(target: LaunchTarget): Snippet | NoSnippet {
	const {mode, id, reservation, placementGroup} = target;
	if (mode === 'interruptible' || mode === 'ultraserver') {
		return {
			kind: 'skypilot',
			because: `SkyPilot does not document how to launch into ${mode === 'interruptible' ? 'interruptible reservations' : 'UltraServers'}.`,
		};
	}

	if (placementGroup !== null) {
		return {kind: 'skypilot', because: `${id} is in a cluster placement group, and SkyPilot does not document how to launch into one.`};
	}

	const isOpen = mode === 'odcr' && reservation.instanceMatchCriteria === 'open';
	const lines = [
		commentText('~/.sky/config.yaml'),
		commentText(targetText(target)),
		'aws:',
		...(isOpen ? ['  prioritize_reservations: true'] : ['  specific_reservations:', `    - ${yamlText(id)}`]),
	];
	return {kind: 'skypilot', language: 'yaml', text: `${lines.join('\n')}\n`, notes: launchNotes(target)};
}
