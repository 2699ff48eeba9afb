import {stringify} from 'csv-stringify/sync';
import {escapeNonAscii} from '../ascii.js';
import {type OfferingFields, offeringFields} from './offering-fields.js';
import type {ReportFacts} from './report-facts.js';

/** A row per offering by RFC 4180, columns named as in JSON, parts of an object joined by `_`; the terms are in the other formats. */
export function offeringsCsv({offerings, held}: ReportFacts, isAscii: boolean): string {
	const rows = offerings.map((offering) => flat(offeringFields(offering, held)));
	const csv = stringify(rows, {columns: [...columns], header: true, record_delimiter: 'windows', escape_formulas: true});
	return isAscii ? escapeNonAscii(csv) : csv;
}

const columns = [
	'capacity_block_offering_id',
	'capacity_block_extension_offering_id',
	'region',
	'availability_zone',
	'zone_type',
	'instance_type',
	'instance_count',
	'ultraserver_type',
	'ultraserver_count',
	'start_date',
	'end_date',
	'usable_until',
	'duration_hours',
	'upfront_fee',
	'currency_code',
	'price_per_instance_hour',
	'price_per_accelerator_hour',
	'tenancy',
	'accelerator_name',
	'accelerator_count_per_instance',
	'accelerator_total',
	'held_beside',
	'purchase_command',
] as const;

function flat({accelerator, held_beside, ...fields}: OfferingFields): Readonly<Record<string, unknown>> {
	return {
		...fields,
		accelerator_name: accelerator?.name ?? null,
		accelerator_count_per_instance: accelerator?.count_per_instance ?? null,
		accelerator_total: accelerator?.total ?? null,
		held_beside: held_beside.length === 0 ? null : held_beside.join(' '),
	};
}
