import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isRegionSyntax} from '../../source/core/regions/regions.js';
import {type CapacitySource, RegionError} from '../../source/core/regions/source.js';
import type {Reservation} from '../../source/core/reservations/reservation.js';
import {findUnsafe} from '../helpers/find-unsafe.js';
import {type LocalAnswer, type LocalEc2, sourceAt, startLocalEc2} from './local-ec2.js';

const {signal} = new AbortController();
let answer: LocalAnswer = null;
let ec2: LocalEc2;
let source: CapacitySource & Disposable;

beforeAll(async () => {
	ec2 = await startLocalEc2(() => answer);
	source = sourceAt(ec2.url);
});

afterAll(async () => {
	source[Symbol.dispose]();
	await ec2[Symbol.asyncDispose]();
});

const date = fc.oneof(
	fc.constantFrom('2026-11-23T10:00:00Z', '9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00Z', '1969-12-31T23:59:59.999Z'),
	fc.date({min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true}).map((at) => at.toISOString()),
);

/** The text of an element, also such as XML forbids and the SDK's parser takes. */
const word = fc.oneof(
	fc.string({unit: 'binary', maxLength: 12}).map((raw) => raw.replaceAll('<', '&lt;')),
	fc.constantFrom(
		'',
		' ',
		'\n',
		'&#27;[31m',
		'&#x1B;]0;x&#7;',
		'&#155;1m',
		'\u001b[2J',
		'\u009b1m',
		'a&#x202E;b',
		'&#x1001B;',
		'&nope;',
		'&',
	),
	fc.constantFrom('<![CDATA[ <x> \u001b[m ]]>', '<!-- c -->\u001b[m', '<?pi?>\u202e'),
	fc.constantFrom('active', 'capacity-block', 'limited', 'unlimited', 'true', 'us-east-1', 'p5.48xlarge', 'opted-in', '123456789012'),
	fc.constantFrom('4', '0', '-1', '2.5', '1e999', 'NaN', '9999999999999999999'),
);

/** What may stand between two tags. */
const text = fc.oneof(word, date, fc.constantFrom('<', ']]>', '</item>', '<!DOCTYPE x>', 'soon', '2026-02-31T24:61:61Z'));

/** Elements of an answer, the set and its entries among them, in any order and number, with anything in them. */
function anyAnswer(set: string, fields: readonly string[]): fc.Arbitrary<string> {
	const {content} = fc.letrec<{content: string; element: string}>((tie) => ({
		content: fc.oneof(
			{maxDepth: 4},
			text,
			fc.array(tie('element'), {maxLength: 4}).map((elements) => elements.join('')),
			fc.tuple(text, tie('element'), text).map((parts) => parts.join('')),
		),
		element: fc
			.tuple(
				fc.constantFrom(...fields, 'item', 'member', set, '__proto__', 'x:y', '#text'),
				fc.constantFrom('', ' a="1"', " item='\u001b'"),
				tie('content'),
			)
			.map(([name, attributes, inner]) => (inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`)),
	}));
	// A date that is none makes the SDK refuse the whole answer, so most are dates.
	const value = (name: string) =>
		name.endsWith('Date') ? fc.oneof({weight: 20, arbitrary: date}, text) : fc.oneof({weight: 20, arbitrary: word}, content);
	const field = fc.constantFrom(...fields).chain((name) => value(name).map((inner) => `<${name}>${inner}</${name}>`));
	const item = fc.uniqueArray(field, {maxLength: 8, selector: (each) => each.split('>')[0]}).map((all) => `<item>${all.join('')}</item>`);
	const rows = fc.array(item, {maxLength: 4}).map((items) => `<${set}>${items.join('')}</${set}>`);
	const nextToken = fc.constantFrom('', '', '', '', '<nextToken/>', '<nextToken>more</nextToken>', '<nextToken>&#27;</nextToken>');
	const usual = fc.tuple(rows, nextToken).map((parts) => `<R>${parts.join('')}</R>`);
	const damaged = fc
		.tuple(usual, fc.nat(), text)
		.map(([xml, at, extra]) => `${xml.slice(0, at % xml.length)}${extra}${xml.slice(at % xml.length)}`);
	const error = fc
		.tuple(text, text)
		.map(([code, message]) => `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors></Response>`);
	return fc.oneof(
		{weight: 6, arbitrary: usual},
		damaged,
		error,
		content,
		content.map((inner) => `<R><${set}>${inner}</${set}></R>`),
	);
}

/** Not those that the SDK asks again for, with pauses. */
const status = fc.constantFrom(200, 200, 200, 200, 200, 400, 403, 404);

const wireNames = [
	...['capacityReservationId', 'instanceType', 'availabilityZone', 'state', 'startDate', 'endDate', 'endDateType', 'totalInstanceCount'],
	...['availableInstanceCount', 'ebsOptimized', 'tagSet', 'capacityAllocationSet', 'commitmentInfo', 'interruptionInfo', 'key', 'value'],
	...['count', 'allocationType', 'adjustmentDetails', 'capacityBlockId', 'reservationType', 'nextToken'],
];

describe('whatever an endpoint answers, in XML or nearly so', () => {
	test('a region’s rows are fit to be shown, or it failed for a reason that is', async () => {
		let answered = 0;
		const property = fc.asyncProperty(anyAnswer('capacityReservationSet', wireNames), status, async (xml, code) => {
			answer = {xml, status: code};
			const result = await readRows();
			if (result instanceof RegionError) {
				expect(findUnsafe(result.failure)).toEqual([]);
				expect(result.failure.message).toMatch(/\S/);
				return;
			}

			answered += 1;
			expect(code).toBe(200);
			expect(findUnsafe(result)).toEqual([]);
		});
		await fc.assert(property, {numRuns: 300});
		// Else it would say little.

		expect(answered).toBeGreaterThan(60);
	});

	test('there is a list of regions, and all of its names can be a host’s', async () => {
		const names = ['regionName', 'optInStatus', 'regionEndpoint'];
		const property = fc.asyncProperty(anyAnswer('regionInfo', names), status, async (xml, code) => {
			answer = {xml, status: code};
			const directory = await source.listRegions(signal);
			expect(directory.regions.length).toBeGreaterThan(0);
			expect(directory.regions.filter(({name}) => !isRegionSyntax(name))).toEqual([]);
			expect(findUnsafe(directory)).toEqual([]);
		});
		await fc.assert(property, {numRuns: 100});
	});

	test('the facts of instance types are of those asked for, or the region refused them', async () => {
		const names = [
			'instanceType',
			'gpuInfo',
			'gpus',
			'neuronInfo',
			'neuronDevices',
			'name',
			'count',
			'memoryInfo',
			'sizeInMiB',
			'logicalGpuCount',
		];
		const property = fc.asyncProperty(anyAnswer('instanceTypeSet', names), status, async (xml, code) => {
			answer = {xml, status: code};
			const facts = await source.describeAccelerators('us-east-1', ['p5.48xlarge'], signal).catch((error: unknown) => error);
			if (facts instanceof RegionError) {
				expect(findUnsafe(facts.failure)).toEqual([]);
				return;
			}

			expect(facts).toBeInstanceOf(Map);
			for (const [type, accelerator] of facts as Awaited<ReturnType<CapacitySource['describeAccelerators']>>) {
				expect(type).toBe('p5.48xlarge');
				expect(findUnsafe(accelerator)).toEqual([]);
				expect(
					[accelerator?.countPerInstance ?? 1, accelerator?.memoryMib ?? 1].every((count) => Number.isSafeInteger(count) && count > 0),
				).toBe(true);
			}
		});
		await fc.assert(property, {numRuns: 100});
	});

	test('the account is twelve digits, or not known', async () => {
		const property = fc.asyncProperty(anyAnswer('GetCallerIdentityResult', ['Account', 'Arn', 'UserId']), status, async (xml, code) => {
			answer = {xml, status: code};
			expect((await source.accountId(signal)) ?? '000000000000').toMatch(/^\d{12}$/);
		});
		await fc.assert(property, {numRuns: 100});
	});

	test('elements that go deeper than any stack are a failure of the region', async () => {
		answer = {xml: '<a>'.repeat(200_000)};
		expect(await readRows()).toBeInstanceOf(RegionError);
	});
});

async function readRows(): Promise<readonly Reservation[] | RegionError> {
	const rows: Reservation[] = [];
	try {
		for await (const page of source.listReservations('us-east-1', signal)) {
			rows.push(...page);
		}
	} catch (error) {
		if (error instanceof RegionError) {
			return error;
		}

		throw error;
	}

	return rows;
}
