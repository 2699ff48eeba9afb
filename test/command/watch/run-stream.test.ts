import {expect, test} from 'vitest';
import {runStream} from '../../../source/command/watch/run-stream.js';
import {settingsAt} from '../../aws/local-ec2.js';
import {commandPorts, readCapacityOptions, sessionOf} from '../../helpers/command-ports.js';
import {type FakeSource, failure, fakeSource} from '../../helpers/fake-source.js';
import {manualClock} from '../../helpers/manual-clock.js';
import {reservation} from '../../helpers/reservation.js';
import {readSchema} from '../../helpers/schemas.js';

type Line = Readonly<Record<string, unknown>>;

const east = reservation({id: 'cr-east', region: 'us-east-1', totalInstanceCount: 8, availableInstanceCount: 0});
const errorsIn = readSchema('event-v1');

/** A stream that reads every five seconds, over a clock that stands still. */
function openStream(source: FakeSource, ...flags: readonly string[]) {
	const time = manualClock();
	const {ports, stdout, stderr, terminate} = commandPorts(time);
	const session = sessionOf({settings: settingsAt('http://127.0.0.1:1'), openSource: async () => source, ...time});
	const ended = runStream(readCapacityOptions('watch', '-o', 'ndjson', '--interval', '5s', '--timeout', '20s', ...flags), session, ports);
	return {
		time,
		stderr,
		/** What was written so far. */
		lines: (): readonly Line[] =>
			stdout()
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => JSON.parse(line)),
		async end() {
			terminate();
			return ended;
		},
	};
}

test('what changes before the last region has answered is in the snapshot only; outages follow it', async () => {
	const source = fakeSource({'us-east-1': [[east]], 'us-west-2': 'hangs', 'eu-west-1': failure('denied')});
	const {time, lines, end} = openStream(source);
	await time.advance(1000);
	source.answers.set('us-east-1', [[{...east, availableInstanceCount: 1}]]);
	await time.advance(18_000);
	expect(lines()).toEqual([]);
	await time.advance(2000);
	source.answers.set('us-east-1', [[{...east, availableInstanceCount: 2}]]);
	await time.advance(5000);
	expect(lines().flatMap(errorsIn)).toEqual([]);
	expect(lines()).toMatchObject([
		{type: 'snapshot', at: '2026-11-23T10:13:20Z', regions: {asked: 3, answered: 1}, odcrs: {reservations: 1, available_capacity: 1}},
		{type: 'region', what: 'failed', region: 'eu-west-1', status: 'denied', sequence: 1, at: '2026-11-23T10:13:00Z'},
		{type: 'region', what: 'failed', region: 'us-west-2', status: 'timeout', sequence: 2, at: '2026-11-23T10:13:20Z'},
		{type: 'reservation', what: 'free', from: 1, to: 2, sequence: 3, at: '2026-11-23T10:13:25Z'},
		{type: 'reservation', what: 'used', sequence: 4},
	]);
	expect(await end()).toBe(0);
});

test('a region that was asked ahead of the list of regions and is not in it leaves no event', async () => {
	const source = Object.assign(fakeSource({'us-east-1': [[east]]}), {alwaysEnabledRegions: ['us-east-1', 'us-west-2']});
	source.answers.set('us-west-2', failure('denied'));
	const list = source.listRegions.bind(source);
	source.listRegions = async (signal) => {
		await new Promise((resolve) => {
			time.timers.after(1000, () => resolve(undefined));
		});
		source.answers.delete('us-west-2');
		return list(signal);
	};
	const {time, lines, end} = openStream(source);
	await time.advance(2000);
	expect(lines()).toMatchObject([{type: 'snapshot', complete: true, regions: {asked: 1, answered: 1}}]);
	await end();
});

test('a mistake in the flags is told on stderr before anything is read', async () => {
	const {stderr, lines, end} = openStream(fakeSource({'us-east-1': 'hangs'}), '--blocks', '--instance-types', 'inf2.xlarge');
	expect(stderr()).toMatch(/^Hint: inf2\.xlarge is not sold as Capacity Blocks\./);
	expect(lines()).toEqual([]);
	expect(await end()).toBe(0);
});
