import {describe, expect, test} from 'vitest';
import type {CapacityCommandOptions} from '../../source/command/capacity-options.js';
import {UsageError} from '../../source/command/usage-error.js';
import {emptyQuery} from '../../source/core/rows/query.js';
import {parseOptions} from '../helpers/parse-options.js';

const packageInfo = {name: 'truffle-capacity', version: '1.2.3'};

const scenarios = {
	isScenario: (name: string) =>
		['cluster', 'guide', 'bring-up', 'empty', 'hostile', 'faults'].includes(name) || /^scale-[1-9]\d*$/.test(name),
	names: ['cluster', 'guide', 'bring-up', 'empty', 'hostile', 'faults', 'scale-N'],
	defaultName: 'cluster',
};

const defaults: CapacityCommandOptions = {
	output: null,
	isWatch: false,
	kinds: ['odcr'],
	watchedKinds: ['odcr', 'block'],
	firstPane: null,
	query: emptyQuery,
	regions: null,
	isWide: false,
	sort: null,
	columns: null,
	intervalMs: 30_000,
	isIntervalExplicit: false,
	profile: null,
	timeoutMs: 30_000,
	isStrict: false,
	endpointUrl: null,
	demo: null,
	speed: 1,
	debugLog: null,
	follow: [],
	isBell: false,
	isNotify: false,
	usesCache: true,
	isFresh: false,
	hasHints: true,
	isAscii: false,
	isColor: true,
};

describe('what the flags mean', () => {
	const cases: ReadonlyArray<readonly [string, Partial<CapacityCommandOptions>]> = [
		['', {}],
		['capacity', {}],
		['--odcr', {watchedKinds: ['odcr'], firstPane: 'odcr'}],
		['--blocks', {kinds: ['block'], watchedKinds: ['block'], firstPane: 'block'}],
		['--blocks --odcr', {kinds: ['odcr', 'block'], firstPane: 'odcr'}],
		['--instance-types p5.48xlarge,P4D.24xlarge', {query: {...emptyQuery, instanceTypes: ['p5.48xlarge', 'p4d.24xlarge']}}],
		['--instance-types p5* --instance-types=*.48xlarge', {query: {...emptyQuery, instanceTypes: ['p5*', '*.48xlarge']}}],
		['--instance-types u9-unknown.7xlarge', {query: {...emptyQuery, instanceTypes: ['u9-unknown.7xlarge']}}],
		[
			'--gpu-only --available-only --active-only --all',
			{query: {...emptyQuery, gpuOnly: true, availableOnly: true, activeOnly: true, includeEnded: true}},
		],
		['--min-capacity 10', {query: {...emptyQuery, minCapacity: 10}}],
		['--min-capacity 0', {}],
		['--regions us-east-1,,us-west-2 --regions us-east-1', {regions: ['us-east-1', 'us-west-2']}],
		['--regions us-gov-west-1,eusc-de-east-1', {regions: ['us-gov-west-1', 'eusc-de-east-1']}],
		['-o json', {output: 'json'}],
		['-ojson', {output: 'json'}],
		['-o=yaml', {output: 'yaml'}],
		['--output csv', {output: 'csv'}],
		['--output csv --output table', {output: 'table'}],
		['--wide --wide', {isWide: true}],
		['--wide=true', {isWide: true}],
		['--wide=false', {}],
		['--wide --wide=false', {}],
		['--sort type', {sort: {key: 'type', descending: false}}],
		['--sort free', {sort: {key: 'free', descending: true}}],
		['--sort free:asc', {sort: {key: 'free', descending: false}}],
		['--columns id,az --columns instance_type,id', {columns: ['id', 'az', 'type']}],
		['--interval 5s', {intervalMs: 5000, isIntervalExplicit: true}],
		['--interval 5m', {intervalMs: 300_000, isIntervalExplicit: true}],
		['--interval 4h', {intervalMs: 14_400_000, isIntervalExplicit: true}],
		['--interval 45', {intervalMs: 45_000, isIntervalExplicit: true}],
		['--timeout 90', {timeoutMs: 90_000}],
		['--profile prod', {profile: 'prod'}],
		['--strict', {isStrict: true}],
		['--endpoint-url http://127.0.0.1:8080', {endpointUrl: 'http://127.0.0.1:8080'}],
		['--ascii --no-color', {isAscii: true, isColor: false}],
		['--no-cache --fresh --no-hints', {usesCache: false, isFresh: true, hasHints: false}],
		['--demo', {demo: 'cluster'}],
		['--demo guide', {demo: 'guide'}],
		['--demo=scale-100', {demo: 'scale-100'}],
		['--demo capacity', {demo: 'cluster'}],
		['--demo guide capacity --blocks', {demo: 'guide', kinds: ['block'], watchedKinds: ['block'], firstPane: 'block'}],
		['capacity --demo --wide', {demo: 'cluster', isWide: true}],
		['--demo -- capacity', {demo: 'cluster'}],
		['--demo bring-up --speed 20', {demo: 'bring-up', speed: 20}],
		['--demo --speed=0.5', {demo: 'cluster', speed: 0.5}],
		['--debug-log requests.log', {debugLog: 'requests.log'}],
		['--follow cr-0c7f1a5d3e9b46820,CB-0b1e6f2a7c94d3058', {follow: ['cr-0c7f1a5d3e9b46820', 'cb-0b1e6f2a7c94d3058']}],
		['--bell --notify', {isBell: true, isNotify: true}],
		['--watch', {isWatch: true}],
		['watch', {isWatch: true}],
		['--demo watch', {demo: 'cluster', isWatch: true}],
		['capacity --watch -o ndjson', {isWatch: true, output: 'ndjson'}],
		['watch -o ndjson --blocks', {isWatch: true, output: 'ndjson', kinds: ['block'], watchedKinds: ['block'], firstPane: 'block'}],
	];
	test.each(cases)('%s', (line, changed) => {
		expect(parse(line)).toEqual({kind: 'capacity', options: {...defaults, ...changed}});
	});

	test('trims the blanks around the values of a list', () => {
		expect(parseOptions(['--regions', ' us-east-1 , us-west-2 '], packageInfo, scenarios)).toEqual({
			kind: 'capacity',
			options: {...defaults, regions: ['us-east-1', 'us-west-2']},
		});
	});
});

describe('every line of the guide is understood', () => {
	const lines = [
		'capacity --blocks',
		'capacity --blocks --instance-types p5.48xlarge',
		'capacity',
		'capacity --odcr --gpu-only --available-only',
		'capacity --blocks --instance-types p5.48xlarge,p4d.24xlarge',
		'capacity --blocks --active-only',
		'capacity --blocks --instance-types p5.48xlarge --regions us-east-1,us-west-2',
		'capacity --odcr --instance-types inf2.xlarge,g6.xlarge',
		'capacity --odcr --gpu-only --min-capacity 10',
		'capacity --odcr --instance-types inf2.xlarge --min-capacity 20',
		'capacity --odcr --instance-types g6.xlarge --available-only',
		'capacity --blocks --output json',
		'capacity --odcr --output json',
		'capacity --odcr --instance-types p5.48xlarge',
		'capacity --blocks --instance-types inf2.xlarge',
		'capacity --blocks --gpu-only',
	];
	test.each(lines)('truffle %s', (line) => {
		expect(parse(line).kind).toBe('capacity');
		expect(parse(`${line} --demo`)).toMatchObject({kind: 'capacity', options: {demo: 'cluster'}});
	});
});

test('the demo server has a port and a scenario', () => {
	expect(parse('demo-server')).toEqual({kind: 'demo-server', options: {port: 0, scenario: 'cluster', speed: 1}});
	expect(parse('demo-server --port 8080 --scenario scale-10 --speed 60')).toEqual({
		kind: 'demo-server',
		options: {port: 8080, scenario: 'scale-10', speed: 60},
	});
	expect(parse('--port=0 demo-server')).toEqual({kind: 'demo-server', options: {port: 0, scenario: 'cluster', speed: 1}});
});

test('the doctor asks where the others do, with less patience', () => {
	const {options} = parse('doctor --demo guide --regions us-east-1 -o json') as {readonly options: object};
	expect(parse('doctor').kind).toBe('doctor');
	expect(options).toMatchObject({demo: 'guide', regions: ['us-east-1'], output: 'json', timeoutMs: 10_000, debugLog: null});
	expect(parse('doctor --no-cache').kind).toBe('doctor');
	expect(parse('--demo doctor --timeout 30s')).toMatchObject({kind: 'doctor', options: {demo: 'cluster', output: null, timeoutMs: 30_000}});
});

test('a snippet is of one reservation and of one kind', () => {
	expect(parse('snippet --demo --id CR-0A1B2C3D4E5F60718 --for karpenter --regions us-east-1')).toMatchObject({
		kind: 'snippet',
		options: {id: 'cr-0a1b2c3d4e5f60718', kind: 'karpenter', demo: 'cluster', regions: ['us-east-1'], timeoutMs: 30_000},
	});
});

test('the policy is of some regions, or with a guard', () => {
	expect(parse('iam-policy')).toEqual({kind: 'iam-policy', options: {regions: null, deniesWrites: false}});
	expect(parse('iam-policy --regions us-east-1 --deny-writes')).toEqual({
		kind: 'iam-policy',
		options: {regions: ['us-east-1'], deniesWrites: true},
	});
});

test('help and version are answered whatever else is on the line', () => {
	const help = parse('--help');
	expect(help).toMatchObject({kind: 'help'});
	for (const line of [
		'help',
		'help capacity',
		'capacity --help',
		'-h',
		'--regoins x --help',
		'capacity -o nonsense -h',
		'--profile --help',
	]) {
		expect(parse(line)).toEqual(help);
	}

	const serverHelp = parse('demo-server --help');
	expect(serverHelp).not.toEqual(help);
	expect(parse('help demo-server')).toEqual(serverHelp);
	for (const command of ['watch', 'wait']) {
		expect(parse(`${command} --help`)).toEqual({kind: 'help', topic: command});
		expect(parse(`help ${command}`)).toEqual(parse(`${command} -h`));
	}

	for (const line of ['-v', '--version', 'capacity --version', 'demo-server -v', '--bad -v']) {
		expect(parse(line)).toEqual({kind: 'version', text: '1.2.3\n'});
	}
});

describe('what cannot be run is refused in one line', () => {
	const cases: ReadonlyArray<readonly [readonly string[], string]> = [
		[['--regoins', 'us-east-1'], 'Unknown flag "--regoins". Did you mean --regions?'],
		[['--instance', 'p5.48xlarge'], 'Unknown flag "--instance". Did you mean --instance-types?'],
		[['--foo'], 'Unknown flag "--foo". truffle --help lists them.'],
		[['wait', '--foo'], 'Unknown flag "--foo". Did you mean --for?'],
		[['check', '--nonsense'], 'Unknown flag "--nonsense". truffle help check lists them.'],
		[['--nonsense', 'watch'], 'Unknown flag "--nonsense". truffle help watch lists them.'],
		[['capacity', '--nonsense'], 'Unknown flag "--nonsense". truffle --help lists them.'],
		[['help', '--nonsense'], 'Unknown flag "--nonsense". truffle --help lists them.'],
		[['--gpu'], 'Unknown flag "--gpu". Did you mean --gpu-only?'],
		[['-wide'], 'Unknown flag "-wide". Did you mean --wide?'],
		[['-x'], 'Unknown flag "-x". truffle --help lists them.'],
		[['-hv'], 'Unknown flag "-hv". truffle --help lists them.'],
		[['--xyzzy=1'], 'Unknown flag "--xyzzy". truffle --help lists them.'],
		[['--cache'], 'Unknown flag "--cache". truffle --help lists them.'],
		[['--color'], 'Unknown flag "--color". truffle --help lists them.'],
		[['--__proto__=1'], 'Unknown flag "--__proto__". truffle --help lists them.'],
		[['capcity'], 'Unknown command "capcity". Did you mean capacity?'],
		[['p5.48xlarge'], 'Unknown command "p5.48xlarge". truffle --help lists them.'],
		[['help', 'demo-sever'], 'Unknown command "demo-sever". Did you mean demo-server?'],
		[['help', 'capacity', 'x'], 'Unexpected argument "x".'],
		[['capacity', 'blocks'], 'Unexpected argument "blocks". Lists are written with commas and no spaces: --regions us-east-1,us-west-2.'],
		[['demo-server', '8080'], 'Unexpected argument "8080".'],
		[['-o', 'jsn'], '--output: unknown format "jsn". Did you mean json?'],
		[['-o', 'jsno'], '--output: unknown format "jsno". Did you mean json?'],
		[['-o', 'xml'], '--output: unknown format "xml". It is one of table, json, csv, yaml, terraform, ndjson.'],
		[['-o'], '-o needs a value.'],
		[['--output='], '--output needs a value.'],
		[['--output', '--wide'], '--output needs a value.'],
		[['--profile', ''], '--profile needs a value.'],
		[['--profile', '  '], '--profile needs a value.'],
		[['--regions', ','], '--regions needs a value.'],
		[['--demo='], '--demo needs a value.'],
		[['--wide=maybe'], '--wide takes no value, but has "maybe".'],
		[['--min-capacity', 'x'], '--min-capacity: "x" is not a whole number from 0 to 1000000.'],
		[['--min-capacity', '-5'], '--min-capacity: "-5" is not a whole number from 0 to 1000000.'],
		[['--min-capacity', '1e9'], '--min-capacity: "1e9" is not a whole number from 0 to 1000000.'],
		[['--min-capacity', '1000000000'], '--min-capacity: "1000000000" is not a whole number from 0 to 1000000.'],
		[['--min-capacity', '2.5'], '--min-capacity: "2.5" is not a whole number from 0 to 1000000.'],
		[['--min-capacity', 'NaN'], '--min-capacity: "NaN" is not a whole number from 0 to 1000000.'],
		[['--interval', '4s'], '--interval: "4s" is out of bounds. It may be 5s to 24h.'],
		[['--interval', '25h'], '--interval: "25h" is out of bounds. It may be 5s to 24h.'],
		[['--interval', 'soon'], '--interval: "soon" is not a duration. Write it like 30s, 5m or 4h; a bare number is seconds.'],
		[['--interval', '1h30m'], '--interval: "1h30m" is not a duration. Write it like 30s, 5m or 4h; a bare number is seconds.'],
		[['--interval', '-30'], '--interval: "-30" is not a duration. Write it like 30s, 5m or 4h; a bare number is seconds.'],
		[['--timeout', '0'], '--timeout: "0" is out of bounds. It may be 1s to 10m.'],
		[['--timeout', '11m'], '--timeout: "11m" is out of bounds. It may be 1s to 10m.'],
		[['--regions', 'us-est1'], '--regions: "us-est1" is not a region. Did you mean us-east-1?'],
		[['--regions', 'us_east_1'], '--regions: "us_east_1" is not a region. Did you mean us-east-1?'],
		[['--regions', 'US-EAST-1'], '--regions: "US-EAST-1" is not a region. Did you mean us-east-1?'],
		[['--regions', 'eu-west-1,us-east-1a'], '--regions: "us-east-1a" is not a region. Did you mean us-east-1?'],
		[['--regions', 'us-east-1-atl-2a'], '--regions: "us-east-1-atl-2a" is not a region. Did you mean us-east-1?'],
		[['--regions', 'us-gov-west'], '--regions: "us-gov-west" is not a region. Did you mean us-gov-west-1?'],
		[['--regions', 'everywhere'], '--regions: "everywhere" is not a region. Regions look like us-east-1.'],
		[['--instance-types', 'p5'], '--instance-types: "p5" is not an instance type. For the whole family write p5.* in quotes.'],
		[['--instance-types', 'p5.'], '--instance-types: "p5." is not an instance type. Write it like p5.48xlarge or p5*.'],
		[['--instance-types', 'p5;rm'], '--instance-types: "p5;rm" is not an instance type. Write it like p5.48xlarge or p5*.'],
		[['--sort', 'freee'], '--sort: unknown key "freee". Did you mean free?'],
		[
			['--sort', 'zzzzzz'],
			'--sort: unknown key "zzzzzz". It is one of free, type, region, az, accelerators, total, used, use, size, fill, state, match, start, usable-until, end, length, countdown, name, id.',
		],
		[['--sort', 'free:up'], '--sort: "free:up" has no direction. Write free:asc or free:desc.'],
		[['--columns', 'id,nmae'], '--columns: unknown column "nmae". Did you mean name?'],
		[['--columns', 'qqqqqqqq'], '--columns: unknown column "qqqqqqqq". truffle --help lists the usual ones.'],
		[['--columns', 'id', '-o', 'json'], '--columns is for table and csv: json always has every field.'],
		[['--columns', 'id', '-o', 'terraform'], '--columns is for table and csv: terraform always has every field.'],
		[['--endpoint-url', 'localhost:8080'], '--endpoint-url: "localhost:8080" is not a URL. Write it like http://127.0.0.1:8080.'],
		[['--endpoint-url', 'ftp://x'], '--endpoint-url: "ftp://x" is not a URL. Write it like http://127.0.0.1:8080.'],
		[['--endpoint-url', 'http://'], '--endpoint-url: "http://" is not a URL. Write it like http://127.0.0.1:8080.'],
		[['--demo', 'gide'], '--demo: unknown scenario "gide". Did you mean guide?'],
		[['--demo', 'capcity'], '--demo: unknown scenario "capcity". Did you mean capacity?'],
		[
			['--demo=production'],
			'--demo: unknown scenario "production". It is one of cluster, guide, bring-up, empty, hostile, faults, scale-N.',
		],
		[['--demo', '--profile', 'prod'], '--demo uses no AWS profile. Leave out --demo or --profile.'],
		[['--demo', '--endpoint-url', 'http://x'], '--demo has an endpoint of its own. Leave out --demo or --endpoint-url.'],
		[['demo-server', '--wide'], '--wide is a flag of truffle capacity, not of truffle demo-server.'],
		[['--port', '80'], '--port is a flag of truffle demo-server, not of truffle capacity.'],
		[['demo-server', '--port', '65536'], '--port: "65536" is not a whole number from 0 to 65535.'],
		[
			['demo-server', '--scenario', 'x'],
			'--scenario: unknown scenario "x". It is one of cluster, guide, bring-up, empty, hostile, faults, scale-N.',
		],
		[['-o', 'ndjson'], '--output: ndjson is a stream of events. Use it with truffle watch, or add --watch.'],
		[['-o', 'ndjsn'], '--output: unknown format "ndjsn". Did you mean ndjson?'],
		[['--watch', '-o', 'json'], '--output: json is a report, made once. What is watched comes as ndjson.'],
		[['--watch', '--columns', 'id'], '--columns is for table and csv.'],
		[['watch', '--wide'], '--wide is a flag of truffle capacity, not of truffle watch.'],
		[['wacth'], 'Unknown command "wacth". Did you mean watch?'],
		[['--folow', 'cr-1'], 'Unknown flag "--folow". Did you mean --follow?'],
		[
			['--follow', 'p5.48xlarge'],
			'--follow: "p5.48xlarge" is not the id of a reservation or of a block. Write it like cr-0123456789abcdef0 or cb-0123456789abcdef0.',
		],
		[['--speed', '20'], '--speed is for the clock of a demo. Add --demo, or leave out --speed.'],
		[['--demo', '--speed', '0'], '--speed: "0" is not a number above 0, up to 1000.'],
		[['--demo', '--speed', '1001'], '--speed: "1001" is not a number above 0, up to 1000.'],
		[['--demo', '--speed', 'fast'], '--speed: "fast" is not a number above 0, up to 1000.'],
		[['demo-server', '--speed', '-1'], '--speed: "-1" is not a number above 0, up to 1000.'],
		[['--id', 'cr-0123456789abcdef0'], '--id is a flag of truffle wait and snippet, not of truffle capacity.'],
		[['snippet', '--for', 'eks'], 'A snippet is for one reservation. Name it by --id cr-...; truffle capacity --wide lists the ids.'],
		[['snippet', '--id', 'cr-00000000,cr-00000001', '--for', 'eks'], '--id: a snippet is for one reservation. Name one id.'],
		[
			['snippet', '--id', 'cr-00000000'],
			'A snippet is for one way to launch. Name it by --for; it is one of run-instances, launch-template, eks, karpenter, parallelcluster, skypilot, terraform, terraform-import, sagemaker.',
		],
		[['snippet', '--id', 'cr-00000000', '--for', 'karpeter'], '--for: unknown use "karpeter". Did you mean karpenter?'],
		[['snippet', '--wide'], '--wide is a flag of truffle capacity, not of truffle snippet.'],
		[['\u001b[31mred\n\u202e'], 'Unknown command "?[31mred??". truffle --help lists them.'],
		[['x'.repeat(70)], `Unknown command "${'x'.repeat(60)}...". truffle --help lists them.`],
	];
	test.each(cases)('%j', (argv, message) => {
		expect(() => parseOptions(argv, packageInfo, scenarios)).toThrow(new UsageError(message));
	});
});

function parse(line: string) {
	return parseOptions(
		line.split(' ').filter((word) => word !== ''),
		packageInfo,
		scenarios,
	);
}
