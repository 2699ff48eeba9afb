import type {CapacitySnapshot} from '../core/regions/snapshot.js';
import {asciiSnippet} from '../snippets/ascii-snippet.js';
import {commentText} from '../snippets/quote.js';
import {terraformOf} from '../snippets/terraform-of.js';
import {coverageOf} from './coverage.js';
import {noteLines} from './note-lines.js';
import type {ReportOptions} from './report-options.js';
import type {Selection} from './select-rows.js';

/** The reservations as Terraform configuration, and in comments before it what is not in it: hidden ones, and regions that could not be read. */
export function renderTerraform(snapshot: CapacitySnapshot, {odcr, block}: Selection, options: ReportOptions): string {
	const splits = [odcr, block].filter((split) => split !== null);
	const hidden = splits.reduce((sum, split) => sum + split.hidden, 0);
	const endedHidden = splits.reduce((sum, split) => sum + split.endedHidden, 0);
	const {accountId, asked} = snapshot;
	const notes = noteLines(
		{hidden, endedHidden},
		{options, coverage: coverageOf(snapshot), prices: options.prices, hints: null, accountId, asked},
	);
	const configuration = terraformOf(
		splits.flatMap(({shown}) => shown),
		accountId,
	);
	const text = `${notes.map((note) => `${commentText(note)}\n`).join('')}${configuration}`;
	return options.isAscii ? asciiSnippet(text, 'hcl') : text;
}
