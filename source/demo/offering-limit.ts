import type {CallLimit} from './call-limit.js';

/** For DescribeCapacityBlockOfferings and …ExtensionOfferings ("Request throttling for the Amazon EC2 API"): a call in 6.7 s. */
export const offeringLimit: CallLimit = {burst: 10, perSecond: 0.15};
