import {largestOf} from '../../core/offerings/largest.js';
import {hasOffered, type OfferingsResult} from '../../core/offerings/offerings-result.js';
import {failureText} from '../../core/regions/failure-text.js';
import {isSnapshotComplete} from '../../core/regions/snapshot.js';
import {sizeOf} from '../../core/reservations/usage.js';
import {isoText} from '../../core/words/iso-text.js';
import {coverageOf} from '../coverage.js';
import {offeringFields} from './offering-fields.js';
import type {OfferingsReport} from './offerings-report.js';
import type {ReportFacts} from './report-facts.js';

/** The object of `offerings -o json`: schema/offerings-v1.schema.json. */
export function offeringsData(report: OfferingsReport, facts: ReportFacts) {
	const {held, now} = report;
	const {asked, answered} = coverageOf(held);
	return {
		version: 1,
		generated_at: isoText(now),
		complete: facts.isComplete,
		account_id: held.accountId,
		request: requestFields(report),
		notes: facts.notes,
		because: facts.because,
		bookable_from: facts.bookableFrom === null ? null : isoText(facts.bookableFrom),
		regions: facts.results.toSorted((one, other) => (one.region < other.region ? -1 : 1)).map(regionFields),
		held: {complete: isSnapshotComplete(held), regions_asked: asked, regions_answered: answered},
		largest: report.kind === 'search' ? largestFields(report.search) : null,
		offerings: facts.offerings.map((offering) => offeringFields(offering, facts.held)),
	};
}

function requestFields(report: OfferingsReport) {
	if (report.kind === 'extension') {
		const {block} = report.search;
		const none = {ultraserver_type: null, start_after: null, end_by: null, regions: null};
		return {instance_type: block.instanceType, count: sizeOf(block), hours: report.hours, ...none, extend: block.id};
	}

	const {subject, hours, startAfter, endBy, regions} = report.search.request;
	return {
		instance_type: subject.kind === 'instances' ? subject.instanceType : null,
		count: subject.count,
		hours,
		ultraserver_type: subject.kind === 'ultraservers' ? subject.ultraserverType : null,
		start_after: startAfter === null ? null : isoText(startAfter),
		end_by: endBy === null ? null : isoText(endBy),
		regions,
		extend: null,
	};
}

function regionFields(result: OfferingsResult) {
	const {region, status} = result;
	return {
		region,
		status,
		error: hasOffered(result) ? null : 'message' in result ? result.message : failureText(result.failure),
		fetched_at: hasOffered(result) ? isoText(result.fetchedAt) : null,
	};
}

function largestFields(search: Extract<OfferingsReport, {readonly kind: 'search'}>['search']) {
	const largest = search.kind === 'not-asked' || search.largest === null ? null : largestOf(search.largest);
	return largest === null || largest.kind === 'searching'
		? null
		: {count: largest.kind === 'found' ? largest.count : 0, certain: largest.isCertain};
}
