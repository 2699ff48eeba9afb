import type {OfferingsRefusal} from '../../core/offerings/offerings-result.js';
import {readAwsError} from '../aws-error.js';

export type Refusal = {readonly refusal: OfferingsRefusal; readonly message: string};

/**
What AWS means by not answering a search; `null`: it is a failure as of any call.

AWS has no codes of their own for types without blocks and for UltraServers that it has not enabled: its sentence tells. The latter
looks like a lack of permission, which it is not.
*/
export function refusalOf(error: unknown): Refusal | null {
	const {code, message} = readAwsError(error);
	if (code === 'CapacityBlockDescribeLimitExceeded') {
		return {refusal: 'limited', message};
	}

	if (/^This AWS Account is not authori[sz]ed to call .*UltraServer/i.test(message)) {
		return {refusal: 'needs_enablement', message};
	}

	return code === 'InvalidInstanceType' || (code === 'InvalidParameterValue' && /is not supported for Capacity Blocks/i.test(message))
		? {refusal: 'ineligible', message}
		: null;
}
