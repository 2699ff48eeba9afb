import {failureWords} from '../../core/regions/failure-words.js';
import {spanText} from '../../core/words/span-text.js';
import {formatInterval} from '../../format/duration.js';
import {nextDueMs} from '../../store/due-regions.js';
import {type Coverage, selectCadenceRange, selectCoverage} from '../../store/selectors.js';
import type {CapacityState} from '../../store/types.js';
import {forTerminal} from '../glyphs.js';
import {bold, joinLines, type Line, plain, spread, toned, widthOf} from '../line.js';
import type {UiSettings} from '../ui-settings.js';
import {connectionWords} from '../words.js';

type Wording = {
	readonly isLong: boolean;
	/** How fresh in all words: that the rows were updated then, and all intervals. */
	readonly isFreshLong: boolean;
	readonly title: string;
	/** `both`: the account and the profile, and of an account that nobody knows, that it is unknown. */
	readonly owner: 'both' | 'account' | 'label' | 'none';
	readonly failures: 'each' | 'summed' | 'stale';
};

const few = {isLong: false, isFreshLong: false, title: 'truffle'} as const;
const full = {...few, title: 'truffle capacity', owner: 'both', failures: 'each'} as const;

/** From all words down to the fewest, last to first: what says less goes before whose this is, and never how old the rows are. */
const wordings: readonly [Wording, ...Wording[]] = [
	{...few, owner: 'none', failures: 'stale'},
	{...few, owner: 'none', failures: 'summed'},
	{...few, owner: 'label', failures: 'summed'},
	{...few, owner: 'label', failures: 'each'},
	{...few, owner: 'account', failures: 'summed'},
	{...few, owner: 'both', failures: 'summed'},
	{...few, owner: 'account', failures: 'each'},
	{...few, owner: 'both', failures: 'each'},
	full,
	{...full, isLong: true},
	{...full, isLong: true, isFreshLong: true},
];

/** The first line: whose capacity this is, how complete and how fresh. */
export function headerLine(state: CapacityState, settings: UiSettings, width: number): Line {
	const coverage = selectCoverage(state);
	const draw = (wording: Wording) => {
		const gap = wording.isLong ? '   ' : '  ';
		return {
			left: [plain(' '), ...joinLines(leftParts(state, coverage, settings, wording), gap)],
			right: [...joinLines(rightParts(state, coverage, settings, wording), gap), plain(' ')],
		};
	};
	const fitting = wordings.map(draw).findLast(({left, right}) => widthOf(left) + widthOf(right) + 2 <= width) ?? draw(wordings[0]);
	return spread(fitting.left, fitting.right, width, settings.glyphs.cut);
}

function leftParts(state: CapacityState, coverage: Coverage, {label, glyphs}: UiSettings, wording: Wording): readonly Line[] {
	const owner = ownerText(state, label, wording.owner);
	return [
		[bold(wording.title)],
		...(owner === '' ? [] : [[plain(forTerminal(owner, glyphs))]]),
		...(coverage.wanted === 0 ? [] : [coverageParts(state, coverage, glyphs.separator, wording)]),
	];
}

/** The account and the profile; nothing while STS is still being asked for the account. */
function ownerText({accountId, isAccountUnknown, connection}: CapacityState, label: string | null, owner: Wording['owner']): string {
	if (owner === 'none') {
		return '';
	}

	if (accountId !== null) {
		return label === null || owner === 'account' ? accountId : owner === 'label' ? label : `${accountId} ${label}`;
	}

	// Without a connection nothing is known, and the header says why.
	if (!isAccountUnknown || connection.status === 'failed') {
		return label ?? '';
	}

	return label === null ? 'account unknown' : owner === 'both' ? `${label}, account unknown` : label;
}

function coverageParts(state: CapacityState, coverage: Coverage, separator: string, wording: Wording): Line {
	const {answered, wanted, stale, stalestAt, cachedAt} = coverage;
	const isWhole = answered === wanted;
	const count = !wording.isLong
		? `${answered}/${wanted} regions`
		: isWhole
			? `${wanted} ${wanted === 1 ? 'region' : 'regions'}`
			: `${answered} of ${wanted} regions`;
	const age = stalestAt === null ? '' : ` ${spanText(state.now.getTime() - stalestAt.getTime())}`;
	const staleness: readonly Line[] = stale === 0 ? [] : [[toned('warn', `${stale} stale${age}`)]];
	const cached: readonly Line[] =
		cachedAt === null ? [] : [[toned('warn', `cached ${spanText(state.now.getTime() - cachedAt.getTime())} ago`)]];
	return joinLines([[plain(count)], ...failureParts(coverage, wording), ...staleness, ...cached], ` ${separator} `);
}

function failureParts({failed, stale}: Coverage, wording: Wording): readonly Line[] {
	if (wording.failures === 'stale' && stale > 0) {
		return [];
	}

	if (wording.failures !== 'each' && failed.length > 1) {
		return [[toned('bad', `${failed.reduce((sum, {count}) => sum + count, 0)} failed`)]];
	}

	return failed.map(({status, count}) => [toned('bad', `${count} ${failureWords[status]}`)]);
}

function rightParts(state: CapacityState, coverage: Coverage, {glyphs, intervalMs}: UiSettings, wording: Wording): readonly Line[] {
	const age = coverage.fetchedAt === null ? null : `${spanText(state.now.getTime() - coverage.fetchedAt.getTime())} ago`;
	const updated: readonly Line[] = age === null ? [] : [[toned('dim', wording.isFreshLong ? `updated ${age}` : age)]];
	return [...updated, cadence(state, coverage, intervalMs, glyphs, wording)];
}

function cadence(state: CapacityState, coverage: Coverage, intervalMs: number, glyphs: UiSettings['glyphs'], wording: Wording): Line {
	const {connection, isRefreshing, isPaused} = state;
	if (connection.status === 'failed') {
		return [toned('bad', `! ${connectionWords[connection.error.reason]}`)];
	}

	if (connection.status === 'connecting' || (isRefreshing && coverage.wanted === 0)) {
		return [toned('accent', glyphs.busy), plain(' connecting')];
	}

	if (isRefreshing && coverage.waiting > 0) {
		return [toned('accent', glyphs.busy), plain(` reading ${coverage.wanted - coverage.waiting} of ${coverage.wanted}`)];
	}

	if (isPaused) {
		return [toned('warn', `${glyphs.paused} paused`)];
	}

	if (coverage.wanted > 0 && coverage.answered === 0) {
		return retry(state, intervalMs, wording);
	}

	const {least, most} = selectCadenceRange(state) ?? {least: intervalMs, most: intervalMs};
	const every = formatInterval(least);
	const range = least === most || !wording.isFreshLong ? every : `${every} to ${formatInterval(most)}`;
	return [toned('good', isRefreshing ? glyphs.busy : glyphs.live), plain(wording.isLong ? ` live, ${range}` : ` ${range}`)];
}

/** Every region failed the last time. Seconds are rounded up, so that it never says 0 while it waits. */
function retry(state: CapacityState, intervalMs: number, wording: Wording): Line {
	const waitMs = nextDueMs(state, state.now, intervalMs) ?? intervalMs;
	const when = state.isRefreshing ? 'retrying' : `retry in ${spanText(Math.ceil(waitMs / 1000) * 1000)}`;
	return [toned('bad', `! ${wording.isLong ? `not live, ${when}` : when}`)];
}
