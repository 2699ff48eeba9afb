import {type CapacityReservation, paginateDescribeCapacityReservations} from '@aws-sdk/client-ec2';
import {expect, test} from 'vitest';
import {describeReservations, ec2, openEndpoint} from '../open-endpoint.js';

test('texts arrive as they were sent', async () => {
	const names = (await describeReservations(await openEndpoint('hostile'), 'us-east-1')).map(nameOf);

	expect(names).toContain('訓練クラスタ東京リージョン用予約');
	expect(names).toContain('two\nlines\tand\ta\ttab\r\nand CRLF\u2028separator\u2029paragraph\u0085next');
	expect(names).toContain("=cmd|' /C calc'!A0");
	expect(names).toContain('<b>&amp;</b> ]]> {"json": null} --- - yaml: *anchor');
	expect(names.find((name) => name?.startsWith('long'))).toHaveLength(5000 - 1);
});

test('control characters arrive, written as references or raw', async () => {
	const names = (await describeReservations(await openEndpoint('hostile'), 'us-west-2')).map(nameOf);

	expect(names).toContain('\x1b]52;c;cm0gLXJmIC8=\x07clipboard');
	expect(names).toContain('\x9b31mC1 red \x9d0;C1 title\x9c \x90dcs\x9c');
	expect(names).toContain('raw \x1b[7mreverse\x1b[0m \x07 \x00 \x9b1m');
});

test('tags may be named like properties of every object, twice, or not at all', async () => {
	const tags = (await describeReservations(await openEndpoint('hostile'), 'us-east-1')).flatMap(({Tags = []}) => Tags);

	expect(tags).toContainEqual({Key: '__proto__', Value: 'polluted'});
	expect(tags.filter(({Key}) => Key === 'twice')).toHaveLength(2);
	expect(tags).toContainEqual({Key: 'no value'});
	expect(tags).toContainEqual({Value: 'no key'});
	expect(tags).toContainEqual({});
});

test('fields are missing, empty and unknown', async () => {
	const reservations = await describeReservations(await openEndpoint('hostile'), 'us-east-2');

	expect(reservations.filter(({CapacityReservationId}) => CapacityReservationId === undefined)).toHaveLength(3);
	expect(new Set(reservations.map(({State}) => State))).toEqual(
		new Set(['active', 'scheduled', undefined, '', 'hibernating', 'ACTIVE', 'constructor']),
	);
	expect(reservations.map(({InstanceType}) => InstanceType)).toEqual(expect.arrayContaining(['p9.superxlarge', undefined]));
	expect(reservations.at(-1)).toEqual({});
});

test('numbers and dates make no sense', async () => {
	const reservations = await describeReservations(await openEndpoint('hostile'), 'us-west-1');

	expect(reservations.map(({TotalInstanceCount}) => TotalInstanceCount)).toEqual(
		expect.arrayContaining([-4, 9_999_999_999, Number.POSITIVE_INFINITY, Number.NaN, 2.5]),
	);
	expect(reservations.some(({StartDate, EndDate}) => StartDate !== undefined && EndDate !== undefined && EndDate < StartDate)).toBe(true);
});

test('the same ids come again on later pages', async () => {
	const pages = [];
	const client = ec2(await openEndpoint('hostile'), 'eu-west-1');
	for await (const {CapacityReservations = []} of paginateDescribeCapacityReservations({client, pageSize: 200}, {})) {
		pages.push(CapacityReservations.map(({CapacityReservationId = ''}) => CapacityReservationId.slice(-2)));
	}

	expect(pages).toEqual([
		['00', '01', '02'],
		['00', '03', '01'],
		['01', '04', '00'],
	]);
});

test.each(['eu-north-1', 'ap-south-1'])('the SDK throws over %s', async (region) => {
	await expect(describeReservations(await openEndpoint('hostile'), region)).rejects.toThrow(TypeError);
});

test('an error message carries escape sequences', async () => {
	await expect(describeReservations(await openEndpoint('hostile'), 'eu-west-3')).rejects.toThrow('\x1b[31mnot\x1b[0m authorized.\r\n');
});

function nameOf({Tags = []}: CapacityReservation): string | undefined {
	return Tags.find(({Key}) => Key === 'Name')?.Value;
}
