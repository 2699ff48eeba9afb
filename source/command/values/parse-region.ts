import {builtinDirectory, isRegionSyntax, partitionOf} from '../../core/regions/regions.js';
import {nearest} from '../../format/nearest.js';
import {quote, UsageError} from '../usage-error.js';

/** A region's name by its form only; whether the account has it, EC2 says later. */
export function parseRegion(flag: string, text: string): string {
	if (isRegionSyntax(text)) {
		return text;
	}

	const match =
		zoneRegion(text) ??
		nearest(
			text,
			builtinDirectory(partitionOf(text.toLowerCase()), '').regions.map(({name}) => name),
		);
	const hint = match === null ? 'Regions look like us-east-1.' : `Did you mean ${match}?`;
	throw new UsageError(`${flag}: ${quote(text)} is not a region. ${hint}`);
}

/** The region of an availability zone or local zone: `us-east-1a`, `us-east-1-atl-2a`. */
function zoneRegion(text: string): string | null {
	const name = /^([a-z]{2,4}(?:-[a-z]+)+-\d{1,2})(?:-[a-z]+-\d+)?[a-z]$/.exec(text.toLowerCase())?.[1];
	return name !== undefined && isRegionSyntax(name) ? name : null;
}
