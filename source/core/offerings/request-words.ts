import {lengthText} from '../words/length-text.js';
import {momentText} from '../words/moment-text.js';
import {type OfferingRequest, subjectText} from './request.js';

/** What is looked for, in words: `32 × p5.48xlarge for 7 d, starting within 8 weeks`. */
export function offeringsWords(request: OfferingRequest): string {
	return `${subjectText(request.subject)} for ${lengthText(request.hours)}, ${windowWords(request)}`;
}

/** When it may be: `starting 2026-12-01 00:00 UTC or later and ending by 2026-12-24 23:59 UTC`. */
export function windowWords({startAfter, endBy}: Pick<OfferingRequest, 'startAfter' | 'endBy'>): string {
	const from = startAfter === null ? 'starting within 8 weeks' : `starting ${momentText(startAfter)} or later`;
	return endBy === null ? from : `${from} and ending by ${momentText(endBy)}`;
}
