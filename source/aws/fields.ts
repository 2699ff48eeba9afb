import {safeText} from '../core/words/safe-text.js';
import {shareText} from './share.js';

/** Field names come from the SDK; what is in the fields is taken for nothing before it was looked at. */
export type Fields<Shape> = {readonly [Name in keyof Shape]?: unknown};

/** An object of which nothing is known. */
export type Given = Readonly<Record<string, unknown>>;

/** The years that ISO 8601 writes with four digits, from the beginning of Unix time (milliseconds); nothing of EC2 can be outside of them. */
const earliest = 0;
const latest = Date.UTC(10_000, 0, 1) - 1;

export function isGiven(value: unknown): value is Given {
	return typeof value === 'object' && value !== null;
}

export function listOf(value: unknown): readonly Given[] {
	return Array.isArray(value) ? value.filter(isGiven) : [];
}

/** AWS sends an empty element where it has nothing to say. */
export function textOf(value: unknown): string | null {
	return typeof value === 'string' ? safeText(value) || null : null;
}

/** A text that many reservations have in common. */
export function wordOf(value: unknown): string | null {
	const text = textOf(value);
	return text === null ? null : shareText(text);
}

export function countOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

export function flagOf(value: unknown): boolean | null {
	return typeof value === 'boolean' ? value : null;
}

export function dateOf(value: unknown): Date | null {
	return value instanceof Date && value.getTime() >= earliest && value.getTime() <= latest ? value : null;
}
