import {ultraServerOf} from '../reservations/ultraservers.js';
import type {Offering} from './offering.js';

/** Instances that the offering is for: AWS's count, else what its UltraServers are known to hold; `null`: unknown. */
export function instancesOf({instanceCount, ultraserverType, ultraserverCount}: Offering): number | null {
	const each = ultraServerOf(ultraserverType)?.instances ?? null;
	return instanceCount ?? (each === null || ultraserverCount === null ? null : each * ultraserverCount);
}

/** GPUs or ML accelerators in all instances of the offering; 0 when its type has none, `null` when unknown. */
export function acceleratorsOf(offering: Offering): number | null {
	if (offering.accelerator === null) {
		return 0;
	}

	const each = offering.accelerator.countPerInstance;
	const instances = instancesOf(offering);
	return each === null || instances === null ? null : each * instances;
}

/** The up-front fee for one instance and hour of the real length, in the offering's currency; operating system fees come on top. `null`: unknown. */
export function pricePerInstanceHour(offering: Offering): number | null {
	return priceFor(offering, instancesOf(offering));
}

/** The up-front fee for one GPU or ML accelerator and hour; `null`: unknown, or the type has none. */
export function pricePerAcceleratorHour(offering: Offering): number | null {
	return priceFor(offering, acceleratorsOf(offering));
}

function priceFor({upfrontFee, durationHours}: Offering, units: number | null): number | null {
	return upfrontFee === null || durationHours === null || durationHours <= 0 || units === null || units <= 0
		? null
		: upfrontFee.amount / (units * durationHours);
}
