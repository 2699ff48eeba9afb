import {escapeNonAscii} from '../ascii.js';
import {yamlText} from '../yaml.js';
import {offeringsCsv} from './offerings-csv.js';
import {offeringsData} from './offerings-data.js';
import type {OfferingsFormat, OfferingsReport} from './offerings-report.js';
import {offeringsText} from './offerings-text.js';
import {reportFacts} from './report-facts.js';

/** What `truffle offerings` prints on stdout, ending with a newline. The same input gives the same bytes. */
export function renderOfferings(report: OfferingsReport, format: OfferingsFormat): string {
	const facts = reportFacts(report);
	const {isAscii} = report;
	switch (format) {
		case 'table':
			return offeringsText(report, facts);
		case 'json': {
			const json = JSON.stringify(offeringsData(report, facts), null, 2);
			return `${isAscii ? escapeNonAscii(json) : json}\n`;
		}

		case 'csv':
			return offeringsCsv(facts, isAscii);
		case 'yaml':
			return yamlText(offeringsData(report, facts), isAscii);
	}
}
