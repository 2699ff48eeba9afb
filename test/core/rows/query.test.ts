import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {compileGlob} from '../../../source/core/rows/glob.js';
import {activeParts, compileQuery, emptyQuery, matches, type Query, splitByQuery} from '../../../source/core/rows/query.js';
import {block, reservation} from '../../helpers/reservation.js';
import {reservations} from '../arbitrary.js';

const rows: readonly Reservation[] = [
	reservation({id: 'cr-free', tags: {Name: 'serve-chat', team: 'LLM'}}),
	reservation({id: 'cr-full', availableInstanceCount: 0, instancePlatform: 'Windows'}),
	reservation({id: 'cr-unknown', availableInstanceCount: null, instanceMatchCriteria: 'open'}),
	reservation({id: 'cr-web', instanceType: 'm7i.metal-24xl', accelerator: null, availableInstanceCount: 3}),
	reservation({id: 'cr-coming', state: 'scheduled', availableInstanceCount: 4, interruptible: true}),
	reservation({id: 'cr-pending', state: 'pending'}),
	reservation({id: 'cr-late', state: 'delayed', region: 'eu-west-1', availabilityZoneId: 'euw1-az2', tenancy: 'dedicated'}),
	reservation({id: 'cr-odd', state: 'hibernating'}),
	reservation({id: 'cr-gone', state: 'expired'}),
	block({id: 'cr-block', capacityBlockId: 'cb-77', instanceType: 'p5e.48xlarge', totalInstanceCount: 16}),
	block({id: 'cr-untyped', instanceType: null, totalInstanceCount: 2, state: 'cancelled'}),
];

function shownBy(query: Partial<Query>): readonly (string | null)[] {
	return splitByQuery(rows, {...emptyQuery, ...query}).shown.map(({id}) => id);
}

test('an empty query hides only what is ended, and says how many', () => {
	const {shown, hidden, endedHidden} = splitByQuery(rows, emptyQuery);
	expect(shown).toEqual(rows.filter(({state}) => state !== 'expired' && state !== 'cancelled'));
	expect({hidden, endedHidden}).toEqual({hidden: 2, endedHidden: 2});
});

test('all that is not shown is hidden, and ended ones count apart only where nothing else hides them', () => {
	const {shown, ...counts} = splitByQuery(rows, {...emptyQuery, instanceTypes: ['p5.48xlarge']});
	expect(shown).toHaveLength(7);
	expect(counts).toEqual({hidden: 4, endedHidden: 1, endedFiltered: 1});
});

test('ended ones are shown when asked for', () => {
	expect(splitByQuery(rows, {...emptyQuery, includeEnded: true})).toEqual({shown: rows, hidden: 0, endedHidden: 0, endedFiltered: 0});
});

describe('each part alone', () => {
	test.each<[string, Partial<Query>, readonly string[]]>([
		[
			'gpu only keeps types with an accelerator',
			{gpuOnly: true},
			['cr-free', 'cr-full', 'cr-unknown', 'cr-coming', 'cr-pending', 'cr-late', 'cr-odd', 'cr-block'],
		],
		['available only keeps live ones with free instances, not unknown ones', {availableOnly: true}, ['cr-free', 'cr-web']],
		[
			'active only keeps active and scheduled, literally',
			{activeOnly: true},
			['cr-free', 'cr-full', 'cr-unknown', 'cr-web', 'cr-coming', 'cr-block'],
		],
		['troubled only keeps troubled and unknown states', {troubledOnly: true}, ['cr-late', 'cr-odd']],
		['minimum capacity is what is free of an ODCR and the size of a block', {minCapacity: 3}, ['cr-web', 'cr-block']],
		['types may be exact', {instanceTypes: ['m7i.metal-24xl']}, ['cr-web']],
		['types may be globs', {instanceTypes: ['p5?.*', 'M7I*']}, ['cr-web', 'cr-block']],
		['a type that does not exist matches nothing', {instanceTypes: ['p9.48xlarge']}, []],
	])('%s', (_name, query, ids) => {
		expect(shownBy(query)).toEqual(ids);
	});
});

describe('search', () => {
	test.each<[string, string, readonly string[]]>([
		['finds in the name, in any case', 'SERVE', ['cr-free']],
		['finds a tag by key and value', 'team=llm', ['cr-free']],
		['finds in the region', 'eu-west', ['cr-late']],
		['finds a zone id', 'euw1-az2', ['cr-late']],
		['finds a block id', 'cb-77', ['cr-block']],
		['finds a state', 'schedul', ['cr-coming']],
		['finds an accelerator', 'h100', ['cr-free', 'cr-full', 'cr-unknown', 'cr-coming', 'cr-pending', 'cr-late', 'cr-odd', 'cr-block']],
		['takes an accelerator away', '!h100', ['cr-web']],
		['finds the match criteria', 'open', ['cr-unknown']],
		['finds the platform', 'windows', ['cr-full']],
		['finds the tenancy', 'dedicated', ['cr-late']],
		['finds what its owner can reclaim', 'interruptible', ['cr-coming']],
		['needs all words', 'p5 eu-west', ['cr-late']],
		['takes words away with !', 'p5 !us-east !late', []],
		['takes away alone too', '!us-east', ['cr-late']],
		['does not join fields', 'p5.48xlargeus', []],
	])('%s', (_name, search, ids) => {
		expect(shownBy({search})).toEqual(ids);
	});

	test.each([['!'], ['   '], [' ! \t']])('ignores what is not a word yet: "%s"', (search) => {
		expect(shownBy({search})).toEqual(shownBy({}));
	});

	test('finds the owner', () => {
		expect(matches(reservation({ownerId: '999988887777'}), {...emptyQuery, search: '99998888'})).toBe(true);
	});
});

test('active parts are those that differ from the empty query', () => {
	expect(activeParts(emptyQuery)).toEqual([]);
	expect(activeParts({...emptyQuery, search: ' ! '})).toEqual([]);
	expect(activeParts({...emptyQuery, gpuOnly: true, minCapacity: 0, search: 'x', instanceTypes: ['p5*']})).toEqual([
		'instanceTypes',
		'gpuOnly',
		'minCapacity',
		'search',
	]);
});

describe('globs', () => {
	test.each([
		['p5*', 'p5.48xlarge', true],
		['p5*', 'gp5.xlarge', false],
		['*.48xlarge', 'p5.48xlarge', true],
		['*.48xlarge', 'p5.4xlarge', false],
		['p?.48xlarge', 'p5.48xlarge', true],
		['p?.48xlarge', 'p5e.48xlarge', false],
		['p5.48XLARGE', 'p5.48xlarge', true],
		['p5.48xlarge', 'P5.48XLARGE', true],
		['p5.48xlarge', 'p5x48xlarge', false],
		['*a*b*', 'xaxbx', true],
		['*a*b', 'abab', true],
		['*', '', true],
		['?', '', false],
		['[p]5.*', 'p5.48xlarge', false],
	])('%s and %s: %s', (pattern, text, isMatch) => {
		expect(compileGlob(pattern)(text)).toBe(isMatch);
	});

	test('many stars do not take long', () => {
		expect(compileGlob(`${'*a'.repeat(200)}b`)('a'.repeat(1000))).toBe(false);
	});

	test('mean what the regular expression of the same meaning does', () => {
		const text = fc.string({unit: fc.constantFrom('a', 'b', '.'), maxLength: 8});
		const pattern = fc.string({unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8});
		fc.assert(
			fc.property(text, pattern, (subject, glob) => {
				const expression = new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')}$`);
				expect(compileGlob(glob)(subject)).toBe(expression.test(subject));
			}),
		);
	});
});

const queries = fc.record({
	instanceTypes: fc.constantFrom<readonly string[]>([], ['p5*'], ['g6.xlarge', '*metal*']),
	gpuOnly: fc.boolean(),
	availableOnly: fc.boolean(),
	activeOnly: fc.boolean(),
	troubledOnly: fc.boolean(),
	includeEnded: fc.constant(true),
	minCapacity: fc.option(fc.nat(8)),
	search: fc.constantFrom('', 'us', 'us !p5', '!west'),
});

test('parts combine by AND: a query shows what each of its parts alone shows', () => {
	fc.assert(
		fc.property(reservations, queries, (rows, query) => {
			const parts = activeParts(query).map((part) => compileQuery({...emptyQuery, includeEnded: true, [part]: query[part]}));
			const {shown, hidden} = splitByQuery(rows, query);
			expect(shown).toEqual(rows.filter((row) => parts.every((isShown) => isShown(row))));
			expect(shown.length + hidden).toBe(rows.length);
		}),
	);
});
