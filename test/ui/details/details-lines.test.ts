import {expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {detailsLines} from '../../../source/ui/details/details-lines.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import type {CellContext} from '../../../source/ui/table/column.js';
import {drawing} from '../../helpers/render-app.js';
import {block, reservation} from '../../helpers/reservation.js';

const context: CellContext = {
	now: new Date('2026-11-23T10:13:00Z'),
	zone: 'utc',
	glyphs: unicodeGlyphs,
	accountId: '123456789012',
	prices: null,
	barWidth: 8,
	isStale: false,
};

function linesOf(of: Reservation, width: number, overrides: Partial<CellContext> = {}): readonly string[] {
	const lines = detailsLines(of, {...context, ...overrides}, width);
	expect(lines.filter((line) => widthOf(line) !== width)).toEqual([]);
	return lines.map((line) => textOf(line).trimEnd());
}

const trainLlm = block({
	id: 'cr-0a1b2c3d4e5f60718',
	capacityBlockId: 'cb-0aa11bb22cc33dd44',
	availabilityZoneId: 'use1-az4',
	totalInstanceCount: 32,
	availableInstanceCount: 2,
	tags: {Name: 'train-llm-a', team: 'llm', run: '2026-11-a'},
});

test('everything of a block, labels in a column, texts wrapped behind them', () => {
	expect(linesOf(trainLlm, 60)).toEqual(
		drawing(`
  p5.48xlarge ×32                                  ● active
  cr-0a1b2c3d4e5f60718
  train-llm-a · us-east-1a (use1-az4) · 256 H100 80 GiB

  CAPACITY     30 of 32 used  ███████▌  93 %   2 free
  WINDOW       Nov 19 11:30 UTC → Nov 26 11:30 UTC, 7d
  USABLE       until Nov 26 11:00 UTC: 3d 0h left, then its
               instances are terminated
  BLOCK        cb-0aa11bb22cc33dd44, targeted, UltraCluster
               placement implied
  TERMS        paid up front, cannot be cancelled; it can
               be extended until Nov 26 10:30 UTC
  OWNER        123456789012 (you)
  PLATFORM     Linux/UNIX, default tenancy
  CREATED      Nov 1 00:00 UTC
  TAGS         Name=train-llm-a  team=llm  run=2026-11-a
  ARN          arn:aws:ec2:us-east-1:123456789012:capacity-
               reservation/cr-0a1b2c3d4e5f60718
`),
	);
});

test('in ASCII, and stale', () => {
	expect(linesOf(trainLlm, 80, {glyphs: asciiGlyphs, isStale: true}).slice(0, 6)).toEqual(
		drawing(`
  p5.48xlarge x32                                                     * ~active
  cr-0a1b2c3d4e5f60718
  train-llm-a | us-east-1a (use1-az4) | 256 H100 80 GiB

  CAPACITY     30 of 32 used  #######.  93 %   2 free
  WINDOW       Nov 19 11:30 UTC -> Nov 26 11:30 UTC, 7d
`),
	);
});

test.each([
	['scheduled', {state: 'scheduled', totalInstanceCount: 8}, '8 instances; use is known only of active reservations'],
	[
		'of unknown size',
		{state: 'scheduled', totalInstanceCount: null},
		'unknown number of instances; use is known only of active reservations',
	],
	['active, counts unknown', {totalInstanceCount: null, availableInstanceCount: null}, 'use unknown of unknown   free unknown'],
	['active, free unknown', {availableInstanceCount: null}, 'use unknown of 4   free unknown'],
	['full', {availableInstanceCount: 0}, '4 of 4 used  ████████  100 %   0 free'],
] as const)('the capacity of one that is %s', (_, overrides, text) => {
	expect(linesOf(reservation(overrides), 100).find((line) => line.startsWith('  CAPACITY'))).toBe(`  CAPACITY     ${text}`);
});

test('nothing that is missing is called null', () => {
	const unknown = reservation({
		id: null,
		instanceType: null,
		availabilityZone: null,
		state: null,
		totalInstanceCount: null,
		accelerator: null,
	});
	expect(linesOf(unknown, 80).slice(0, 3)).toEqual([
		'  – ×?                                                          ● state unknown',
		'  no id',
		'  us-east-1',
	]);
	expect(linesOf(unknown, 80).join('\n')).not.toMatch(/null|undefined|NaN/);
});

test('hostile tags are wrapped by their width', () => {
	const hostile = reservation({tags: {Name: '日本語の予約'.repeat(30), '👩‍👩‍👧': 'x'.repeat(1024)}});
	for (let width = 56; width <= 200; width += 24) {
		linesOf(hostile, width);
		expect(linesOf(hostile, width, {glyphs: asciiGlyphs}).join('')).toMatch(/^[ -~]*$/);
	}
});
