import {describe, expect, test} from 'vitest';
import {collectSnapshot} from '../../source/core/regions/collect-snapshot.js';
import {type FanOutOptions, fanOut} from '../../source/core/regions/fan-out.js';
import {hasAnswered} from '../../source/core/regions/region-result.js';
import {type CapacitySource, RegionError} from '../../source/core/regions/source.js';
import {startDemoEndpoint} from '../../source/demo/demo-endpoint.js';
import {callerXml, errorXml, readAll, reservationsXml, sourceAt, startLocalEc2} from './local-ec2.js';

const {signal} = new AbortController();

describe('against the embedded endpoint', () => {
	test('the guide’s account: every region, the account id and facts of the types', async () => {
		const endpoint = await startDemoEndpoint({scenario: 'guide', clock: () => new Date()});
		using source = sourceAt(endpoint.url);
		const snapshot = await collectSnapshot(optionsFor(source));
		await endpoint.close();
		expect(snapshot.accountId).toBe('123456789012');
		expect(snapshot.directory?.origin).toBe('ec2');
		const rows = snapshot.regions.flatMap((result) => (hasAnswered(result) ? result.reservations : []));
		expect(rows.filter(({kind}) => kind === 'odcr')).toHaveLength(8);
		expect(rows.filter(({kind}) => kind === 'block')).toHaveLength(3);
		expect(rows.find(({instanceType}) => instanceType === 'trn1.32xlarge')?.accelerator).toEqual({
			name: 'Trn1',
			countPerInstance: 16,
			memoryMib: 32_768,
		});
	});

	test('each region’s own fault is that region’s own answer', async () => {
		const endpoint = await startDemoEndpoint({scenario: 'faults', clock: () => new Date()});
		using source = sourceAt(endpoint.url);
		const answers: string[] = [];
		const deadlines = new Set<() => void>();
		await fanOut({
			...optionsFor(source),
			timers: {
				after(_, callback) {
					deadlines.add(callback);
					return {cancel: () => deadlines.delete(callback)};
				},
			},
			onEvent(event) {
				if (event.type === 'answered') {
					const {result} = event;
					answers.push(`${result.region} ${result.status} ${hasAnswered(result) ? '' : result.failure.code}`.trim());
				}

				// Time is up once only those are left that never answer.
				if (answers.length === 20) {
					for (const end of deadlines) {
						end();
					}
				}
			},
		});
		await endpoint.close();
		expect(answers.toSorted()).toEqual([
			'af-south-1 not_enabled AuthFailure',
			'ap-east-1 not_enabled OptInRequired',
			'ap-northeast-1 failed ECONNRESET',
			'ap-northeast-2 timeout Timeout',
			'ap-northeast-3 timeout Timeout',
			'ap-south-1 throttled Throttling',
			'ap-southeast-1 failed InvalidResponse',
			'ap-southeast-2 throttled RequestLimitExceeded',
			'ca-central-1 failed InvalidResponse',
			'eu-central-1 denied UnauthorizedOperation',
			'eu-north-1 failed InvalidResponse',
			'eu-south-1 failed UnsupportedOperation',
			'eu-west-1 ok',
			'eu-west-2 expired_credentials RequestExpired',
			'eu-west-3 failed HTTP 500',
			'me-central-1 failed HTTP 502',
			'me-south-1 denied UnauthorizedOperation',
			'sa-east-1 ok',
			'us-east-1 ok',
			'us-east-2 throttled RequestLimitExceeded',
			'us-west-1 ok',
			'us-west-2 ok',
		]);
	}, 20_000);

	test('hostile rows come in safe', async () => {
		const endpoint = await startDemoEndpoint({scenario: 'hostile', clock: () => new Date()});
		using source = sourceAt(endpoint.url);
		const snapshot = await collectSnapshot(optionsFor(source));
		await endpoint.close();
		const text = JSON.stringify(snapshot.regions);
		expect(text.length).toBeGreaterThan(10_000);
		expect(text).not.toMatch(/\\u00[01]|\\u007f|[\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
		const keys = snapshot.regions.flatMap((result) => (hasAnswered(result) ? result.reservations.map(({key}) => key) : []));
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('paging', () => {
	test('asks for 150 at a time until the token is empty', async () => {
		await using ec2 = await startLocalEc2(({parameters}) =>
			parameters.get('NextToken') === 'two' ? reservationsXml(['cr-3']) : reservationsXml(['cr-1', 'cr-2'], 'two'),
		);
		using source = sourceAt(ec2.url);
		expect(await readAll(source)).toEqual([['cr-1', 'cr-2'], ['cr-3']]);
		expect(ec2.requests.map(({parameters}) => [parameters.get('MaxResults'), parameters.get('NextToken')])).toEqual([
			['150', null],
			['150', 'two'],
		]);
	});

	test('a token that comes again is a failure, not an endless loop', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1'], 'same'));
		using source = sourceAt(ec2.url);
		await expect(readAll(source)).rejects.toMatchObject({
			failure: {status: 'failed', code: 'InvalidResponse', requestId: 'req-1', message: expect.stringContaining('circle')},
		});
		expect(ec2.requests).toHaveLength(2);
	});
});

describe('rule 6: what is not an answer is a failure, never zero reservations', () => {
	test.each([
		['an answer without its set', '<DescribeCapacityReservationsResponse><requestId>x</requestId></DescribeCapacityReservationsResponse>'],
		['an empty body', ''],
		['a page that happens to be XML', '<html><body><p>Log in</p></body></html>'],
		['a page', '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>Log in<br></body></html>'],
		['half an answer', '<DescribeCapacityReservationsResponse><capacityReservationSet><item><capacityReserv'],
		['a date that is none', '<R><capacityReservationSet><item><startDate>soon</startDate></item></capacityReservationSet></R>'],
	])('%s', async (_, xml) => {
		await using ec2 = await startLocalEc2(() => ({xml}));
		using source = sourceAt(ec2.url);
		await expect(readAll(source)).rejects.toMatchObject({failure: {status: 'failed', code: 'InvalidResponse'}});
	});

	test('an empty set is an answer', async () => {
		await using ec2 = await startLocalEc2(() => ({xml: '<R><capacityReservationSet/><nextToken/></R>'}));
		using source = sourceAt(ec2.url);
		expect(await readAll(source)).toEqual([[]]);
	});
});

describe('regions', () => {
	test('all of them are listed, with who is enabled, in one call to the home region', async () => {
		const item = (name: string, status: string) => `<item><regionName>${name}</regionName><optInStatus>${status}</optInStatus></item>`;
		await using ec2 = await startLocalEc2(() => ({
			xml: `<R><regionInfo>${item('us-east-1', 'opt-in-not-required')}${item('me-south-1', 'not-opted-in')}${item('ap-east-1', 'opted-in')}${item('evil.example/', 'opted-in')}</regionInfo></R>`,
		}));
		using source = sourceAt(ec2.url, {homeRegion: 'eu-west-1'});
		expect(await source.listRegions(signal)).toEqual({
			origin: 'ec2',
			regions: [
				{name: 'us-east-1', isEnabled: true},
				{name: 'me-south-1', isEnabled: false},
				{name: 'ap-east-1', isEnabled: true},
			],
		});
		expect(ec2.requests.map(({region, parameters}) => [region, parameters.get('AllRegions')])).toEqual([['eu-west-1', 'true']]);
	});

	test.each([
		[errorXml('UnauthorizedOperation', 'No.', 403), 'DescribeRegions is denied (UnauthorizedOperation).'],
		[errorXml('RequestExpired', 'Over.'), 'DescribeRegions failed (RequestExpired).'],
		[{xml: '<R><regionInfo/></R>'}, 'DescribeRegions listed no region.'],
	])('when EC2 does not tell, the built-in list stands in and says so', async (answer, why) => {
		await using ec2 = await startLocalEc2(() => answer);
		using source = sourceAt(ec2.url, {homeRegion: 'us-gov-west-1'});
		expect(await source.listRegions(signal)).toEqual({
			origin: 'builtin',
			regions: [
				{name: 'us-gov-east-1', isEnabled: true},
				{name: 'us-gov-west-1', isEnabled: true},
			],
			note: `${why} The built-in list of 2 regions stands in for it; --regions names others.`,
		});
	});

	test('those that every account has are the ones of the home region’s partition', async () => {
		using source = sourceAt('http://127.0.0.1:1', {homeRegion: 'cn-north-1'});
		await source.connect(signal);
		expect(source.alwaysEnabledRegions).toEqual(['cn-north-1', 'cn-northwest-1']);
	});
});

describe('accelerator facts', () => {
	const type = (name: string, facts: string) => `<item><instanceType>${name}</instanceType>${facts}</item>`;
	const device = (name: string, count: number, mib: number, more = '') =>
		`<name>${name}</name><count>${count}</count><memoryInfo><sizeInMiB>${mib}</sizeInMiB></memoryInfo>${more}`;

	test('GPUs, parts of GPUs, Neuron devices and inference accelerators count; media and FPGA do not', async () => {
		const neuron = `<neuronInfo><neuronDevices><item>${device('Inferentia2', 6, 32_768)}</item></neuronDevices></neuronInfo>`;
		const inference = `<inferenceAcceleratorInfo><accelerators><member>${device('Inferentia2', 6, 32_768)}</member></accelerators></inferenceAcceleratorInfo>`;
		await using ec2 = await startLocalEc2(() => ({
			xml: `<R><instanceTypeSet>${[
				type('p5.48xlarge', `<gpuInfo><gpus><item>${device('H100', 8, 81_920)}</item></gpus></gpuInfo>`),
				type(
					'g6f.large',
					`<gpuInfo><gpus><item>${device('L4', 0, 2861, '<logicalGpuCount>1</logicalGpuCount><gpuPartitionSize>0.125</gpuPartitionSize>')}</item></gpus></gpuInfo>`,
				),
				type('inf2.24xlarge', neuron + inference),
				type('trn2.48xlarge', `<neuronInfo><neuronDevices><item>${device('Trainium2', 16, 524_288)}</item></neuronDevices></neuronInfo>`),
				type(
					'dl2q.24xlarge',
					`<inferenceAcceleratorInfo><accelerators><member>${device('Qualcomm AI100', 8, 16_000)}</member></accelerators></inferenceAcceleratorInfo>`,
				),
				type(
					'vt1.3xlarge',
					`<mediaAcceleratorInfo><accelerators><item>${device('U30', 1, 24_576)}</item></accelerators></mediaAcceleratorInfo>`,
				),
				type('m7i.large', ''),
				type('unasked.large', ''),
			].join('')}</instanceTypeSet></R>`,
		}));
		using source = sourceAt(ec2.url);
		const asked = [
			'p5.48xlarge',
			'g6f.large',
			'inf2.24xlarge',
			'trn2.48xlarge',
			'dl2q.24xlarge',
			'vt1.3xlarge',
			'm7i.large',
			'gone.large',
			'p5.*',
			'p5.48xlarge',
		];
		expect(await source.describeAccelerators('us-east-1', asked, signal)).toEqual(
			new Map([
				['p5.48xlarge', {name: 'H100', countPerInstance: 8, memoryMib: 81_920}],
				['g6f.large', {name: 'L4 1/8', countPerInstance: 1, memoryMib: 2861}],
				['inf2.24xlarge', {name: 'Inf2', countPerInstance: 6, memoryMib: 32_768}],
				['trn2.48xlarge', {name: 'Trn2', countPerInstance: 16, memoryMib: 98_304}],
				['dl2q.24xlarge', {name: 'AI100', countPerInstance: 8, memoryMib: 16_000}],
				['vt1.3xlarge', null],
				['m7i.large', null],
			]),
		);
		const {parameters} = ec2.requests[0] ?? {};
		expect(parameters?.get('Filter.1.Name')).toBe('instance-type');
		expect([...(parameters?.entries() ?? [])].filter(([name]) => name.startsWith('Filter.1.Value')).map(([, value]) => value)).toEqual(
			asked.slice(0, 8),
		);
	});

	test('many types are asked for in batches of 100, each paged', async () => {
		await using ec2 = await startLocalEc2(({parameters}) => {
			const first = parameters.get('Filter.1.Value.1') ?? '';
			const second = parameters.get('Filter.1.Value.2') ?? '';
			return parameters.has('NextToken')
				? {xml: `<R><instanceTypeSet>${type(second, '')}</instanceTypeSet></R>`}
				: {xml: `<R><instanceTypeSet>${type(first, '')}</instanceTypeSet><nextToken>more</nextToken></R>`};
		});
		using source = sourceAt(ec2.url);
		const types = Array.from({length: 150}, (_, index) => `x${index}.large`);
		const facts = await source.describeAccelerators('us-east-1', types, signal);
		expect([...facts.keys()]).toEqual(['x0.large', 'x1.large', 'x100.large', 'x101.large']);
		expect(ec2.requests).toHaveLength(4);
	});

	test('a refusal is a region’s refusal', async () => {
		await using ec2 = await startLocalEc2(() => errorXml('UnauthorizedOperation', 'No.', 403));
		using source = sourceAt(ec2.url);
		await expect(source.describeAccelerators('us-east-1', ['p5.48xlarge'], signal)).rejects.toMatchObject({
			failure: {status: 'denied', message: expect.stringContaining('ec2:DescribeInstanceTypes')},
		});
	});
});

describe('the account', () => {
	test('is what STS says', async () => {
		await using ec2 = await startLocalEc2(() => callerXml('123456789012'));
		using source = sourceAt(ec2.url);
		expect(await source.accountId(signal)).toBe('123456789012');
		expect(ec2.requests.map(({action}) => action)).toEqual(['GetCallerIdentity']);
	});

	test.each([
		['something else', callerXml('Bob\u001b')],
		['an error', errorXml('AccessDenied', 'No.', 403)],
		['nonsense', {xml: '<html>'}],
	])('is unknown when STS answers %s', async (_, answer) => {
		await using ec2 = await startLocalEc2(() => answer);
		using source = sourceAt(ec2.url);
		expect(await source.accountId(signal)).toBeNull();
	});
});

test('an abort stops a call with the reason of the signal', async () => {
	await using ec2 = await startLocalEc2(() => null);
	using source = sourceAt(ec2.url);
	const controller = new AbortController();
	const reading = readAll(source, 'us-east-1', controller.signal);
	await expect.poll(() => ec2.requests.length).toBe(1);
	controller.abort(new Error('quit'));
	await expect(reading).rejects.toThrow('quit');
});

test('one region’s calls are signed for that region', async () => {
	await using ec2 = await startLocalEc2(() => reservationsXml([]));
	using source = sourceAt(ec2.url);
	await Promise.all([readAll(source, 'us-east-1'), readAll(source, 'eu-west-1')]);
	expect(ec2.requests.map(({region}) => region).toSorted()).toEqual(['eu-west-1', 'us-east-1']);
});

test('a refused connection is a region’s failure', async () => {
	using source = sourceAt('http://127.0.0.1:1');
	const error: unknown = await readAll(source).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(RegionError);
	expect(error).toMatchObject({failure: {status: 'failed', code: 'ECONNREFUSED', message: expect.stringContaining('127.0.0.1:1')}});
});

function optionsFor(source: CapacitySource): Omit<FanOutOptions, 'onEvent'> {
	return {
		source,
		asked: null,
		directory: null,
		knownTypes: new Map(),
		concurrency: Number.POSITIVE_INFINITY,
		timeoutMs: 10_000,
		clock: () => new Date('2026-11-23T10:00:00Z'),
		timers: {
			after(milliseconds, callback) {
				const timeout = setTimeout(callback, milliseconds);
				return {cancel: () => clearTimeout(timeout)};
			},
		},
		signal,
		needsAccount: true,
	};
}
