import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import process from 'node:process';

/** What the kernel's clock ticks are on every Linux that Node runs on. */
const tickMs = 10;

/** Milliseconds of CPU that a process has used, in its own code and in the kernel's. */
export function cpuMs(pid: number): number {
	if (process.platform !== 'linux') {
		return readClock(askPs(pid, 'time'));
	}

	// The name of the program, which may contain blanks, ends with a bracket.
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Megabytes that a process has in memory now, and the most it ever had; `null`: only Linux tells. */
export function memoryMb(pid: number): {readonly now: number; readonly peak: number | null} {
	if (process.platform !== 'linux') {
		return {now: Number(askPs(pid, 'rss')) / 1000, peak: null};
	}

	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1000;
	return {now: read('VmRSS'), peak: read('VmHWM')};
}

function askPs(pid: number, column: 'time' | 'rss'): string {
	return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {encoding: 'utf8'}).trim();
}

/** `1:02.50` on macOS. */
function readClock(text: string): number {
	return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}
