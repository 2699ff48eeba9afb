import {createServer, request as sendRequest} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {describe, expect, test} from 'vitest';
import type {Ec2SourceOptions} from '../../source/aws/ec2-source.js';
import {type AwsHome, createAwsHome} from './aws-home.js';
import {readAll, reservationsXml, sourceAt, startLocalEc2} from './local-ec2.js';
import {createSelfSigned} from './self-signed.js';

const {signal} = new AbortController();
const keys = {AWS_ACCESS_KEY_ID: 'AKENV', AWS_SECRET_ACCESS_KEY: 'secret'};

describe('proxies', () => {
	test('a request by http goes through HTTP_PROXY', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']));
		await using proxy = await startProxy();
		await using home = await createAwsHome({...keys, HTTP_PROXY: `http://me:pass@127.0.0.1:${proxy.port}`});
		expect(await read(home, ec2.url)).toEqual([['cr-1']]);
		expect(proxy.seen).toEqual([`POST http://127.0.0.1:${ec2.port}/ Basic ${Buffer.from('me:pass').toString('base64')}`]);
	});

	test('a request by https goes through a tunnel of HTTPS_PROXY, in which the CA bundle holds', async () => {
		const certificate = createSelfSigned();
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']), certificate);
		await using proxy = await startProxy();
		await using home = await createAwsHome({...keys, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`});
		home.env['AWS_CA_BUNDLE'] = await home.write('ca.pem', certificate.cert);
		expect(await read(home, `https://localhost:${ec2.port}`)).toEqual([['cr-1']]);
		expect(proxy.seen).toEqual([`CONNECT localhost:${ec2.port} `]);
	});

	test('a proxy without a scheme is an http one', async () => {
		const certificate = createSelfSigned();
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']), certificate);
		await using proxy = await startProxy();
		await using home = await createAwsHome({...keys, https_proxy: `127.0.0.1:${proxy.port}`});
		home.env['AWS_CA_BUNDLE'] = await home.write('ca.pem', certificate.cert);
		expect(await read(home, `https://localhost:${ec2.port}`)).toEqual([['cr-1']]);
		expect(proxy.seen).toHaveLength(1);
	});

	test('NO_PROXY goes past it', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']));
		await using home = await createAwsHome({...keys, HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'localhost,127.0.0.1'});
		expect(await read(home, ec2.url)).toEqual([['cr-1']]);
	});

	test('a SOCKS proxy in ALL_PROXY is for others', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']));
		await using home = await createAwsHome({...keys, ALL_PROXY: 'socks5://127.0.0.1:1'});
		expect(await read(home, ec2.url)).toEqual([['cr-1']]);
	});

	test('the demo asks no proxy', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']));
		await using home = await createAwsHome({...keys, HTTP_PROXY: 'http://127.0.0.1:1'});
		expect(await read(home, ec2.url, {useProxy: false})).toEqual([['cr-1']]);
	});

	test('a proxy that wants a password says so', async () => {
		await using proxy = await startProxy(407);
		await using home = await createAwsHome({...keys, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`});
		await expect(read(home, 'https://ec2.example')).rejects.toMatchObject({
			failure: {status: 'failed', code: 'HTTP 407', message: 'The proxy asks for credentials: put user and password into HTTPS_PROXY.'},
		});
	});

	test('a proxy that is not there', async () => {
		await using home = await createAwsHome({...keys, HTTPS_PROXY: 'http://127.0.0.1:1'});
		await expect(read(home, 'https://ec2.example')).rejects.toMatchObject({
			failure: {code: 'ECONNREFUSED', message: 'Connection refused for 127.0.0.1:1: check the endpoint and the proxy settings.'},
		});
	});

	test.each(['socks5://me:secret@127.0.0.1:1', 'http://', 'http://me:secret@:::1'])(
		'a proxy that cannot be used is refused by name, not by value: %s',
		async (url) => {
			await using home = await createAwsHome({...keys, HTTPS_PROXY: url});
			await expect(read(home, 'https://ec2.example')).rejects.toMatchObject({
				reason: 'bad_setting',
				message: 'HTTPS_PROXY is not the URL of an http or https proxy.',
			});
		},
	);
});

/** A proxy that lets nothing through shows where a request would have gone. */
describe('AWS’s own endpoints', () => {
	const ml = '[default]\nendpoint_url = http://127.0.0.1:1\n[profile ml]\nregion = eu-west-1\n';

	test('are asked where the default profile has another, but not the chosen one', async () => {
		await using proxy = await startProxy(403);
		await using home = await createAwsHome({HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`});
		await home.write('config', ml);
		await home.write('credentials', '[ml]\naws_access_key_id = AKML\naws_secret_access_key = secret\n');
		using source = open(home, {profile: 'ml', endpointUrl: null});
		await source.connect(signal);
		await expect(readAll(source, 'cn-north-1')).rejects.toMatchObject({failure: {code: 'HTTP 403'}});
		expect(await source.accountId(signal)).toBeNull();
		expect(new Set(proxy.seen)).toEqual(
			new Set(['CONNECT ec2.cn-north-1.amazonaws.com.cn:443 ', 'CONNECT sts.eu-west-1.amazonaws.com:443 ']),
		);
	});

	test('STS is left alone when only EC2 has a custom endpoint', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml([]));
		await using proxy = await startProxy(403);
		await using home = await createAwsHome({...keys, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`});
		using source = open(home, {endpointUrl: ec2.url});
		expect(await source.accountId(signal)).toBeNull();
		expect(ec2.requests).toEqual([]);
		expect(proxy.seen).toEqual([]);
	});
});

describe('the CA bundle', () => {
	const certificate = createSelfSigned();

	test('an authority that Node does not know is not trusted', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']), certificate);
		await using home = await createAwsHome(keys);
		await expect(read(home, ec2.url)).rejects.toMatchObject({
			failure: {status: 'failed', code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: expect.stringContaining('AWS_CA_BUNDLE')},
		});
	});

	test('AWS_CA_BUNDLE makes it so', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']), certificate);
		await using home = await createAwsHome(keys);
		home.env['AWS_CA_BUNDLE'] = await home.write('ca.pem', certificate.cert);
		expect(await read(home, ec2.url)).toEqual([['cr-1']]);
	});

	test('so does ca_bundle of the profile', async () => {
		await using ec2 = await startLocalEc2(() => reservationsXml(['cr-1']), certificate);
		await using home = await createAwsHome(keys);
		await home.write('config', `[default]\nca_bundle = ${await home.write('ca.pem', certificate.cert)}\n`);
		expect(await read(home, ec2.url)).toEqual([['cr-1']]);
	});

	test('a file that is not there is refused by name', async () => {
		await using home = await createAwsHome({...keys, AWS_CA_BUNDLE: '/nonexistent/ca.pem'});
		await expect(read(home, 'https://127.0.0.1:1')).rejects.toMatchObject({
			reason: 'bad_setting',
			message: 'The CA bundle "/nonexistent/ca.pem" of AWS_CA_BUNDLE cannot be read (ENOENT).',
		});
	});

	test('so is a file of something else', async () => {
		await using home = await createAwsHome(keys);
		const file = await home.write('ca.pem', 'not a certificate');
		await home.write('config', `[default]\nca_bundle = ${file}\n`);
		await expect(read(home, 'https://127.0.0.1:1')).rejects.toMatchObject({
			reason: 'bad_setting',
			message: `The CA bundle "${file}" of ca_bundle of profile "default" holds no certificate.`,
		});
	});
});

async function read(home: AwsHome, endpointUrl: string, options: Partial<Ec2SourceOptions> = {}) {
	using source = open(home, {endpointUrl, ...options});
	await source.connect(signal);
	return await readAll(source);
}

function open(home: AwsHome, options: Partial<Ec2SourceOptions>) {
	return sourceAt('http://127.0.0.1:1', {
		homeRegion: null,
		credentials: null,
		stsAtEndpoint: false,
		useProxy: true,
		env: home.env,
		...options,
	});
}

/** A proxy that passes everything on, or refuses everything with `refusal`. */
async function startProxy(refusal: number | null = null) {
	const seen: string[] = [];
	const server = createServer((incoming, response) => {
		seen.push(`${incoming.method} ${incoming.url} ${incoming.headers['proxy-authorization'] ?? ''}`);
		const outgoing = sendRequest(incoming.url ?? '', {method: incoming.method, headers: incoming.headers}, (answer) => {
			response.writeHead(answer.statusCode ?? 500, answer.headers);
			answer.pipe(response);
		});
		incoming.pipe(outgoing);
	});
	server.on('connect', (incoming, client, head) => {
		seen.push(`${incoming.method} ${incoming.url} ${incoming.headers['proxy-authorization'] ?? ''}`);
		if (refusal !== null) {
			client.end(`HTTP/1.1 ${refusal} Refused\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n`);
			return;
		}

		const [host, port] = (incoming.url ?? '').split(':');
		const target = connect(Number(port), host, () => {
			client.write('HTTP/1.1 200 OK\r\n\r\n');
			target.write(head);
			target.pipe(client).pipe(target);
		});
		target.on('error', () => client.destroy());
		client.on('error', () => target.destroy());
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		port: (server.address() as AddressInfo).port,
		seen,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => {
				server.close(resolve);
			});
		},
	};
}
