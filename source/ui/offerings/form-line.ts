import {cutStart} from '../../format/fit-text.js';
import {formFields} from '../../store/offerings-slice.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, fitLine, type Line, plain, toned} from '../line.js';

const labels = {type: 'TYPE', count: 'COUNT', days: 'DAYS'} as const;

/** Columns that a field takes at most; the end of what is typed is always there. */
const widest = {type: 22, count: 4, days: 4} as const;

/** What is searched for; the field that is being typed has the caret. */
export function formLine({form, formField}: Pick<CapacityState, 'form' | 'formField'>, glyphs: Glyphs, width: number): Line {
	const fields = formFields.flatMap((field, index): Line => {
		const isTyped = field === formField;
		const text = cutStart(forTerminal(form[field], glyphs), widest[field], glyphs.cut);
		return [
			plain(index === 0 ? '  ' : '   '),
			toned(isTyped ? 'accent' : 'dim', `${labels[field]} `),
			isTyped ? bold(text) : plain(text),
			...(isTyped ? [toned('accent', glyphs.caret)] : []),
		];
	});
	return fitLine(fields, width, glyphs.cut);
}
