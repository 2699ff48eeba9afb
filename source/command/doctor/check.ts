import {safeText} from '../../core/words/safe-text.js';

/** `unknown`: it could not be tested. `warn`: truffle works, but not as well as it could. `bad`: it cannot do its work. */
export type CheckStatus = 'ok' | 'unknown' | 'warn' | 'bad';

export type Check = {
	readonly name: string;
	readonly status: CheckStatus;
	/** How it is. */
	readonly text: string;
	/** What to do, in sentences; none when all is well. */
	readonly fixes: readonly string[];
	/** The IAM action that a policy has to allow; `null`: none. */
	readonly missingAction: string | null;
	/** All of its causes are those of a check before it. */
	readonly isToldBefore: boolean;
};

export type Section = {readonly title: string; readonly checks: readonly Check[]};

export function ok(name: string, text: string): Check {
	return check('ok', name, text, []);
}

export function unknown(name: string, text: string): Check {
	return check('unknown', name, text, []);
}

export function warn(name: string, text: string, ...fixes: readonly string[]): Check {
	return check('warn', name, text, fixes);
}

export function bad(name: string, text: string, ...fixes: readonly string[]): Check {
	return check('bad', name, text, fixes);
}

/** Settings and answers can hold anything. */
function check(status: CheckStatus, name: string, text: string, fixes: readonly string[]): Check {
	return {name, status, text: safeText(text), fixes: fixes.map(safeText), missingAction: null, isToldBefore: false};
}

/** The statement that allows an action, to be added to a policy. EC2's Describe actions know no resources. */
export function statementFor(action: string) {
	return {Effect: 'Allow', Action: action, Resource: '*'} as const;
}

/** The worst of what could be tested. */
export function worstOf(checks: readonly Check[]): Exclude<CheckStatus, 'unknown'> {
	const statuses = checks.map(({status}) => status);
	return statuses.includes('bad') ? 'bad' : statuses.includes('warn') ? 'warn' : 'ok';
}
