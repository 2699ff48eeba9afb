import {join} from 'node:path';
import type {CachedSnapshot} from '../core/regions/cached-snapshot.js';
import {DamagedError} from './fields.js';
import {pruneFolder} from './prune-folder.js';
import {readSnapshotLines} from './read-snapshot-lines.js';
import {damaged, readUserFile, type Unread} from './read-user-file.js';
import type {UserFolder} from './user-folder.js';
import {type WriteResult, writeAtomically, writeFailure} from './write-atomically.js';
import {writeSnapshotLines} from './write-snapshot-lines.js';

/** `damaged`: to be said, and replaced by the next write. */
export type SnapshotReading = Unread | {readonly kind: 'ok'; readonly snapshot: CachedSnapshot};

/** A longer snapshot (some 17,000 reservations) is not kept: it would take the time that it is to save. */
const longestBytes = 20 * 1024 * 1024;

const kept = {files: 20, bytes: 5 * longestBytes};

/** The last snapshot in the cache directory. Never rejects. */
export async function readSnapshot(folder: UserFolder, key: string): Promise<SnapshotReading> {
	const name = fileName(key);
	const file = await readUserFile(folder, name, longestBytes);
	if (file.kind !== 'ok') {
		return file;
	}

	try {
		return {kind: 'ok', snapshot: await readSnapshotLines(file.bytes)};
	} catch (error) {
		return damaged(join(folder.path, name), error instanceof DamagedError ? error.message : String(error));
	}
}

/** Keeps a snapshot in the cache directory, in the place of the one before; one that is too long is not written. Never rejects. */
export async function writeSnapshot(folder: UserFolder, key: string, snapshot: CachedSnapshot): Promise<WriteResult> {
	const name = fileName(key);
	const pieces = await writeSnapshotLines(snapshot, longestBytes);
	// The old one stays: its age is shown with it.
	if (pieces === null) {
		return writeFailure(join(folder.path, name), `its reservations would take more than ${longestBytes} bytes`);
	}

	const result = await writeAtomically(folder, name, pieces);
	if (result.kind === 'written') {
		await pruneFolder(folder, name, {isOurs: isSnapshotName, limits: kept});
	}

	return result;
}

function fileName(key: string): string {
	return `snapshot-${key}.jsonl`;
}

function isSnapshotName(name: string): boolean {
	return /^snapshot-[0-9a-f]{32}\.jsonl$/.test(name);
}
