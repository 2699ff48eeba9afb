import {freeOf} from '../core/reservations/usage.js';
import {shellQuote} from '../core/words/shell-quote.js';
import {launchDataOf} from './launch-data.js';
import {launchNotes} from './launch-notes.js';
import {type LaunchTarget, targetText} from './launch-target.js';
import {commentText} from './quote.js';
import type {Snippet} from './snippet.js';

/** `aws ec2 run-instances`; image and subnet are variables of the shell, which fails when they are not set. */
export function runInstancesSnippet(target: LaunchTarget): Snippet {
	const {InstanceMarketOptions: market, CapacityReservationSpecification: specification, Placement: placement} = launchDataOf(target);
	const options = [
		'aws ec2 run-instances',
		`--region ${target.region}`,
		`--instance-type ${target.instanceType}`,
		`--count ${target.count}`,
		`--image-id ${shellVariable('IMAGE_ID')}`,
		`--subnet-id ${shellVariable('SUBNET_ID')}`,
		...(market === undefined ? [] : [`--instance-market-options MarketType=${market.MarketType}`]),
		...(placement === undefined ? [] : [`--placement ${shellQuote(JSON.stringify(placement))}`]),
		`--capacity-reservation-specification ${shellQuote(JSON.stringify(specification))}`,
	];
	return {
		kind: 'run-instances',
		language: 'shell',
		text: `${commentText(targetText(target))}\n${options.join(' \\\n  ')}\n`,
		notes: [...launchNotes(target), `${countNote(target)}; --dry-run at the end of the line only asks whether it may.`],
	};
}

function countNote({reservation, isLive}: LaunchTarget): string {
	return isLive && (freeOf(reservation) ?? 0) > 0 ? 'It launches all that is free' : 'It launches as many as the reservation is for';
}

/** The shell stops with a message when it is not set. */
function shellVariable(name: string): string {
	return `"\${${name}:?}"`;
}
