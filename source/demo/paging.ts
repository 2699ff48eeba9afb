import {createHash} from 'node:crypto';
import {ApiError} from './api-error.js';

/** Anything with a fixed order: an array, or rows that are made when they are asked for. */
export type Rows<Row> = {readonly length: number; readonly at: (index: number) => Row | undefined};

export type Page<Resource> = {readonly resources: readonly Resource[]; readonly nextToken: string | null};

export type PageRequest<Row, Resource> = {
	readonly rows: Rows<Row>;
	/** The resource of a row, `null` when it is not part of the answer (absent now, or filtered out). */
	readonly pick: (row: Row) => Resource | null;
	readonly limit: number;
	readonly token: string | null;
	/** Action and region; a token is good for these only. */
	readonly scope: string;
};

/**
One page, and the token of the next one, `null` at the end.

A token is a position in the order of the rows, so it stays good while the world moves: a row that appears or disappears
between two pages shifts no other.
*/
export function readPage<Row, Resource>({rows, pick, limit, token, scope}: PageRequest<Row, Resource>): Page<Resource> {
	const resources: Resource[] = [];
	for (let index = token === null ? 0 : readToken(token, scope); index < rows.length; index++) {
		const row = rows.at(index);
		const resource = row === undefined ? null : pick(row);
		if (resource === null) {
			continue;
		}

		if (resources.length === limit) {
			return {resources, nextToken: writeToken(index, scope)};
		}

		resources.push(resource);
	}

	return {resources, nextToken: null};
}

function writeToken(position: number, scope: string): string {
	return Buffer.from(`${position}.${sign(position, scope)}`).toString('base64url');
}

function readToken(token: string, scope: string): number {
	const [position = '', signature] = Buffer.from(token, 'base64url').toString('latin1').split('.');
	if (/^\d{1,9}$/.test(position) && signature === sign(Number(position), scope)) {
		return Number(position);
	}

	throw new ApiError(400, 'InvalidNextToken', 'The token is invalid or has expired.');
}

function sign(position: number, scope: string): string {
	return createHash('sha256').update(`${scope}/${position}`).digest('base64url').slice(0, 16);
}
