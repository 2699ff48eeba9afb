import {expect, test} from 'vitest';
import {listRegions, regionOfZone, zoneIdOf} from '../../source/demo/regions.js';

test.each([
	['us-east-1a', 'us-east-1', 'use1-az4'],
	['us-west-2c', 'us-west-2', 'usw2-az3'],
	['ap-southeast-2b', 'ap-southeast-2', 'apse2-az2'],
	['us-east-1-dfw-2a', 'us-east-1', 'use1-dfw2-az1'],
])('%s is in %s and has the id %s', (zone, region, id) => {
	expect(regionOfZone(zone)).toBe(region);
	expect(zoneIdOf(zone)).toBe(id);
});

test('lists all regions by name, with the opted-in ones and without the disabled', () => {
	const regions = listRegions({enabled: ['me-south-1'], disabled: ['ap-northeast-3']});
	const enabled = regions.filter(({optInStatus}) => optInStatus !== 'not-opted-in').map(({name}) => name);

	expect(regions).toHaveLength(34);
	expect(regions.map(({name}) => name)).toEqual(regions.map(({name}) => name).toSorted());
	expect(enabled).toHaveLength(17);
	expect(enabled).toContain('me-south-1');
	expect(enabled).not.toContain('ap-northeast-3');
});
