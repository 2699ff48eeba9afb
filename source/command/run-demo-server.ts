import {startDemoEndpoint} from '../demo/demo-endpoint.js';
import type {DemoServerOptions} from './demo-server-options.js';
import {exitCodes} from './exit-codes.js';
import type {ProcessPorts} from './process-ports.js';

/** Serves a scenario until ctrl-c or a request to end; returns the exit code. */
export async function runDemoServer({port, scenario, speed}: DemoServerOptions, ports: ProcessPorts): Promise<number> {
	const {clock, abortOn, stdout, stderr} = ports;
	const endpoint = await startDemoEndpoint({port, scenario, speed, clock});
	stdout.write(`${endpoint.url}\n`);
	stderr.write(
		[
			`Serving scenario ${scenario}. Any AWS client can read it, with any credentials:`,
			`  aws ec2 describe-capacity-reservations --region us-east-1 --endpoint-url ${endpoint.url}`,
			`  AWS_ENDPOINT_URL=${endpoint.url} truffle capacity`,
			'ctrl-c ends it.',
			'',
		].join('\n'),
	);
	await new Promise<void>((resolve) => {
		abortOn('SIGINT', 'SIGTERM', 'SIGHUP').addEventListener('abort', () => resolve(), {once: true});
	});
	await endpoint.close();
	return exitCodes.ok;
}
