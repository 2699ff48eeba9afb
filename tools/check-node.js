import process from 'node:process';

const least = 22;

// npm puts the `node` package, a development dependency, in front of the system's Node. When its install script was skipped, an older Node runs here.
if (Number.parseInt(process.versions.node, 10) < least) {
	process.stderr.write(
		[
			`The tests need Node ${least} or newer, but this is ${process.version}.`,
			'The development dependency "node" brings one along; its install script seems not to have run.',
			'Run: npm ci --ignore-scripts=false',
			'',
		].join('\n'),
	);
	process.exitCode = 1;
}
