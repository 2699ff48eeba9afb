import {Box, Text} from 'ink';
import {Table} from 'ink-table';
import type {ReactNode} from 'react';
import {bold, toned} from '../line.js';
import {paint} from '../theme.js';
import type {HelpGroup} from './key-groups.js';

/** A titled group of keys. */
export function KeyTable({group}: {readonly group: HelpGroup}) {
	return (
		<Box flexDirection="column" marginBottom={1} flexShrink={0}>
			<Text>{paint([bold(` ${group.title}`)])}</Text>
			<Table data={[...group.entries]} columns={['key', 'does']} header={Nothing} skeleton={Nothing} cell={KeyCell} />
		</Box>
	);
}

/** ink-table draws a frame and column names around every cell; a list of keys needs neither. */
function Nothing() {
	return null;
}

function KeyCell({column, children}: {readonly column: number; readonly children?: ReactNode}) {
	const text = String(children);
	return <Text>{column === 0 ? paint([toned('accent', text)]) : text}</Text>;
}
