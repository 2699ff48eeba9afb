import {Box, useWindowSize} from 'ink';
import {useLayoutEffect} from 'react';
import type {Pane} from '../store/types.js';
import {Foot} from './components/foot.js';
import {Head} from './components/head.js';
import {useCommands} from './hooks/use-commands.js';
import {type Layout, layoutFor} from './layout.js';
import {liveLines} from './live/live-lines.js';
import {DetailsScreen} from './screens/details-screen.js';
import {EventsScreen} from './screens/events-screen.js';
import {GuideScreen} from './screens/guide-screen.js';
import {HelpScreen} from './screens/help-screen.js';
import {OfferingScreen} from './screens/offering-screen.js';
import {OfferingsScreen} from './screens/offerings-screen.js';
import {RegionsScreen} from './screens/regions-screen.js';
import {SnippetScreen} from './screens/snippet-screen.js';
import {TableScreen} from './screens/table-screen.js';
import {TimelineScreen} from './screens/timeline-screen.js';
import {TooSmallScreen} from './screens/too-small-screen.js';
import {UseScreen} from './screens/use-screen.js';
import {useCapacity, useSettings} from './store-context.js';
import type {TerminalPorts} from './terminal-ports.js';

export type AppProps = {
	readonly ports: TerminalPorts;
	/** Draws everything again on an empty screen. */
	readonly redraw: () => void;
};

/** The whole screen: head, one body, foot; never larger than the terminal. */
export function App({ports, redraw}: AppProps) {
	const {columns, rows} = useWindowSize();
	const screen = useCapacity((state) => state.screen);
	const {glyphs} = useSettings();
	const liveRows = useCapacity((state) => liveLines(state, glyphs, columns).length);
	const layout = layoutFor(columns, rows, screen === 'details', liveRows);
	// Ink draws the old screen into the new size before React hears of it: its lines wrap, the terminal scrolls, and what is drawn over that
	// leaves rests. A terminal that has become smaller and larger again in one go has lost text, too.
	useLayoutEffect(() => ports.onResize(redraw), [ports, redraw]);
	useCommands(layout, ports);
	if (layout === null) {
		return <TooSmallScreen columns={columns} rows={rows} />;
	}

	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Head layout={layout} />
			<Body layout={layout} />
			<Foot layout={layout} />
		</Box>
	);
}

function Body({layout}: {readonly layout: Layout}) {
	const {columns, mainColumns, sideColumns, bodyRows} = layout;
	const screen = useCapacity((state) => state.screen);
	const pane = useCapacity((state) => state.pane);
	if (screen === 'help') {
		return <HelpScreen width={columns} height={bodyRows} />;
	}

	if (screen === 'regions') {
		return <RegionsScreen width={columns} height={bodyRows} />;
	}

	if (screen === 'use') {
		return <UseScreen width={columns} height={bodyRows} />;
	}

	if (screen === 'snippet') {
		return <SnippetScreen width={columns} height={bodyRows} />;
	}

	if (screen === 'offering') {
		return <OfferingScreen width={columns} height={bodyRows} />;
	}

	if (screen === 'details' && sideColumns === 0) {
		return <DetailsScreen width={columns} height={bodyRows} />;
	}

	return (
		<Box height={bodyRows} width={columns}>
			<PaneScreen pane={pane} width={mainColumns} height={bodyRows} />
			{sideColumns > 0 && <DetailsScreen width={sideColumns} height={bodyRows} />}
		</Box>
	);
}

function PaneScreen({pane, width, height}: {readonly pane: Pane; readonly width: number; readonly height: number}) {
	switch (pane) {
		case 'odcrs':
			return <TableScreen kind="odcr" width={width} height={height} />;
		case 'blocks':
			return <TableScreen kind="block" width={width} height={height} />;
		case 'timeline':
			return <TimelineScreen width={width} height={height} />;
		case 'events':
			return <EventsScreen width={width} height={height} />;
		case 'offerings':
			return <OfferingsScreen width={width} height={height} />;
		case 'guide':
			return <GuideScreen width={width} height={height} />;
	}
}
