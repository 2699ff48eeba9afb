import {arnOf, writeTags} from '../odcr-row.js';
import {listRegions, zoneIdOf} from '../regions.js';
import type {Scenario, WireReservation} from '../scenario.js';
import {RawXml, type XmlRecord} from '../xml.js';

const accountId = '123456789012';
const epoch = new Date('2026-11-23T10:13:00Z');

/**
An account whose reservations carry what should not reach a terminal, a spreadsheet or arithmetic.

us-east-1: texts that XML allows. us-east-2: fields that are missing, empty or unknown. us-west-1: numbers and dates that make
no sense. us-west-2: control characters that XML forbids, and that the SDK's parser passes on (Python's refuses the answer).
eu-west-1: the same ids again on later pages. eu-north-1 and ap-south-1: a date and an element over which the SDK throws, so
that the region cannot be read. eu-west-3: an error with escape sequences in its message.
*/
export const hostileScenario: Scenario = {
	name: 'hostile',
	epoch,
	accountId,
	regions: listRegions().map((region) => (region.name === 'eu-west-1' ? {...region, pageLimit: 3} : region)),
	reservationsIn: (region) => (reservations[region] ?? []).map((differs, index) => reservation(region, index, differs)),
	faults: [
		{
			region: 'eu-west-3',
			action: 'DescribeCapacityReservations',
			kind: 'error',
			status: 403,
			code: 'UnauthorizedOperation',
			message: `You are \x1b[31mnot\x1b[0m authorized.\r\n\x1b]0;owned\x07\u202egnidaelsim ${'very '.repeat(2000)}long`,
		},
	],
};

/** What differs from an ordinary active ODCR; `undefined` leaves the element out. */
const reservations: Readonly<Record<string, readonly XmlRecord[]>> = {
	'us-east-1': [
		named('訓練クラスタ東京リージョン用予約'),
		named('👩‍👩‍👧‍👦 family 🏳️‍🌈 flags 🇩🇪🇯🇵 1️⃣'),
		named('מרכז אימון שלום'),
		named('abc\u202edcba\u202c \u2066isolate\u2069 \u200fmark\u200e \u061cletter'),
		named(`Z${'\u0301\u0316\u0334'.repeat(60)}algo`),
		named('two\nlines\tand\ta\ttab\r\nand CRLF\u2028separator\u2029paragraph\u0085next'),
		named('zero\u200bwidth\ufeffjoin\u200der soft\u00adhyphen \u{e0061}\u{e0062}tag'),
		named(`long ${'x'.repeat(4990)}tail`),
		named('漢'.repeat(5000)),
		named("=cmd|' /C calc'!A0"),
		named("@SUM(1+1)*cmd|' /C calc'!A0"),
		named("-2+3+cmd|' /C calc'!D2"),
		named('+HYPERLINK("http://example.invalid","click")'),
		named('quote " comma , semicolon ; apostrophe \' backtick ` $(id) ; rm -rf /'),
		named('<b>&amp;</b> ]]> {"json": null} --- - yaml: *anchor'),
		named('   '),
		named('null'),
		{tagSet: writeTags({['__proto__']: 'polluted', constructor: 'x', toString: 'y', hasOwnProperty: 'z', '': 'no key'})},
		{tagSet: [{key: 'twice', value: 'first'}, {key: 'twice', value: 'second'}, {key: 'no value'}, {value: 'no key'}, {}]},
		{tagSet: Array.from({length: 60}, (_, index) => ({key: `key-${index}-${'k'.repeat(120)}`, value: 'v'.repeat(256)}))},
		{instanceType: 'p5.48xlarge\u202e', availabilityZone: 'us-east-1\u2066a', ownerId: '=123456789012', instancePlatform: 'Linux\nUNIX'},
	],
	'us-east-2': [
		{capacityReservationId: undefined},
		{capacityReservationId: undefined, capacityReservationArn: undefined},
		{capacityReservationId: '', capacityReservationArn: ''},
		{state: undefined},
		{state: ''},
		{state: 'hibernating'},
		{state: 'ACTIVE'},
		{state: 'constructor'},
		{instanceType: undefined},
		{instanceType: 'p9.superxlarge'},
		{instanceType: 'trn9x-zeta.metal-999xl'},
		{instanceType: 'notatype'},
		{availabilityZone: undefined, availabilityZoneId: undefined},
		{availabilityZone: 'mars-north-1z'},
		{totalInstanceCount: undefined},
		{availableInstanceCount: undefined},
		{totalInstanceCount: undefined, availableInstanceCount: undefined},
		{reservationType: undefined, tagSet: undefined, capacityAllocationSet: undefined},
		{reservationType: 'capacity-lease', instanceMatchCriteria: 'psychic', tenancy: 'shared-with-ghosts', endDateType: 'eventually'},
		{reservationType: undefined, tagSet: writeTags({'aws:ec2capacityreservation:capacityReservationType': 'capacity-block'})},
		{reservationType: 'capacity-block', state: 'scheduled', totalInstanceCount: 0, availableInstanceCount: 0, startDate: undefined},
		{
			reservationType: 'capacity-block',
			state: 'scheduled',
			totalInstanceCount: 0,
			availableInstanceCount: 0,
			tagSet: writeTags({'aws:ec2capacityreservation:incrementalRequestedQuantity': 'many'}),
		},
		nothing(),
	],
	'us-west-1': [
		{totalInstanceCount: -4, availableInstanceCount: -9},
		{totalInstanceCount: 4, availableInstanceCount: 9},
		{totalInstanceCount: 9_999_999_999, availableInstanceCount: 8_888_888_888},
		{totalInstanceCount: '1e400', availableInstanceCount: '-1e400'},
		{totalInstanceCount: 'many', availableInstanceCount: 'some'},
		{totalInstanceCount: 2.5, availableInstanceCount: 0.5},
		{totalInstanceCount: '', availableInstanceCount: ''},
		{totalInstanceCount: 0, availableInstanceCount: 0},
		{capacityAllocationSet: [{allocationType: 'used', count: 900}, {allocationType: 'used', count: -1}, {count: 'x'}, {}]},
		{startDate: '2026-02-31T00:00:00Z'},
		{startDate: '0001-01-01T00:00:00Z'},
		{endDateType: 'limited', endDate: '9999-12-31T23:59:59.999Z'},
		{endDateType: 'limited', endDate: '1970-01-01T00:00:00Z'},
		{endDateType: 'limited', startDate: '2026-12-24T11:30:00Z', endDate: '2026-12-01T11:30:00Z'},
		{endDateType: 'limited'},
		{endDateType: 'unlimited', endDate: '2026-12-01T11:30:00+09:00'},
		{endDateType: undefined},
		{
			reservationType: 'capacity-block',
			endDateType: 'limited',
			startDate: '2026-12-24T11:30:00Z',
			endDate: '2026-12-24T11:30:00Z',
			totalInstanceCount: 16,
		},
		{reservationType: 'capacity-block', endDateType: 'limited', startDate: '2026-12-24T11:30:00Z', endDate: '2026-12-01T11:30:00Z'},
		{reservationType: 'capacity-block', endDateType: 'limited', startDate: '1999-01-01T00:00:00Z', endDate: '2999-01-01T00:00:00Z'},
	],
	'us-west-2': [
		named('\x1b[31mred\x1b[0m \x1b[2J\x1b[Hcleared'),
		named('\x1b]8;;http://example.invalid\x1b\\link\x1b]8;;\x1b\\'),
		named('\x1b]52;c;cm0gLXJmIC8=\x07clipboard'),
		named('\x1b]0;title\x07 \x1bP+q544e\x1b\\ \x1b[6n \x1b[?1049l'),
		named('\x9b31mC1 red \x9d0;C1 title\x9c \x90dcs\x9c'),
		named('bell\x07 back\bspace nul\0 del\x7f vertical\vtab form\ffeed shift\x0e\x0f'),
		{tagSet: [{key: 'Name', value: new RawXml('raw \x1b[7mreverse\x1b[0m \x07 \x00 \x9b1m')}]},
		{tagSet: [{key: '\x1b[31mkey', value: 'x'}], instanceType: '\x1b[5mp5.48xlarge', state: 'act\x1b[31mive'},
		{capacityReservationId: 'cr-\x1b[1A\x1b[2K00000000000', availabilityZone: 'us-west-2a\x1b[10C', ownerId: '1234\b\b\b\b5678'},
		named('lone surrogates \ud800 and \udfff, noncharacters \ufffe \uffff'),
	],
	'eu-west-1': [0, 1, 2, 0, 3, 1, 1, 4, 0].map((number) => ({
		capacityReservationId: `cr-0d0000000000000${number.toString(16).padStart(2, '0')}`,
	})),
	'eu-north-1': [{}, {startDate: 'yesterday'}],
	'ap-south-1': [{}, {['__proto__']: 'polluted'}],
};

function reservation(region: string, index: number, differs: XmlRecord): WireReservation {
	const zone = `${region}a`;
	const id = `cr-0badc0de${index.toString(16).padStart(9, '0')}`;
	return {
		capacityReservationId: id,
		ownerId: accountId,
		capacityReservationArn: arnOf(id, zone, accountId),
		availabilityZoneId: zoneIdOf(zone),
		instanceType: 'p5.48xlarge',
		instancePlatform: 'Linux/UNIX',
		availabilityZone: zone,
		tenancy: 'default',
		totalInstanceCount: 8,
		availableInstanceCount: 2,
		ebsOptimized: false,
		ephemeralStorage: false,
		state: 'active',
		startDate: new Date('2026-11-02T09:00:00Z'),
		endDateType: 'unlimited',
		instanceMatchCriteria: 'open',
		createDate: new Date('2026-11-02T09:00:00Z'),
		tagSet: writeTags({Name: `hostile-${index}`}),
		capacityAllocationSet: [],
		reservationType: 'default',
		...differs,
	};
}

function named(name: string): XmlRecord {
	return {tagSet: writeTags({Name: name})};
}

/** An empty `<item>`. */
function nothing(): XmlRecord {
	const names = Object.keys(reservation('us-east-2', 0, {}));
	return Object.fromEntries(names.map((name) => [name, undefined]));
}
