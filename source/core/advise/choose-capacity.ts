import {longestDays} from '../offerings/block-length.js';
import {bookableFrom} from '../offerings/plan-offerings.js';
import {isUltraServerOnly} from '../reservations/ultraservers.js';
import type {AdviceRequest} from './advice-request.js';
import {futureOdcrOf, futureRequestableFrom} from './future-odcr.js';

/** What to get, where nothing that is held serves. */
export type Choice =
	| {
			readonly kind: 'block';
			/** From when on AWS sells it; `null`: it does already. */
			readonly from: Date | null;
			/** Longer than any block: it takes another one after it. */
			readonly isTooLong: boolean;
			readonly because: 'schedule' | 'ultraserver';
	  }
	| {
			readonly kind: 'odcr';
			/** When to create it; `null`: when it is needed, at once. */
			readonly from: Date | null;
			readonly because: 'open' | 'no-blocks';
	  }
	/** `from`: when on it can be requested; `null`: it can be already. */
	| {readonly kind: 'future-odcr'; readonly from: Date | null; readonly because: 'open' | 'no-blocks'};

/**
The decision tree of the guide, with AWS's facts as they are today.

It turns on the schedule, not on the workload: AWS sells blocks for inference as well, and a service that ends on a known day is
better held by one. Without a type a fixed schedule means a block for training alone, since most types of services have none.
`isBlockType`: whether the type is sold as blocks; `null`: unknown.
*/
export function chooseCapacity(request: AdviceRequest, isBlockType: boolean | null, now: Date): Choice {
	const {workload, schedule, instanceType} = request;
	if (isUltraServerOnly(instanceType)) {
		return blockOf(request, 'ultraserver', now);
	}

	if (schedule === 'open') {
		return odcrOf(request, 'open', now);
	}

	const isBlock = instanceType === null ? workload === 'training' : isBlockType !== false;
	return isBlock ? blockOf(request, 'schedule', now) : odcrOf(request, 'no-blocks', now);
}

function blockOf({start, length}: AdviceRequest, because: 'schedule' | 'ultraserver', now: Date): Choice {
	const days = length === null ? 0 : length.unit === 'days' ? length.amount : length.amount / 24;
	return {kind: 'block', from: start === null ? null : bookableFrom(start, now), isTooLong: days > longestDays, because};
}

function odcrOf(request: AdviceRequest, because: 'open' | 'no-blocks', now: Date): Choice {
	const {instanceType, start} = request;
	if (start === null || start <= now) {
		return {kind: 'odcr', from: null, because};
	}

	const future = instanceType === null ? 'family' : futureOdcrOf(instanceType, request, start, now);
	switch (future) {
		case 'possible':
			return {kind: 'future-odcr', from: null, because};
		case 'early':
			return {kind: 'future-odcr', from: futureRequestableFrom(start), because};
		case 'soon':
		case 'family':
		case 'small':
		case 'short':
			return {kind: 'odcr', from: start, because};
	}
}
