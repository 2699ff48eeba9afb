import {freeOf} from '../reservations/usage.js';
import {counted} from '../words/counted.js';
import {type Hint, hintOn} from './hint.js';
import type {MistakeInput} from './mistake-input.js';

/**
Free accelerator ODCRs that any matching launch consumes, also one that was not meant to (EC2 User Guide, "Use Capacity Reservations").

Members of a Capacity Reservation Fleet can only be open, so that there is nothing to say of them.
*/
export function openOdcrs({rows}: MistakeInput): readonly Hint[] {
	return rows.flatMap((row) => {
		const free = freeOf(row) ?? 0;
		const isOpen = row.kind === 'odcr' && row.instanceMatchCriteria === 'open' && row.capacityReservationFleetId === null;
		return isOpen && free > 0 && row.accelerator !== null
			? [
					hintOn([row], {
						id: 'open-odcr',
						severity: 'notice',
						text: `Open: any matching launch takes its ${counted(free, 'free instance')}`,
						reason:
							'Every launch of the type, platform and tenancy in its zone uses an open reservation, asked or not, so that what is free may be gone when it is needed. A targeted one is used only by launches that name it.',
					}),
				]
			: [];
	});
}
