import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {noCredentials, open, runCli} from './open.js';

/** What is typed before Tab, and what then stands there or is offered. */
const cases: ReadonlyArray<readonly [string, readonly string[]]> = [
	['truffle wa', ['wait', 'watch']],
	['truffle wait --for ', ['active', 'available', 'ended']],
	['truffle snippet --for karp', ['karpenter']],
	['truffle wait --si', ['--single']],
	['truffle --profile wait --wid', ['--wide']],
	['truffle --demo gu', ['guide']],
	['truffle --demo market wait --sing', ['--single']],
	['truffle capacity -o ter', ['terraform']],
	['truffle --regions us-east-1,us-west-', ['us-east-1,us-west-1', 'us-east-1,us-west-2']],
	['truffle completion ', ['bash', 'fish', 'zsh']],
	['truffle help iam', ['iam-policy']],
	['truffle-capacity doc', ['doctor']],
	['truffle wait ab', []],
];

describe.skipIf(!isThere('bash'))('bash', () => {
	test.each([...cases, ['truffle capacity --output=ym', []] as const, ['truffle capacity --output=ya', ['yaml']] as const])(
		'completes %j',
		async (line, expected) => {
			expect(bashCandidates(await script('bash'), line)).toEqual(expected);
		},
	);

	test('completes files where a file is wanted', async () => {
		expect(bashCandidates(await script('bash'), 'truffle --debug-log package.js')).toEqual(['package.json']);
	});

	test('completes AWS profiles, and nothing else of the files that name them', async () => {
		const path = await script('bash');
		expect(bashCandidates(path, 'truffle --profile ', profiles())).toEqual(['default', 'ml', 'prod']);
		expect(bashCandidates(path, 'truffle --profile=p', profiles())).toEqual(['prod']);
		expect(bashCandidates(path, 'truffle --profile ', noCredentials())).toEqual([]);
	});

	test('completes as somebody types', async () => {
		const shell = open('bash', ['--norc', '--noprofile', '-i'], {env: {PS1: 'shell> '}, columns: 80});
		await shell.waitFor('shell>');
		shell.press(`source ${await script('bash')}\r`);
		shell.press('truffle snip\t--fo\tkarp\t');
		await shell.waitFor('truffle snippet --for karpenter');
	});
});

describe.skipIf(!isThere('fish'))('fish', () => {
	test.each([...cases, ['truffle capacity --output=ya', ['--output=yaml']] as const])('completes %j', async (line, expected) => {
		const command = `source ${await script('fish')}; complete -C '${line}'`;
		const lines = execFileSync('fish', ['--no-config', '-c', command], {encoding: 'utf8', env: {...process.env, ...noCredentials()}});
		expect(lines.split('\n').flatMap((text) => (text === '' ? [] : [text.split('\t')[0] ?? '']))).toEqual(expected);
	});

	test('completes AWS profiles', async () => {
		const command = `source ${await script('fish')}; complete -C 'truffle --profile '`;
		const lines = execFileSync('fish', ['--no-config', '-c', command], {encoding: 'utf8', env: {...process.env, ...profiles()}});
		expect(lines.split('\n').flatMap((text) => (text === '' ? [] : [text.split('\t')[0] ?? '']))).toEqual(['default', 'ml', 'prod']);
	});

	test.each([
		['truffle snippet --for k', ['karpenter\tEC2NodeClass and NodePool']],
		['truffle snippet --for sk', ["skypilot\tSkyPilot's ~/.sky/config.yaml"]],
		[
			'truffle check --placement ',
			['any\twherever they are', 'cluster\tclose together, in one block, one cluster placement group or one zone'],
		],
		['truffle check --place', ['--placement\tcluster | any']],
		['truffle snippet --fo', ['--for\twhat it is for']],
		['truffle check --output j', ['json\t']],
		['truffle --regions us-east-1,eu-sou', ['us-east-1,eu-south-1\t', 'us-east-1,eu-south-2\t']],
	])('says of %j what each does, and nothing where it is the word itself', async (line, expected) => {
		const command = `source ${await script('fish')}; complete -C '${line}'`;
		const lines = execFileSync('fish', ['--no-config', '-c', command], {encoding: 'utf8', env: {...process.env, ...noCredentials()}});
		expect(
			lines
				.trimEnd()
				.split('\n')
				.map((text) => (text.includes('\t') ? text : `${text}\t`))
				.toSorted(),
		).toEqual(expected);
	});

	test('says what each does', async () => {
		const command = `source ${await script('fish')}; complete -C 'truffle wait --sing'`;
		const lines = execFileSync('fish', ['--no-config', '-c', command], {encoding: 'utf8', env: {...process.env, ...noCredentials()}});
		expect(lines).toBe('--single\tall of them in one reservation\n');
	});
});

describe.skipIf(!isThere('zsh'))('zsh', () => {
	test('completes as somebody types, and lists what can follow', async () => {
		const shell = open('zsh', ['-f', '-i'], {columns: 100, env: {PROMPT: 'shell> ', ...profiles()}});
		await shell.waitFor('shell>');
		shell.press(`PROMPT='ready> '; autoload -U compinit; compinit -u -D; source ${await script('zsh')}\r`);
		await shell.waitFor('ready>');
		for (const [typed, there] of [
			['truffle snip\t', /truffle snippet *$/m],
			['--fo\tkarp\t', /truffle snippet --for[= ]karpenter *$/m],
			['\u0015truffle --regions us-east-1,eu-sou\t', 'us-east-1,eu-south-'],
			['\u0015truffle --profile wait --wid\t', /truffle --profile wait --wide *$/m],
			['\u0015truffle capacity --output=ya\t', /--output=yaml *$/m],
			['\u0015truffle help iam\t', 'truffle help iam-policy'],
			['\u0015truffle --profile pr\t', /truffle --profile prod *$/m],
			['\u0015truffle-capacity doc\t', /truffle-capacity doctor *$/m],
		] as const) {
			shell.press(typed);
			await shell.waitFor(there);
		}

		shell.press('\u0015truffle wait --for \t\t');
		await shell.waitFor(/active +available +ended/);
	});

	test('says what each command does', async () => {
		const shell = open('zsh', ['-f', '-i'], {columns: 100, env: {PROMPT: 'shell> '}});
		await shell.waitFor('shell>');
		shell.press(`PROMPT='ready> '; autoload -U compinit; compinit -u -D; source ${await script('zsh')}\r`);
		await shell.waitFor('ready>');
		shell.press('truffle wa\t\t');
		await shell.waitFor(/wait +-- until capacity is free, active or ended/);
	});
});

test('a shell that is not known is refused', async () => {
	expect(await runCli(['completion', 'tcsh'])).toMatchObject({
		exitCode: 2,
		stdout: '',
		stderr: 'completion: unknown shell "tcsh". It is one of bash, zsh, fish.\n',
	});
	expect(await runCli(['completion'])).toMatchObject({exitCode: 2, stdout: '', stderr: 'For which shell? Name one of bash, zsh, fish.\n'});
});

/** The script of the built program, as a file. */
async function script(shell: string): Promise<string> {
	const {exitCode, stdout, stderr} = await runCli(['completion', shell]);
	expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	const folder = mkdtempSync(join(tmpdir(), 'truffle-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	writeFileSync(join(folder, `truffle.${shell}`), stdout);
	return join(folder, `truffle.${shell}`);
}

/** A home with profiles in both files, until the test ends. */
function profiles(): Record<string, string> {
	const env = noCredentials();
	const folder = join(env['HOME'] ?? '', '.aws');
	mkdirSync(folder);
	writeFileSync(
		join(folder, 'config'),
		'[default]\nregion = us-east-1\n[profile ml]\n[sso-session corp]\n[services local]\n[profile prod] # ours\n',
	);
	writeFileSync(join(folder, 'credentials'), '[default]\naws_access_key_id = [x]\n[ml]\n');
	return env;
}

/** As bash's line editor asks the function: a word ends at a blank and at `=`. */
function bashCandidates(path: string, line: string, env: Readonly<Record<string, string>> = {}): readonly string[] {
	const words = line.split(/ +|(=)/).filter((word) => word !== undefined);
	const quoted = words.map((word) => `'${word}'`).join(' ');
	const text = `source ${path}; COMP_WORDS=(${quoted}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); ${'_truffle'}; printf '%s\\n' "\${COMPREPLY[@]}"`;
	const lines = execFileSync('bash', ['--norc', '--noprofile', '-c', text], {encoding: 'utf8', env: {...process.env, ...env}}).split('\n');
	return lines.filter((candidate) => candidate !== '').toSorted();
}

/** Where a shell is not installed, its tests are skipped: nothing else can tell whether it understands the script. */
function isThere(shell: string): boolean {
	try {
		execFileSync(shell, ['-c', 'exit'], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
}
