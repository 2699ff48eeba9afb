import {writeFile} from 'node:fs/promises';
import process from 'node:process';
import {openTerminal, type Terminal} from '../test/helpers/terminal.ts';
import {screenSvg} from './screen-svg.ts';

type Shot = {
	readonly file: string;
	readonly title: string;
	readonly columns: number;
	readonly rows: number;
	readonly args: readonly string[];
	/** What shows that there is something to see; else that all regions have answered. */
	readonly until?: string;
	/** Keys, and the text that shows that each has arrived. */
	readonly steps: ReadonlyArray<{readonly press: string; readonly until: string}>;
};

const app = ['dist/cli.js', '--demo', 'cluster'];
const market = ['dist/cli.js', '--demo', 'market'];
const ready = 'serve-chat';

const shots: readonly Shot[] = [
	{file: 'odcrs', title: 'On-Demand Capacity Reservations', columns: 120, rows: 30, args: app, steps: []},
	{file: 'blocks', title: 'Capacity Blocks', columns: 120, rows: 30, args: app, steps: [{press: '2', until: 'COUNTDOWN'}]},
	{
		file: 'timeline',
		title: 'Timeline of Capacity Blocks',
		columns: 120,
		rows: 30,
		args: app,
		steps: [
			{press: '3', until: '1 column'},
			{press: 'j', until: '3d 0h left'},
		],
	},
	{
		file: 'timeline-ascii',
		title: 'Timeline of Capacity Blocks, in ASCII',
		columns: 120,
		rows: 30,
		args: [...app, '--ascii'],
		steps: [{press: '3', until: '1 column'}],
	},
	{
		file: 'details',
		title: 'Details of a reservation',
		columns: 150,
		rows: 34,
		args: app,
		steps: [
			{press: 'jjj', until: ready},
			{press: '\r', until: 'CAPACITY'},
		],
	},
	{file: 'regions', title: 'Regions', columns: 120, rows: 34, args: app, steps: [{press: 'R', until: 'REGION'}]},
	{
		file: 'bring-up',
		title: 'A cluster that comes up',
		columns: 120,
		rows: 30,
		args: ['dist/cli.js', '--demo', 'bring-up', '--speed', '10', '--blocks', '--follow', 'cr-0b1e6f2a7c94d3058'],
		until: 'full in',
		steps: [],
	},
	{
		file: 'bring-up-narrow',
		title: 'A cluster that comes up while credentials expire, 80x24',
		columns: 80,
		rows: 24,
		args: ['dist/cli.js', '--demo', 'bring-up', '--speed', '10', '--blocks', '--follow', 'cr-0b1e6f2a7c94d3058'],
		until: 'The credentials are expired',
		steps: [],
	},
	{
		file: 'events',
		title: 'What happened during a bring-up',
		columns: 120,
		rows: 30,
		args: ['dist/cli.js', '--demo', 'bring-up', '--speed', '20', '--follow', 'cr-0b1e6f2a7c94d3058'],
		steps: [{press: '4', until: 'renewed'}],
	},
	{
		file: 'offerings',
		title: 'Capacity Blocks that could be bought',
		columns: 120,
		rows: 34,
		args: market,
		steps: [
			{press: '5', until: 'nothing searched'},
			{press: 'i', until: 'p5.48xlarge▏'},
			{press: '\r', until: 'from USD'},
		],
	},
	{
		file: 'guide',
		title: 'What to hold for a run',
		columns: 120,
		rows: 34,
		args: market,
		steps: [
			{press: '6', until: 'how many'},
			{press: 'jj\r', until: '▏'},
			{press: 'p5.48xlarge\r', until: 'Buy a Capacity Block: p5.48xlarge'},
			{press: '\r', until: '▏'},
			{press: '32\r', until: '32 × p5.48xlarge'},
			{press: '\r', until: '▏'},
			{press: '7\r', until: 'Use what you hold'},
		],
	},
	{
		file: 'use',
		title: 'Ways to launch into a reservation',
		columns: 120,
		rows: 34,
		args: app,
		steps: [
			{press: 'x', until: 'SageMaker'},
			{press: 'jjj', until: 'EC2NodeClass'},
		],
	},
	{file: 'narrow', title: 'On-Demand Capacity Reservations, 80x24', columns: 80, rows: 24, args: app, steps: []},
];

for (const shot of shots) {
	const terminal = openTerminal(process.execPath, shot.args, {columns: shot.columns, rows: shot.rows, env: {FORCE_COLOR: '1'}});
	try {
		const {until: ready} = shot;
		await terminal.waitFor((text) =>
			ready === undefined ? /\d+(?:\/\d+)? regions/.test(text) && !text.includes('reading') : text.includes(ready),
		);
		for (const {press, until} of shot.steps) {
			terminal.press(press);
			await terminal.waitFor(until);
		}

		await quiet(terminal);
		await writeFile(new URL(`${shot.file}.svg`, import.meta.url), screenSvg(terminal.emulator, shot.title));
	} finally {
		terminal.close();
	}
}

process.exit(0);

/** A picture must not be taken in the middle of a frame: waits until nothing has been written for a moment. */
async function quiet(terminal: Terminal): Promise<void> {
	for (let before = -1; before !== terminal.output().length; ) {
		before = terminal.output().length;
		await new Promise((resolve) => {
			setTimeout(resolve, 150);
		});
	}
}
