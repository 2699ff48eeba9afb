import {idlePlaces} from '../core/cost/idle-cost.js';
import type {PricedPlace} from '../core/cost/price.js';
import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import type {ReportOptions} from './report-options.js';
import {findRows} from './select-rows.js';

type Options = Pick<ReportOptions, 'format' | 'kinds' | 'query'>;

/** What a report needs the prices of: what is idle in the ODCRs that it lists, at this account's cost. Terraform says nothing of costs. */
export function placesToPrice(snapshot: CapacitySnapshot, options: Options): readonly PricedPlace[] {
	return options.format === 'terraform' ? [] : idlePlaces(findRows(snapshot, options).odcr?.shown ?? [], snapshot.accountId);
}
