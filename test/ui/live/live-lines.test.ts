import {expect, test} from 'vitest';
import type {Reservation} from '../../../source/core/reservations/reservation.js';
import {createCapacityStore} from '../../../source/store/create-store.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {textOf, widthOf} from '../../../source/ui/line.js';
import {liveLines} from '../../../source/ui/live/live-lines.js';
import {watchAttention} from '../../../source/ui/live/watch-attention.js';
import {type FakeAnswer, failure, fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {block, reservation} from '../../helpers/reservation.js';

const cluster = reservation({id: 'cr-cluster', totalInstanceCount: 32, availableInstanceCount: 32});

async function open(
	rows: readonly Reservation[],
	start = '2026-11-23T10:13:00Z',
	followed: readonly string[] = [],
	others: Readonly<Record<string, FakeAnswer>> = {},
) {
	const time = manualClock(start);
	const source = fakeSource({'us-east-1': [rows], ...others});
	const store = createCapacityStore(
		{
			openSource: async () => source,
			clock: time.clock,
			stopwatch: time.stopwatch,
			timers: time.timers,
			random: () => 0.5,
			intervalMs: 10_000,
			isIntervalExplicit: true,
			timeoutMs: 20_000,
		},
		{view: {followed}},
	);
	store.getState().start();
	await time.advance(100);
	const lines = (width = 120, glyphs = unicodeGlyphs) => liveLines(store.getState(), glyphs, width).map((line) => textOf(line).trimEnd());
	const set = async (next: readonly Reservation[], ms = 10_000) => {
		source.answers.set('us-east-1', [next]);
		await time.advance(ms);
	};
	return {time, source, store, lines, set};
}

test('nothing to watch, nothing to see', async () => {
	const {lines} = await open([cluster]);
	expect(lines()).toEqual([]);
});

test('once a count has risen, the strip tells how far the cluster is, how fast it comes and when it will be full', async () => {
	const {lines, set} = await open([cluster]);
	await set([{...cluster, availableInstanceCount: 24}], 60_000);
	await set([{...cluster, availableInstanceCount: 16}], 60_000);
	expect(lines()).toEqual([
		'  bring-up p5.48xlarge   16 of 32 instances   128 of 256 accelerators   ████░░░░ 50 %   +8.0/min   full in 2m   since 1m',
	]);
});

test('the strip is of one reservation that fills from nothing, over the rows of its pane, and goes ten minutes after its last step', async () => {
	const other = {...cluster, id: 'cr-other', key: 'us-east-1/cr-other', availableInstanceCount: 12};
	const {store, time, lines, set} = await open([cluster, other]);
	await set([cluster, {...other, availableInstanceCount: 10}], 60_000);
	expect(lines()).toEqual([]);
	await set([{...cluster, availableInstanceCount: 24}, other], 60_000);
	expect(lines().join()).toMatch(/^ {2}bring-up p5\.48xlarge {3}8 of 32 instances/);
	expect(lines(60)).toEqual(['  bring-up p5.48xlarge  8 of 32 instances  ██░░░░░░ 25 %']);
	for (const view of [{pane: 'events'}, {pane: 'offerings'}, {pane: 'guide'}, {pane: 'blocks'}] as const) {
		store.setState(view);
		expect(lines()).toEqual([]);
	}

	store.setState({pane: 'odcrs', screen: 'details'});
	expect([lines(120).length, lines(140).length]).toEqual([0, 1]);
	store.setState({screen: 'help'});
	expect(lines(140)).toEqual([]);
	store.setState({screen: 'main'});
	await time.advance(540_000);
	expect(lines()).toHaveLength(1);
	await time.advance(120_000);
	expect(lines()).toEqual([]);
});

test('no strip while it falls, nor over two that have nothing to do with each other', async () => {
	const other = {...cluster, id: 'cr-other', key: 'us-east-1/cr-other'};
	const {lines, set} = await open([cluster, other]);
	await set([{...cluster, availableInstanceCount: 24}, other], 60_000);
	expect(lines()).toHaveLength(1);
	await set([{...cluster, availableInstanceCount: 26}, other], 60_000);
	expect(lines()).toEqual([]);
	await set([cluster, other], 60_000);
	await set(
		[
			{...cluster, availableInstanceCount: 24},
			{...other, availableInstanceCount: 24},
		],
		60_000,
	);
	expect(lines()).toEqual([]);
});

test('what is followed is told of over the events and in its details, too, not over what is something else', async () => {
	const {store, lines} = await open([cluster], undefined, ['cr-cluster']);
	const shown = (['odcrs', 'blocks', 'timeline', 'events', 'offerings', 'guide'] as const).filter((pane) => {
		store.setState({pane});
		return lines().length > 0;
	});
	expect(shown).toEqual(['odcrs', 'blocks', 'timeline', 'events']);
	store.setState({pane: 'odcrs'});
	const screens = (['main', 'details', 'use', 'snippet', 'help', 'regions'] as const).filter((screen) => {
		store.setState({screen});
		return lines().length > 0;
	});
	expect(screens).toEqual(['main', 'details']);
});

test('followed rows are told of before anything rises, by id or by block', async () => {
	const coming = block({id: 'cr-b', capacityBlockId: 'cb-b', state: 'scheduled', startDate: new Date('2026-11-24T11:30:00Z')});
	const {lines, store} = await open([cluster, coming], undefined, ['cb-b']);
	expect(lines()).toEqual(['  following 1   16 instances not started']);
	store.getState().toggleFollow();
	expect(lines()).toEqual(['  following 2   0 of 32 instances   0 of 256 accelerators   ░░░░░░░░ 0 %']);
});

test('what is unknown of a bring-up is neither zero nor missing', async () => {
	const silent = {...cluster, id: 'cr-silent', key: 'us-east-1/cr-silent', availableInstanceCount: null};
	const small = block({id: 'cr-b', state: 'scheduled', startDate: new Date('2026-11-24T11:30:00Z')});
	const unsized = block({id: 'cr-u', state: 'scheduled', totalInstanceCount: 0, startDate: new Date('2026-11-24T11:30:00Z')});
	const following = async (...names: readonly string[]) => (await open([cluster, silent, small, unsized], undefined, names)).lines();
	expect(await following('cr-u')).toEqual(['  following 1   not started, size unknown']);
	expect(await following('cr-u', 'cr-b')).toEqual(['  following 2   16 instances and 1 of unknown size not started']);
	expect(await following('cr-silent', 'cr-b')).toEqual(['  following 2   counts unknown, 16 instances not started']);
	expect(await following('cr-silent', 'cr-cluster')).toEqual([
		'  following 2   0 of 32 instances, 1 unknown   0 of 256 accelerators   ░░░░░░░░ 0 %',
	]);
	expect(await following('cr-gone')).toEqual(['  following 0   not found']);
});

test('an hour before its end a block is an alert that names what AWS does', async () => {
	const {lines} = await open([block()], '2026-11-26T10:45:00Z');
	expect(lines(200)).toEqual([
		' ! p5.48xlarge ×16 us-east-1a drains in 15m: too late to extend; at 10:50 UTC EventBridge tells of the end, EKS scales its block node groups to 0 and Karpenter drains; AWS terminates instances from',
		'   11:00 UTC, in 15 min',
	]);
	expect(lines(120)).toEqual([
		' ! p5.48xlarge ×16 us-east-1a drains in 15m: too late to extend; at 10:50 UTC EventBridge tells of the end, EKS scales',
		'   its block node groups to 0 and Karpenter drains; AWS terminates instances from 11:00 UTC, in 15 min',
	]);
	expect(lines(80)).toEqual([' ! p5.48xlarge ×16 us-east-1a: too late to extend; AWS terminates from 11:00', '   UTC, in 15 min']);
	expect(lines(60)).toEqual([' ! p5.48xlarge ×16 us-east-1a: too late to extend; AWS', '   terminates from 11:00 UTC, in 15 min']);
});

test.each(['p5.48xlarge', 'p6e-gb200.36xlarge', `p9-${'x'.repeat(80)}.48xlarge`])(
	'the alert of a draining %s ends with when AWS terminates it, at every width and in every step',
	async (instanceType) => {
		const {store} = await open([block({instanceType, availabilityZone: 'ap-southeast-2-akl-1a'})], '2026-11-26T10:00:00Z');
		for (const time of ['10:05', '10:25', '10:45', '10:51', '11:05']) {
			store.setState({now: new Date(`2026-11-26T${time}:00Z`)});
			for (let width = 60; width <= 200; width++) {
				const drawn = liveLines(store.getState(), unicodeGlyphs, width).map((line) => textOf(line).trim());
				expect(drawn.length).toBeLessThanOrEqual(2);
				expect(drawn.join(' ')).toMatch(drawn.length === 0 ? /^$/ : /, in \d+ min(?:, 60 min before .*)?$/);
			}
		}
	},
);

test('expired credentials are the alert before all others, with the command to run, until they are good again', async () => {
	const {lines, source, time, set} = await open([block()], '2026-11-26T10:45:00Z');
	source.answers.set('us-east-1', failure('expired_credentials', 'The credentials are expired. Run: aws sso login --profile prod'));
	await time.advance(10_000);
	expect(lines()).toEqual([' ! The credentials are expired. Run: aws sso login --profile prod']);
	expect(lines(60)).toEqual([' ! The credentials are expired. Run: aws sso login', '   --profile prod']);
	await set([block()]);
	expect(lines()[0]).toContain('p5.48xlarge ×16');
});

test('credentials that one region refuses while others let them in are no alert', async () => {
	const refused = failure('expired_credentials', 'The credentials are expired.');
	const {lines, source, time, store} = await open([cluster], undefined, [], {'sa-east-1': refused});
	expect(store.getState().observation.expired).not.toBeNull();
	expect(lines()).toEqual([]);
	source.answers.set('us-east-1', refused);
	await time.advance(10_000);
	expect(lines()).toEqual([' ! The credentials are expired.']);
});

test('credentials that a region had let in and now refuses are an alert, until another one lets them in later', async () => {
	const {lines, source, time, store} = await open([cluster], undefined, [], {'sa-east-1': [[reservation({region: 'sa-east-1'})]]});
	source.answers.set('us-east-1', 'hangs').set('sa-east-1', failure('expired_credentials', 'The credentials are expired.'));
	await time.advance(12_000);
	expect(lines()).toEqual([' ! The credentials are expired.']);
	source.answers.set('us-east-1', [[cluster]]);
	const refreshed = store.getState().refresh();
	await time.advance(100);
	await refreshed;
	expect(lines()).toEqual([]);
});

test('that no region can be read for one cause of the network is one line, as long as rows are shown', async () => {
	const empty: FakeAnswer = [];
	const {lines, source, time} = await open([cluster], undefined, [], {'sa-east-1': empty});
	const refused = failure('failed', 'Connection refused for 127.0.0.1:4599: check the endpoint and the proxy settings.');
	source.answers.set('us-east-1', refused);
	await time.advance(10_000);
	expect(lines()).toEqual([]);
	source.answers.set('sa-east-1', refused);
	await time.advance(300_000);
	expect(lines()).toEqual([' ! No region can be read: connection refused for 127.0.0.1:4599: check the endpoint and the proxy settings.']);
	expect(lines(80)).toEqual([' ! No region can be read: connection refused for 127.0.0.1:4599.']);
	expect(lines(60)).toEqual([' ! No region can be read: connection refused.']);
	source.answers.set('sa-east-1', failure('denied'));
	await time.advance(900_000);
	expect(lines()).toEqual([]);
});

test('regions that are read rarely need not all have failed, when none has answered since the first one did', async () => {
	const west = [[reservation({region: 'us-west-2'})]];
	const {lines, source, time, store} = await open([cluster], undefined, [], {'us-west-2': west, 'sa-east-1': 'hangs'});
	source.answers.set('sa-east-1', []);
	await time.advance(60_000);
	source.answers.set('sa-east-1', 'hangs');
	await time.advance(9_000);
	const refused = failure('failed', 'Connection refused for 127.0.0.1:4599: check the endpoint and the proxy settings.');
	source.answers.set('us-east-1', refused).set('us-west-2', refused);
	await time.advance(12_000);
	expect(store.getState().regions.get('sa-east-1')?.answer.status).toBe('ok');
	expect(lines(80)).toEqual([' ! The last 2 regions asked cannot be read: connection refused.']);
});

test('where nothing was read before, the panes say why, and there is no alert', async () => {
	const {lines, source, store} = await open([]);
	source.answers.set('us-east-1', failure('failed'));
	store.setState({regions: new Map()});
	await store.getState().refresh();
	expect(lines()).toEqual([]);
});

test('lines fit every width, also in ASCII', async () => {
	const {store, set} = await open([cluster, block()], '2026-11-26T10:45:00Z');
	await set([{...cluster, availableInstanceCount: 8}, block()], 60_000);
	for (let width = 60; width <= 200; width++) {
		for (const line of liveLines(store.getState(), asciiGlyphs, width)) {
			expect(widthOf(line)).toBe(width);
			expect(textOf(line)).toMatch(/^[\x20-\x7E]*$/);
		}
	}
});

test('the bell rings once when a reservation has the wanted instances free', async () => {
	const {store, set} = await open([{...cluster, availableInstanceCount: 0}]);
	const written: string[] = [];
	watchAttention(store, {isBell: true, isNotify: true, isTmux: false}, (sequence) => written.push(sequence));
	store.setState({query: {...store.getState().query, minCapacity: 8}});
	await set([{...cluster, availableInstanceCount: 4}]);
	expect(written).toEqual([]);
	await set([{...cluster, availableInstanceCount: 16}]);
	expect(written).toEqual([
		'\u{7}',
		'\u{1B}]9;cr-cluster p5.48xlarge us-east-1a has 16 free instances, 8 wanted.\u{1B}\\',
		'\u{1B}]777;notify;truffle capacity;cr-cluster p5.48xlarge us-east-1a has 16 free instances, 8 wanted.\u{1B}\\',
	]);
	await set([{...cluster, availableInstanceCount: 17}]);
	expect(written).toHaveLength(3);
});
