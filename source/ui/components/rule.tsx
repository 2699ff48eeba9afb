import {toned} from '../line.js';
import {useSettings} from '../store-context.js';
import {paint} from '../theme.js';
import {LineText} from './line-text.js';

/** A thin line across the screen, a space in from either side. */
export function Rule({columns}: {readonly columns: number}) {
	const {glyphs} = useSettings();
	return <LineText text={paint([toned('dim', ` ${glyphs.rule.repeat(columns - 2)}`)])} />;
}
