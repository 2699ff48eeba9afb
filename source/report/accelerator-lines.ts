import type {Reservation} from '../core/reservations/reservation.js';
import {acceleratorsIn, freeOf, sizeOf} from '../core/reservations/usage.js';
import {counted} from '../core/words/counted.js';
import {shorten} from './note-lines.js';

/**
`Accelerators: 240 (128 A100, 80 L4, 32 Inf2), 56 free`: what is in the instances of these reservations, the most numerous model first.
No line where no type has any. What is free is left out where nothing can be.
*/
export function acceleratorLines(reservations: readonly Reservation[], isFreeKnown: boolean): readonly string[] {
	const equipped = reservations.filter((reservation) => reservation.accelerator !== null);
	if (equipped.length === 0) {
		return [];
	}

	const byModel = new Map<string, number>();
	let total = 0;
	let free = 0;
	let unknown = 0;
	for (const reservation of equipped) {
		const count = acceleratorsIn(reservation, sizeOf(reservation));
		const available = isFreeKnown ? acceleratorsIn(reservation, freeOf(reservation)) : 0;
		// As with instances: what has no known free part is not in the whole either.
		if (count === null || available === null) {
			unknown++;
			continue;
		}

		const model = reservation.accelerator?.name ?? 'of unknown model';
		byModel.set(model, (byModel.get(model) ?? 0) + count);
		total += count;
		free += available;
	}

	const models = [...byModel].toSorted(([, a], [, b]) => b - a).map(([model, count]) => `${count} ${model}`);
	const parts = [
		...(models.length === 0 ? [] : [`${total} (${shorten(models)})`, ...(isFreeKnown ? [`${free} free`] : [])]),
		...(unknown > 0 ? [`unknown for ${counted(unknown, 'reservation')}`] : []),
	];
	return [`Accelerators: ${parts.join(', ')}`];
}
