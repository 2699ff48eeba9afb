import type {CapacityState} from '../../store/types.js';
import type {Line} from '../line.js';
import {useCapacity} from '../store-context.js';
import {paint} from '../theme.js';
import {LineText} from './line-text.js';

/** A line that is made of the state; drawn again only when its text is another one. */
export function StateLine({build}: {readonly build: (state: CapacityState) => Line}) {
	return <LineText text={useCapacity((state) => paint(build(state)))} />;
}
