import {join} from 'node:path';
import {type FileStatus, nodeFiles} from './file-functions.js';
import type {UserFolder} from './user-folder.js';
import {isTemporaryName} from './write-atomically.js';

type Found = {readonly path: string; readonly status: FileStatus};

const hour = 3_600_000;

/**
Removes what is of no use any more, beside `latest`, which was just written: all but the newest `limits.files` files for
which `isOurs`, as far as they take no more than `limits.bytes` together, and what killed processes left half-written.

Session credentials have a new access key id every few hours, and so a new file. Best effort: never rejects.
*/
export async function pruneFolder(
	folder: UserFolder,
	latest: string,
	{isOurs, limits}: {readonly isOurs: (name: string) => boolean; readonly limits: {readonly files: number; readonly bytes: number}},
): Promise<void> {
	const {path, files = nodeFiles} = folder;
	const latestPath = join(path, latest);
	try {
		const status = await files.lstat(latestPath);
		const names = await files.readdir(path);
		const others = await lookAt(
			folder,
			names.filter((name) => name !== latest && isOurs(name)),
		);
		const halves = await lookAt(folder, names.filter(isTemporaryName));
		const useless = [
			...beyondLimits([{path: latestPath, status}, ...others.toSorted(newestFirst)], limits),
			// Younger ones may be in the making.
			...halves.filter((half) => half.status.mtimeMs < status.mtimeMs - hour),
		];
		await Promise.allSettled(useless.map((found) => files.unlink(found.path)));
	} catch {
		// The next write tries again.
	}
}

async function lookAt({path, files = nodeFiles}: UserFolder, names: readonly string[]): Promise<readonly Found[]> {
	const looks = await Promise.allSettled(
		names.map(async (name) => ({path: join(path, name), status: await files.lstat(join(path, name))})),
	);
	return looks.flatMap((look) => (look.status === 'fulfilled' && look.value.status.isFile() ? [look.value] : []));
}

function newestFirst(a: Found, b: Found): number {
	return b.status.mtimeMs - a.status.mtimeMs;
}

function beyondLimits(found: readonly Found[], limits: {readonly files: number; readonly bytes: number}): readonly Found[] {
	let bytes = 0;
	return found.filter(({status}, index) => {
		bytes += status.size;
		return index > 0 && (index >= limits.files || bytes > limits.bytes);
	});
}
