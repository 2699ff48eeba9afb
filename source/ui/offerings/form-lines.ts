import {sizeOf} from '../../core/reservations/usage.js';
import {lengthText} from '../../core/words/length-text.js';
import {cutStart, displayWidth, wrapText} from '../../format/fit-text.js';
import {type AskedOfferings, type FormField, formFields} from '../../store/offerings-slice.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, firstThatFits, fitLine, joinLines, type Line, plain, toned, widthOf} from '../line.js';

type FormState = Pick<CapacityState, 'form' | 'formField' | 'formProblem' | 'looking'>;

const labels = {type: 'TYPE', count: 'COUNT', days: 'DAYS', startAfter: 'START AFTER', endBy: 'END BY'} as const;
const shortLabels = {...labels, startAfter: 'AFTER', endBy: 'BY'} as const;

/** Columns that a field takes at most; the end of what is typed is always there. */
const widest = {type: 22, count: 4, days: 4, startAfter: 17, endBy: 17} as const;

const roomForLabels = 100;
const gap = '   ';

/**
What is searched for, or which block was to last longer while nobody types; the field that is being typed has the caret, and what cannot be searched for says why under its field.

One line, or two where the dates have no room behind the rest.
*/
export function formLines(state: FormState, glyphs: Glyphs, width: number): readonly Line[] {
	const {looking, formField} = state;
	const asked = looking.status === 'never' ? null : looking.asked;
	if (asked?.kind === 'extension' && formField === null) {
		return [extensionLine(asked, glyphs, width)];
	}

	const fields = formFields.map((field) => ({field, line: fieldLine(field, state, glyphs, width)}));
	const all = [fields];
	const parted = [fields.slice(0, 3), fields.slice(3)];
	const rows = widthOf(rowLine(fields)) <= width ? all : parted;
	return rows.flatMap((row) => [fitLine(rowLine(row), width, glyphs.cut), ...problemLines(row, state, glyphs, width)]);
}

/** The form says nothing of an extension but its days. What has no room is left out from the end. */
function extensionLine({block, hours}: Extract<AskedOfferings, {readonly kind: 'extension'}>, glyphs: Glyphs, width: number): Line {
	const {id, instanceType, availabilityZone, region} = block;
	const fields = [
		['MORE TIME', lengthText(hours)],
		['BLOCK', id ?? glyphs.dash],
		['TYPE', `${instanceType ?? glyphs.dash} ${glyphs.times}${sizeOf(block) ?? '?'}`],
		['AZ', availabilityZone ?? region],
	].map(([label, value]): Line => [toned('dim', `${label} `), plain(forTerminal(value ?? '', glyphs))]);
	const variants = fields.map((_, index): Line => [plain('  '), ...joinLines(fields.slice(0, fields.length - index), gap)]);
	return fitLine(firstThatFits(variants, width), width, glyphs.cut);
}

type Field = {readonly field: FormField; readonly line: Line};

function rowLine(row: readonly Field[]): Line {
	return [
		plain('  '),
		...joinLines(
			row.map(({line}) => line),
			gap,
		),
	];
}

function fieldLine(field: FormField, {form, formField}: FormState, glyphs: Glyphs, width: number): Line {
	const isTyped = field === formField;
	const label = (width >= roomForLabels ? labels : shortLabels)[field];
	const text = cutStart(forTerminal(form[field], glyphs), widest[field], glyphs.cut);
	// Of what is searched for only the dates can be left open.
	const empty = field === 'startAfter' || field === 'endBy' ? 'any' : glyphs.dash;
	const value: Line = text === '' && !isTyped ? [toned('dim', empty)] : [isTyped ? bold(text) : plain(text)];
	return [toned(isTyped ? 'accent' : 'dim', `${label} `), ...value, ...(isTyped ? [toned('accent', glyphs.caret)] : [])];
}

/** Under the field, or further left where it has no room there. */
function problemLines(row: readonly Field[], {formProblem}: FormState, glyphs: Glyphs, width: number): readonly Line[] {
	const at = row.findIndex(({field}) => field === formProblem?.field);
	if (formProblem === null || at === -1) {
		return [];
	}

	const text = forTerminal(formProblem.because, glyphs);
	const under = at === 0 ? 2 : widthOf(rowLine(row.slice(0, at))) + gap.length;
	const indent = ' '.repeat(Math.max(2, Math.min(under, width - displayWidth(text) - 1)));
	return wrapText(text, width - indent.length - 1).map((part): Line => [plain(indent), toned('bad', part)]);
}
