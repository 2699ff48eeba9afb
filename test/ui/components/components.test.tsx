import {render} from 'ink-testing-library';
import {expect, test} from 'vitest';
import {LineBlock} from '../../../source/ui/components/line-block.js';
import {LineText} from '../../../source/ui/components/line-text.js';
import {ReservationRow} from '../../../source/ui/components/reservation-row.js';
import {Rule} from '../../../source/ui/components/rule.js';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/ui/glyphs.js';
import {KeyTable} from '../../../source/ui/help/key-table.js';
import {plain} from '../../../source/ui/line.js';
import {StoreProvider} from '../../../source/ui/store-context.js';
import {fitColumns} from '../../../source/ui/table/fit-columns.js';
import {odcrColumns} from '../../../source/ui/table/odcr-columns.js';
import {createStore} from '../../helpers/open-store.js';
import {reservation} from '../../helpers/reservation.js';

function frameOf(element: Parameters<typeof render>[0]): string | undefined {
	const {lastFrame, unmount} = render(element);
	const frame = lastFrame();
	unmount();
	return frame;
}

test('a group of keys is a list, without the frame and rules of a table', () => {
	const group = {
		title: 'Move',
		entries: [
			{key: 'j Down', does: 'Down'},
			{key: 'G', does: 'Last'},
		],
	};
	expect(frameOf(<KeyTable group={group} />)).toBe([' Move', ' j Down  Down', ' G       Last', ''].join('\n'));
});

test('an empty line takes its line', () => {
	expect(
		frameOf(
			<>
				<LineText text="above" />
				<LineText text="" />
				<LineText text="below" />
			</>,
		),
	).toBe('above\n\nbelow');
});

test('a block shows as many lines as it has room for', () => {
	const lines = ['one', 'two', 'three'].map((text) => [plain(text)]);
	expect(frameOf(<LineBlock lines={lines} width={10} height={2} />)).toBe('one\ntwo');
	expect(frameOf(<LineBlock lines={lines} width={10} height={4} />)).toBe('one\ntwo\nthree\n');
});

test('a rule leaves a column free on either side', () => {
	const ruleIn = (glyphs: typeof unicodeGlyphs) =>
		frameOf(
			<StoreProvider store={createStore().store} settings={{glyphs, label: null, intervalMs: 30_000}}>
				<Rule columns={12} />
			</StoreProvider>,
		);
	expect(ruleIn(unicodeGlyphs)).toBe(' ──────────');
	expect(ruleIn(asciiGlyphs)).toBe(' ----------');
});

test('a row of the pane', () => {
	const context = {
		now: new Date('2026-11-23T10:13:00Z'),
		zone: 'utc',
		glyphs: unicodeGlyphs,
		accountId: null,
		prices: null,
		barWidth: 6,
		isStale: false,
	} as const;
	const row = reservation();
	const columns = fitColumns(odcrColumns, [row], 80, false);
	expect(
		frameOf(<ReservationRow reservation={row} columns={columns} context={context} isSelected mark={null} isFollowed={false} hint={null} />),
	).toBe(' ▌p5.48xlarge  us-east-1a   32 H100     4     1     3  ████▌░  75% active');
});
