import {styleText} from 'node:util';
import {counted} from '../../core/words/counted.js';
import {displayWidth, padEnd, wrapText} from '../../format/fit-text.js';
import {toAscii} from '../../report/ascii.js';
import type {TextLook} from '../../report/text-look.js';
import {type Check, type CheckStatus, type Section, statementFor} from './check.js';

const colours = {ok: 'green', unknown: 'dim', warn: 'yellow', bad: 'red'} as const satisfies Record<CheckStatus, string>;

/** As wide as each other. */
const marks = {ok: 'ok  ', unknown: '?   ', warn: 'warn', bad: 'bad '} as const satisfies Record<CheckStatus, string>;

const statusWidth = marks.ok.length;
const gap = '  ';
/** With less room than this beside the name, texts begin on a line of their own. */
const leastTextWidth = 24;

/** A title, and under it a line for each check, aligned; with what to do under those that are not well. */
export function renderSection({title, checks}: Section, look: TextLook): string {
	const nameWidth = Math.max(...checks.map(({name}) => displayWidth(name)));
	const lines = checks.flatMap((check) => checkLines(check, nameWidth, look));
	return `${[title, ...lines].map((line) => (look.isAscii ? toAscii(line) : line)).join('\n')}\n`;
}

/** The last line: how many things are not well, and how many of them for nothing new. */
export function renderVerdict(checks: readonly Check[], {isColor}: TextLook): string {
	const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
	const parts = [
		...(count('bad') === 0 ? [] : [coloured('bad', counted(count('bad'), 'problem'), isColor)]),
		...(count('warn') === 0 ? [] : [coloured('warn', counted(count('warn'), 'warning'), isColor)]),
		...sharedCauses(checks),
	];
	const praise = count('unknown') === 0 ? 'All is well.' : 'All that could be tested is well.';
	return `${parts.length === 0 ? coloured('ok', praise, isColor) : `${parts.join(', ')}.`}\n`;
}

function sharedCauses(checks: readonly Check[]): readonly string[] {
	const count = checks.filter(({isToldBefore}) => isToldBefore).length;
	return count === 0 ? [] : [`${count} of them by a cause named before`];
}

function checkLines({name, status, text, fixes, missingAction}: Check, nameWidth: number, look: TextLook): readonly string[] {
	const head = `${gap}${coloured(status, marks[status], look.isColor)}${gap}`;
	const below = 2 * gap.length + statusWidth;
	const beside = below + nameWidth + gap.length;
	const isBeside = look.width - beside >= leastTextWidth;
	const indent = isBeside ? beside : below;
	const [first = '', ...rest] = wrapped(text, look.width - indent);
	const start = isBeside ? [`${head}${padEnd(name, nameWidth)}${gap}${first}`] : [`${head}${name}`, `${' '.repeat(indent)}${first}`];
	const advice = missingAction === null ? fixes : [...fixes, `Add to a policy: ${statementText(missingAction)}`];
	return [
		...start,
		...rest.map((line) => `${' '.repeat(indent)}${line}`),
		...advice.flatMap((each) =>
			wrapped(each, look.width - below - 2).map((line, index) => `${' '.repeat(below)}${index === 0 ? '-' : ' '} ${line}`),
		),
	];
}

function wrapped(text: string, room: number): readonly string[] {
	return wrapText(text, Math.max(1, room));
}

/** With spaces where a line may break: broken there, it is still JSON. */
function statementText(action: string): string {
	return JSON.stringify(statementFor(action)).replaceAll(/([:,])(?=")/g, '$1 ');
}

function coloured(status: CheckStatus, text: string, isColor: boolean): string {
	return isColor ? styleText(colours[status], text, {validateStream: false}) : text;
}
