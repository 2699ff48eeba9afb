import {largestOf} from '../../core/offerings/largest.js';
import {pricePerAcceleratorHour} from '../../core/offerings/offering-price.js';
import {paceWords} from '../../core/offerings/pace-words.js';
import {formatRate} from '../../format/money.js';
import {selectOfferings} from '../../store/offerings-selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal, type Glyphs} from '../glyphs.js';
import {bold, type Line, plain, toned} from '../line.js';
import {plural} from '../words.js';
import {askedText, askedWindowText} from './asked.js';

/** How far the search is, or what it came to; first with all words, then with fewer. */
export function offeringsSummary(state: CapacityState, glyphs: Glyphs): readonly (readonly Line[])[] {
	const {looking} = state;
	const offerings = selectOfferings(state);
	switch (looking.status) {
		case 'never':
			return [[[plain('nothing searched yet')]]];
		case 'failed':
			return [[[toned('bad', 'the search failed')]]];
		case 'searching': {
			const {progress} = looking;
			if (progress === null) {
				return [[[toned('accent', 'looking for regions')]]];
			}

			const words = paceWords(progress);
			const [short = words] = words.split(' (');
			return [[[toned('accent', words)]], [[toned('accent', short)]], [[toned('accent', `${progress.asked} of ${progress.all}`)]]];
		}

		case 'searched':
		case 'extended': {
			const count: Line = [bold(plural(offerings.length, 'offering'), offerings.length > 0 ? 'good' : 'plain')];
			const line = (text: string): Line => [plain(forTerminal(text.replaceAll('×', glyphs.times), glyphs))];
			const asked = line(askedText(looking.asked));
			const window = line(askedWindowText(looking.asked, looking.at));
			const largest =
				looking.status === 'searched' && looking.search.kind === 'searched' && looking.search.largest !== null
					? largestOf(looking.search.largest)
					: null;
			const less: readonly Line[] = largest?.kind === 'found' ? [[toned('warn', `only ${largest.count}, the largest count`)]] : [];
			const unread = looking.status === 'searched' && looking.search.kind === 'searched' ? looking.search.merged.unread.length : 0;
			const gaps: readonly Line[] = unread === 0 ? [] : [[toned('warn', `${plural(unread, 'region')} unread`)]];
			const prices = offerings.map(pricePerAcceleratorHour).filter((price) => price !== null);
			const cheapest: readonly Line[] =
				prices.length === 0
					? []
					: [[plain(`from ${formatRate(Math.min(...prices), offerings[0]?.currencyCode ?? null)} per accelerator-hour`)]];
			return [
				[count, window, ...less, ...gaps, ...cheapest],
				[count, window, ...less, ...gaps],
				[count, asked, ...less, ...gaps, ...cheapest],
				[count, asked, ...less, ...gaps],
				[count, ...less, ...gaps],
				[count, ...gaps],
			];
		}
	}
}
