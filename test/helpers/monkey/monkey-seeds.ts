import process from 'node:process';

/** The same seeds every time, so that no commit goes red by chance; MONKEY_SEED=7 runs that one alone, to replay a failure, and MONKEY_SEED=7-99 many, to look for others. */
export function monkeySeeds(count: number): readonly number[] {
	const [first = 1, last = first] = (process.env['MONKEY_SEED'] ?? `1-${count}`).split('-').map(Number);
	return Array.from({length: last - first + 1}, (_, index) => first + index);
}

/** `usual` steps, unless MONKEY_STEPS=N says how many. */
export function monkeySteps(usual: number): number {
	return Number(process.env['MONKEY_STEPS'] ?? usual);
}

/** What a failure has to tell: how to see it again, what is wrong, and how it came to it. */
export function monkeyReport(seed: number, faults: readonly string[], story: readonly string[], screen: string): string {
	return [
		`The monkey found something at step ${story.length}. MONKEY_SEED=${seed} replays it.`,
		...faults.slice(0, 10),
		'',
		'It came to it by',
		...story.slice(-15),
		'',
		screen,
	].join('\n');
}
