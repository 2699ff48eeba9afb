import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {vi} from 'vitest';

export type AwsHome = {
	readonly path: string;
	/** Of the process, since the SDK reads nothing else. */
	readonly env: NodeJS.ProcessEnv;
	write(name: string, text: string): Promise<string>;
	[Symbol.asyncDispose](): Promise<void>;
};

/** A home directory of its own, and no AWS or proxy settings but those given. */
export async function createAwsHome(env: Readonly<Record<string, string>> = {}): Promise<AwsHome> {
	const path = await mkdtemp(join(tmpdir(), 'truffle-'));
	for (const name of Object.keys(process.env).filter((variable) => /^AWS_|_proxy$/i.test(variable))) {
		vi.stubEnv(name, undefined);
	}

	const own = {
		HOME: path,
		AWS_CONFIG_FILE: join(path, 'config'),
		AWS_SHARED_CREDENTIALS_FILE: join(path, 'credentials'),
		AWS_EC2_METADATA_DISABLED: 'true',
		...env,
	};
	for (const [name, value] of Object.entries(own)) {
		vi.stubEnv(name, value);
	}

	return {
		path,
		env: process.env,
		async write(name, text) {
			const file = join(path, name);
			await mkdir(dirname(file), {recursive: true});
			await writeFile(file, text);
			return file;
		},
		async [Symbol.asyncDispose]() {
			vi.unstubAllEnvs();
			await rm(path, {recursive: true, force: true});
		},
	};
}
