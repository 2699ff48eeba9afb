import {bad, ok, type Section} from './check.js';

/** As `engines` in package.json. */
const least = [20, 19] as const;

/** `node`: its version, without the v. */
export function programSection({
	version,
	node,
	platform,
}: {
	readonly version: string;
	readonly node: string;
	readonly platform: string;
}): Section {
	const [major = 0, minor = 0] = node.split('.').map(Number);
	const isOldEnough = major > least[0] || (major === least[0] && minor >= least[1]);
	const text = `${node} on ${platform}`;
	return {
		title: 'Program',
		checks: [
			ok('truffle', version),
			isOldEnough ? ok('Node', text) : bad('Node', text, `Install Node ${least.join('.')} or newer; Node 24 starts fastest.`),
		],
	};
}
