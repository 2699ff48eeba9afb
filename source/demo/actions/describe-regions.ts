import {ApiError} from '../api-error.js';
import {compileFilters, type FilterFields} from '../filters.js';
import {readFilters, readFlag, readList} from '../query-request.js';
import type {ScenarioRegion} from '../scenario.js';
import type {World} from '../world.js';
import {writeElement} from '../xml.js';
import type {Action} from './action.js';

const filterFields: FilterFields<ScenarioRegion> = {
	endpoint: ({name}) => endpointOf(name),
	'opt-in-status': ({optInStatus}) => optInStatus,
	'region-name': ({name}) => name,
};

export const describeRegions: Action = {
	parameters: ['AllRegions', 'RegionName', 'Filter'],
	answer,
};

function answer(parameters: URLSearchParams, {scenario}: World): Iterable<string> {
	const names = readList(parameters, 'RegionName');
	const unknown = names.find((name) => !scenario.regions.some((region) => region.name === name));
	if (unknown !== undefined) {
		throw new ApiError(400, 'InvalidParameterValue', `Invalid region provided: ${unknown}`);
	}

	const isAll = readFlag(parameters, 'AllRegions');
	const matches = compileFilters(readFilters(parameters), filterFields);
	const found = scenario.regions.filter(
		(region) => (isAll || region.optInStatus !== 'not-opted-in') && (names.length === 0 || names.includes(region.name)) && matches(region),
	);
	return [
		writeElement(
			'regionInfo',
			found.map(({name, optInStatus}) => ({regionName: name, regionEndpoint: endpointOf(name), optInStatus})),
		),
	];
}

function endpointOf(region: string): string {
	return `ec2.${region}.amazonaws.com`;
}
